// Documents of odd shapes: no text, no HTML, no head, frames.
import { pdf, png } from '../bodies.ts';
import { windows1256 } from '../pages/article.ts';
import { html, reply } from '../reply.ts';
import { bread } from '../texts/bread.ts';
import { breadText, plain, type Specials } from './plain.ts';

const shell = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ledger</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>
<body><div id="app"></div><script src="/js/boot-18k.js"></script><script>window.__ran=["inline"];
fetch("/special/app-shell.json").then(function(answer){return answer.json()}).then(function(story){
var article=document.createElement("article"),title=document.createElement("h1");title.textContent=story.title;article.append(title);
story.paragraphs.forEach(function(text){var p=document.createElement("p");p.textContent=text;article.append(p)});document.getElementById("app").append(article)})</script></body></html>`;

const textOf = (markup: string): string => markup.replace(/<[^>]+>/g, '').trim();

const paragraphs = (markup: string): string[] => (markup.match(/<p>.*?<\/p>/gs) ?? []).map(textOf);

/** Headings in links, lists never closed, formatting that crosses blocks, a table without its rows. */
function misnest(markup: string): string {
  return markup
    .replace(/<p>/, '<p><b><i>')
    .replace(/<h2>/g, '<a href=/world/><h2>')
    .replace(/<\/h2>/g, '</a></h2>')
    .replace(/<\/p>/g, '')
    .replace(/<figure>/g, '<table><td><figure></b>');
}

/** A note in the text that a sheet of its own address hides, a label that it puts off the screen, and a copy for narrow screens. */
const toHidden = (text: string): string =>
  text.replace(
    /<p>/,
    '<p class="summary">A summary that only machines read, of more than one line, so that it could pass for a paragraph.</p><p class="phone">The same words again, for a phone alone, which nobody at a desk is shown at any time.</p><p><span class="label">Lead paragraph.</span> ',
  );
const HIDES = `.summary { display: none } .phone { visibility: hidden; height: 0 }
.label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0) }`;

export const shapes: Specials = {
  'hides.css': () => reply('text/css', HIDES),
  'hidden-by-sheet': ({ places }) =>
    html(
      plain({
        places,
        title: 'What a sheet hides',
        head: '<link rel="stylesheet" href="/special/hides.css">',
        body: toHidden(breadText(places, false)),
        files: false,
      }),
    ),
  'made-for-a-desk': ({ places }) =>
    html(
      plain({
        places,
        title: 'Made for a desk',
        head: '<meta name="viewport" content="width=1190">',
        viewport: false,
      }),
    ),
  'app-shell': () => html(shell),
  'app-shell.json': ({ places }) =>
    reply(
      'application/json',
      JSON.stringify({ title: bread.title, paragraphs: paragraphs(breadText(places, false)) }),
    ),
  empty: () => html(''),
  image: () => reply('image/png', png('front-page', 640, 360, 40 * 1024)),
  pdf: () => reply('application/pdf', pdf('The Morning Ledger, page one')),
  /** What a browser saves, and shows nowhere. */
  download: ({ url }) =>
    reply('application/octet-stream', 'bread'.repeat(1000), {
      'content-disposition': `attachment; filename="${url.searchParams.get('as')}.bin"`,
    }),
  text: ({ places }) => {
    const story = paragraphs(breadText(places, false)).join('\n\n');
    return reply('text/plain; charset=utf-8', Array.from({ length: 8 }, () => story).join('\n\n* * *\n\n'));
  },
  'no-viewport': ({ places }) => html(plain({ places, title: 'Made for wide screens', viewport: false })),
  dated: ({ places }) => {
    const head = `<meta property="article:published_time" content="2026-11-02"><meta property="article:modified_time" content="2026-11-05T15:30:00+03:30">`;
    return html(plain({ places, title: 'Bread of another day', head }));
  },
  'no-head': ({ places }) =>
    html(`<title>No head, no body</title><h1>No head, no body</h1>${breadText(places, true)}`),
  broken: ({ places }) =>
    html(
      `<title>Badly nested<html><body></title><div><article><h1>Badly nested</div>${misnest(breadText(places, true))}</span></center><script>window.__ran=["inline"]</script>`,
    ),
  frames: () =>
    html(
      '<!doctype html><html lang="en"><head><title>Two frames</title></head><frameset cols="30%,70%"><frame src="/special/link-only"><frame src="/special/fast"></frameset></html>',
    ),
  iframes: ({ places }) => {
    const body = `<p>A page that brings two others with it; its own text is two paragraphs long.</p>
<iframe src="/special/fast" width="600" height="300" title="The story"></iframe><p>Below stands a page from another site.</p><iframe src="${places.portal}/special/fast" width="600" height="300" title="The other story"></iframe>`;
    return html(plain({ places, title: 'A page with pages in it', body }));
  },
  'windows-1256-meta': ({ places }) => windows1256(places, 'meta'),
  'windows-1256-header': ({ places }) => windows1256(places, 'header'),
};
