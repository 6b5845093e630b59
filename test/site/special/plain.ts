// The plain text and page that special pages vary.
import { bodyOf, heading } from '../pages/article.ts';
import { figure } from '../pages/blocks.ts';
import { escapeHtml, type Places, type Reply, type Request } from '../reply.ts';
import { bread } from '../texts/bread.ts';

export type Special = (request: Request) => Reply | undefined;

/** Special pages by the name that follows `/special/`. */
export type Specials = Record<string, Special>;

export interface PlainParts {
  places: Places;
  title: string;
  head?: string;
  /** Stands before the article in the body. */
  before?: string;
  /** Takes the place of the text. */
  body?: string;
  after?: string;
  /** `false`: nothing is asked for but the HTML. */
  files?: boolean;
  viewport?: boolean;
}

const FILES = `<link rel="icon" href="/img/icon-32x32-2k.png" type="image/png">
<link rel="stylesheet" href="/css/base-34k.css"><link rel="stylesheet" href="/css/article-22k.css">
<script src="/js/boot-18k.js"></script><script src="/js/app-140k.js" defer></script>`;

/** The text about bread, 700 words, that most special pages hold; pictures only on request. */
export function breadText(places: Places, pictures: boolean): string {
  const text = bodyOf(bread, places);
  return pictures ? text : text.replace(/<figure>.*?<\/figure>/gs, '');
}

/** The article element of a special page, under a title of its own. */
export function plainStory({ places, title, body, files = true }: PlainParts): string {
  const lead = files ? figure(bread.lead, 40, 'eager') : '';
  const head = heading({ ...bread, title });
  const quiet = files ? head : head.replace(/<img[^>]*>/g, '');
  return `<article class="story">${quiet}${lead}<div class="text">${body ?? breadText(places, files)}</div></article>`;
}

/** A light page with a whole article in it. */
export function plain(parts: PlainParts): string {
  const { title, head = '', before = '', after = '', files = true, viewport = true } = parts;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)} | The Morning Ledger</title>
${viewport ? '<meta name="viewport" content="width=device-width, initial-scale=1">' : ''}
<meta property="og:site_name" content="The Morning Ledger">
<script>window.__ran=["inline"]</script>
${files ? FILES : '<link rel="icon" href="data:,">'}
${head}
</head>
<body>
${before}
<nav class="nav"><ul><li><a href="/">Home</a></li><li><a href="/world/">World</a></li><li><a href="/science/">Science</a></li></ul></nav>
<div class="wrap"><main id="story">${plainStory(parts)}</main></div>
${after}
<footer class="foot"><p>The Morning Ledger</p></footer>
</body>
</html>
`;
}
