import { followGrowth, type Piece } from '../../src/light/extract/incremental/incremental-extraction.ts';

const PROSE = 'At half past six every morning she walks to the end of her garden with a torch and a pencil.';
const OTHER = 'Then she writes one number in a school exercise book, and sends it to her neighbours by nine.';
const LONG = `${PROSE} ${OTHER}`;
const BUDGET_MS = Number.POSITIVE_INFINITY;

function toPage(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function toTexts(pieces: Piece[]): string[] {
  return pieces.map((piece) =>
    piece
      .map(({ textContent }) => textContent)
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** All the text of a page that is here. */
function readAll(html: string): string[] {
  return toTexts(followGrowth(toPage(html)).take(true, BUDGET_MS));
}

test.each([
  ['an article', `<article><p>${PROSE}</p><p>${OTHER}</p></article>`, [PROSE, OTHER]],
  [
    'a label beside running text',
    `<h1>T</h1><div><p>By eight.</p><p>${PROSE}</p><p>Rain.</p></div>`,
    ['By eight.', PROSE, 'Rain.'],
  ],
  ['line breaks', `<h1>T</h1><div>${PROSE}<br><br>${OTHER}<br> <br></div>`, [PROSE, OTHER]],
  [
    'text between blocks',
    `<h1>T</h1><div>${PROSE} <b>Bold.</b><p>${OTHER}</p></div>`,
    [`${PROSE} Bold.`, OTHER],
  ],
  [
    'a list and a heading',
    `<h1>T</h1><div><p>${PROSE}</p><h2>Why</h2><ul><li>One</li><li>Two</li></ul></div>`,
    [PROSE, 'Why', 'OneTwo'],
  ],
  [
    'a list whose entries are paragraphs',
    `<article><ul><li><p>${PROSE}</p></li><li><p>${OTHER}</p></li></ul></article>`,
    [PROSE, OTHER],
  ],
  ['a heading of nothing', `<h1>T</h1><div><p>${PROSE}</p><h2>Related</h2></div>`, [PROSE]],
  ['a page in one form', `<form><input name="nextSibling"><h1>T</h1><p>${PROSE}</p></form>`, [PROSE]],
  ['navigation', `<h1>T</h1><nav><p>${OTHER}</p></nav><p>${PROSE}</p>`, [PROSE]],
  [
    'a notice before the text',
    `<div class="cookie-consent"><p>${OTHER}</p></div><article><p>${PROSE}</p></article>`,
    [PROSE],
  ],
  [
    'an article in what is called a sidebar',
    `<h1>T</h1><div class="sidebar-1"><article><p>${PROSE}</p><p>${OTHER}</p></article></div>`,
    [PROSE, OTHER],
  ],
  [
    'an article in a box whose name speaks against it: so much text is no box',
    `<h1>T</h1><article><div class="share-container"><div>${`<p>${LONG}</p>`.repeat(9)}</div></div></article>`,
    new Array(9).fill(LONG),
  ],
  [
    'what readers have written below the text, in a box of its kind',
    `<h1>T</h1><div><p>${LONG}</p><p>${PROSE}</p><div id="comments"><p>${OTHER}</p><p>${LONG}</p></div></div>`,
    [LONG, PROSE],
  ],
  [
    'a thread, of which nothing else is the text',
    `<h1>T</h1><div class="discussion"><div><p>${LONG}</p></div><div><p>${OTHER}</p></div></div>`,
    [LONG, OTHER],
  ],
  [
    'a footer below the text',
    `<h1>T</h1><div><div><p>${LONG}</p><p>${PROSE}</p></div></div><div><div><div><p>${OTHER}</p></div></div></div>`,
    [LONG, PROSE],
  ],
  [
    'a box amid the text, of another kind',
    `<h1>T</h1><div><p>${LONG}</p><p>${PROSE}</p><div><div><div><div><p>${OTHER}</p></div></div></div></div><p>End.</p></div>`,
    [LONG, PROSE, OTHER, 'End.'],
  ],
  [
    'a notice above the text',
    `<div><div><p>${OTHER}</p></div></div><h1>T</h1><div class="a"><section><p>${LONG}</p><p>${PROSE}</p></section></div>`,
    [LONG, PROSE],
  ],
  [
    'posts of a thread',
    `<h1>T</h1>${[LONG, PROSE, OTHER].map((post) => `<div class="post"><i>x</i><div class="words"><p>${post}</p></div></div>`).join('')}`,
    [LONG, PROSE, OTHER],
  ],
  ['a paragraph of links', `<h1>T</h1><div><p>${PROSE}</p><p><a href="/">${OTHER}</a></p></div>`, [PROSE]],
  [
    'the headlines of a front page, without their teasers',
    `<h1>T</h1>${`<div><h2><a href="/">A headline that leads on</a></h2><p>${PROSE}</p></div>`.repeat(5)}`,
    Array<string>(5).fill('A headline that leads on'),
  ],
  [
    'headlines in teasers that are one link',
    `<h1>T</h1>${`<a href="/1"><h3>A headline that leads on</h3><p>${PROSE}</p></a>`.repeat(5)}`,
    Array<string>(5).fill('A headline that leads on'),
  ],
  [
    'few headlines below a text',
    `<h1>T</h1><div><p>${PROSE}</p><p>${OTHER}</p></div>${`<div><h3><a href="/1">A headline that leads on</a></h3></div>`.repeat(6)}`,
    [PROSE, OTHER],
  ],
  [
    'data of the page',
    `<article><script type="application/ld+json">{"text":"${OTHER}"}</script><p>${PROSE}</p></article>`,
    [PROSE],
  ],
  ['nothing', '<p>Hello</p>', []],
])('%s', (_, html, texts) => {
  expect(readAll(html)).toEqual(texts);
});

test('a paragraph is taken when something follows it, and once', () => {
  const page = toPage('<h1>T</h1><article></article>');
  const article = page.querySelector('article') as Element;
  const growth = followGrowth(page);
  article.insertAdjacentHTML('beforeend', `<p>${PROSE} ${OTHER}</p>`);
  expect(growth.take(false, BUDGET_MS)).toEqual([]);
  article.insertAdjacentHTML('beforeend', `<p>${OTHER}`);
  expect(toTexts(growth.take(false, BUDGET_MS))).toEqual([`${PROSE} ${OTHER}`]);
  expect(growth.take(false, BUDGET_MS)).toEqual([]);
  expect(toTexts(growth.take(true, BUDGET_MS))).toEqual([OTHER]);
});

function createHost(page: Document, name: string): Element {
  const host = page.createElement('div');
  host.setAttribute('data-light', name);
  return host;
}

test('a first paragraph that tells little waits for the next ones, or for so much of the page', () => {
  const page = toPage(`<h1>T</h1><div><div><p>${PROSE}</p></div></div>`);
  const growth = followGrowth(page);
  page.body.append(page.createElement('section'));
  expect(growth.take(false, BUDGET_MS)).toEqual([]);
  const links = page.body.appendChild(page.createElement('section'));
  links.innerHTML = `<p><a href="/">${OTHER}</a></p>`.repeat(50);
  page.body.append(page.createElement('section'));
  expect(toTexts(growth.take(false, BUDGET_MS))).toEqual([PROSE]);
});

test("Light's own elements close nothing and are no text", () => {
  const page = toPage(`<article><p>${PROSE}</p></article>`);
  page.documentElement.append(createHost(page, 'view'));
  page.body.append(createHost(page, 'prompt'));
  const growth = followGrowth(page);
  expect(growth.take(false, BUDGET_MS)).toEqual([]);
  expect(toTexts(growth.take(true, BUDGET_MS))).toEqual([PROSE]);
});

test('a page whose script moves what was taken is read from its beginning, and nothing twice', () => {
  const page = toPage(`<h1>T</h1><article><p>${PROSE} ${OTHER}</p><p>x</p></article>`);
  const growth = followGrowth(page);
  expect(toTexts(growth.take(false, BUDGET_MS))).toEqual([`${PROSE} ${OTHER}`]);
  page.body.prepend(page.createElement('section'));
  page.querySelector('article')?.replaceChildren(...page.querySelectorAll('article > p:first-child'));
  page.querySelector('article')?.insertAdjacentHTML('beforeend', `<p>${OTHER}</p>`);
  expect(toTexts(growth.take(true, BUDGET_MS))).toEqual([OTHER]);
});

test('each part of a page is looked at once, however often one asks', () => {
  const page = toPage(`<article>${`<p>${PROSE}</p>`.repeat(300)}</article>`);
  const growth = followGrowth(page);
  growth.take(false, BUDGET_MS);
  const chars = growth.chars();
  for (let times = 0; times < 10; times++) growth.take(false, BUDGET_MS);
  expect(growth.chars()).toBe(chars);
});

test('a budget that is spent leaves the rest to the next call', () => {
  const page = toPage(`<article>${`<p>${PROSE}</p>`.repeat(50)}</article>`);
  const growth = followGrowth(page);
  let taken = growth.take(true, 0).length;
  expect(growth.isBehind()).toBe(true);
  while (growth.isBehind()) taken += growth.take(true, 0).length;
  expect(taken).toBe(50);
});
