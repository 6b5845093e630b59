import { extractReading } from '../../src/light/extract/article.ts';
import { extractAfterText } from '../../src/light/extract/keep/after-text.ts';
import { articlePage } from '../site/pages/article.ts';
import type { Places } from '../site/reply.ts';
import { ARTICLES } from '../site/texts/all.ts';

Object.assign(globalThis, { matchMedia: () => ({ matches: false }) });

const HOST = 'https://news.example';
const PLACES = new Proxy(
  {},
  { get: (_, name) => (name === 'news' ? HOST : `https://${String(name)}.example`) },
) as Places;

function toPage(html: string, address: string): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  page.head.prepend(Object.assign(page.createElement('base'), { href: address }));
  return page;
}

/** The article of a page as the view has it, block after block, and what stands after it. */
function read(html: string, address: string) {
  const reading = extractReading(toPage(html, address), {
    hostname: new URL(address).hostname,
    direction: '',
    plainText: false,
  });
  const body = document.createElement('div');
  body.append(
    ...[...(reading?.body.querySelectorAll('p, li, h2, blockquote') ?? [])].map((each) =>
      document.importNode(each, true),
    ),
  );
  return extractAfterText(toPage(html, address), body);
}

const toTexts = (parts: DocumentFragment[] = []) =>
  parts.map((part) => (part.textContent ?? '').replace(/\s+/g, ' ').trim());

test.each(ARTICLES.filter(({ comments }) => comments.length > 0).map((each) => [each.path, each] as const))(
  'after %s stand its comments, its pictures and further articles',
  (path, article) => {
    const after = read(articlePage(article, PLACES), HOST + path);
    expect(toTexts(after?.comments)).toEqual(article.comments.map(({ author, text }) => `${author}${text}`));
    expect(toTexts(after?.pictures)).toEqual(
      article.gallery.length > 1 ? article.gallery.map(({ caption }) => caption) : [],
    );
    expect(after?.further.length).toBeGreaterThan(2);
    const links = after?.further.map((part) => part.querySelector('a')?.href ?? '') ?? [];
    expect(links.every((href) => href.startsWith(HOST))).toBe(true);
    expect(links).not.toContain(HOST + path);
  },
);

const TEXT =
  '<p>It rained for the whole of a long day, and nobody counted.</p><p>On the next day it rained again, and a child did.</p>';
const page = (after: string) =>
  `<body><article>${TEXT}</article>${after}<footer><a href="/x">All that we have written about rain</a></footer>`;
const body = () => Object.assign(document.createElement('div'), { innerHTML: TEXT });
const find = (after: string) => extractAfterText(toPage(page(after), `${HOST}/rain`), body());

test.each([
  ['nothing', '', [0, 0, 0]],
  ['links to another site', '<a href="https://ads.example/a">A headline that is long enough</a>', [0, 0, 0]],
  [
    'menu entries',
    '<a href="/a">Sport</a><nav><a href="/b">A headline that is long enough</a></nav>',
    [0, 0, 0],
  ],
  [
    'the same link twice',
    '<a href="/a">A headline that is long enough</a><a href="/a">A headline that is long enough</a>',
    [0, 0, 1],
  ],
  ['one illustration', '<figure><img src="/a.jpg"><figcaption>Rain</figcaption></figure>', [0, 0, 0]],
  [
    'nobody has written',
    '<section id="comments"><h2>Comments</h2><form><button>Write</button></form></section>',
    [0, 0, 0],
  ],
  [
    'replies within replies',
    '<div class="comment-list"><article>One<article>Two</article></article><article>Three</article></div>',
    [2, 0, 0],
  ],
])('where a page has %s, no more is shown', (_, after, expected) => {
  const found = find(after);
  expect([found?.comments.length, found?.pictures.length, found?.further.length]).toEqual(expected);
});

test('what was said in the text is not said again', () => {
  expect(
    find(`<ol class="comments"><li>On the next day it rained again, and a child did.</li></ol>`)?.comments,
  ).toEqual([]);
});

test('where the end of the text is not found, nothing is', () => {
  const other = Object.assign(document.createElement('div'), {
    innerHTML: '<p>Something that stands nowhere in that page at all.</p>',
  });
  expect(
    extractAfterText(toPage(page('<ol class="comments"><li>Yes</li></ol>'), `${HOST}/rain`), other),
  ).toBeNull();
});

test('nothing of a comment can do anything', () => {
  const [comment] =
    find(
      '<ol class="comments"><li onclick="x()"><script>x()</script>Hello<img src="/a.jpg" onerror="x()"></li></ol>',
    )?.comments ?? [];
  const holder = document.createElement('div');
  holder.append(document.importNode(comment as DocumentFragment, true));
  expect(holder.innerHTML).toBe(`<li>Hello<img src="${HOST}/a.jpg"></li>`);
});
