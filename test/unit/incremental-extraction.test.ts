import { followGrowth, type Piece } from '../../src/light/grow.ts';

const PROSE = 'At half past six every morning she walks to the end of her garden with a torch and a pencil.';
const OTHER = 'Then she writes one number in a school exercise book, and sends it to her neighbours by nine.';
const BUDGET_MS = 1000;

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
  ['a paragraph of links', `<h1>T</h1><div><p>${PROSE}</p><p><a href="/">${OTHER}</a></p></div>`, [PROSE]],
  [
    'teasers of a front page',
    `<h1>T</h1>${`<div><h2><a href="/">A headline that leads on</a></h2><p>${PROSE}</p></div>`.repeat(5)}`,
    [PROSE, PROSE, PROSE],
  ],
  ['nothing', '<p>Hello</p>', []],
])('%s', (_, html, texts) => {
  expect(readAll(html)).toEqual(texts);
});

test('a paragraph is taken when something follows it, and once', () => {
  const page = toPage('<article></article>');
  const article = page.querySelector('article') as Element;
  const growth = followGrowth(page);
  article.insertAdjacentHTML('beforeend', `<p>${PROSE}</p>`);
  expect(growth.take(false, BUDGET_MS)).toEqual([]);
  article.insertAdjacentHTML('beforeend', `<p>${OTHER}`);
  expect(toTexts(growth.take(false, BUDGET_MS))).toEqual([PROSE]);
  expect(growth.take(false, BUDGET_MS)).toEqual([]);
  expect(toTexts(growth.take(true, BUDGET_MS))).toEqual([OTHER]);
});

test("Light's own elements close nothing and are no text", () => {
  const page = toPage(`<article><p>${PROSE}</p></article>`);
  page.documentElement.append(page.createElement('light-view'));
  page.body.append(page.createElement('light-prompt'));
  const growth = followGrowth(page);
  expect(growth.take(false, BUDGET_MS)).toEqual([]);
  expect(toTexts(growth.take(true, BUDGET_MS))).toEqual([PROSE]);
});

test('a page whose script moves what was taken is read from its beginning, and nothing twice', () => {
  const page = toPage(`<article><p>${PROSE}</p><p>x</p></article>`);
  const growth = followGrowth(page);
  expect(toTexts(growth.take(false, BUDGET_MS))).toEqual([PROSE]);
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
