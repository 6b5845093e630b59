// Which links of a page are headlines, and what is said of each.
import { chooseHeadlines } from '../../src/light/extract/list/headlines.ts';
import { toLinkList } from '../../src/light/extract/list/link-list.ts';
import { readPageLinks } from '../../src/light/extract/list/page-links.ts';
import { readNavigation } from '../../src/light/extract/list/site-navigation.ts';

const OWN = 'https://news.example/world';
const many = (make: (n: number) => string, count = 8): string =>
  Array.from({ length: count }, (_, at) => make(at + 1)).join('');

function toPage(body: string): Document {
  return new DOMParser().parseFromString(`<base href="${OWN}">${body}`, 'text/html');
}

function choose(body: string): string[] {
  return chooseHeadlines(readPageLinks(toPage(body).body), OWN).map(({ words }) => words);
}

const numbered = (words: string, count = 8): string[] =>
  Array.from({ length: count }, (_, at) => `${words} ${at + 1}`);

test.each([
  ['headings with links', many((n) => `<h3><a href="/${n}">Loaf ${n}</a></h3>`), numbered('Loaf')],
  [
    'cards that are one link',
    many((n) => `<a href="/${n}"><img src="${n}.jpg" alt=""><h3>Loaf ${n}</h3><p>9 EUR</p></a>`),
    numbered('Loaf'),
  ],
  [
    'a link without words over a card',
    many(
      (n) =>
        `<li><a href="/${n}" aria-label="The night train number ${n}"></a><h3><span>Trains</span> The night train number ${n}</h3></li>`,
    ),
    numbered('The night train number'),
  ],
  [
    '"Read more" below a heading',
    many(
      (n) => `<div><h2>The night train number ${n}</h2><p>It runs.</p><a href="/a/${n}">Read more</a></div>`,
    ),
    numbered('The night train number'),
  ],
  [
    'pictures alone, by their names',
    many(
      (n) => `<li><a href="/a/${n}"><img src="${n}.jpg" alt="The night train comes, number ${n}"></a></li>`,
    ),
    numbered('The night train comes, number'),
  ],
  [
    'a table of titles, as link sites have it',
    `<table>${many((n) => `<tr><td><a href="https://other${n}.example/">The valley that counts its own rain ${n}</a> <a href="/from?site=${n}">other.example</a></td></tr><tr><td><a href="/user/${n}">ada</a> <a href="/item/${n}">${n} comments</a></td></tr>`)}</table>`,
    numbered('The valley that counts its own rain'),
  ],
  ['a menu of short words', `<ul>${many((n) => `<li><a href="/s${n}">Sport ${n}</a></li>`)}</ul>`, []],
  [
    'links in a sentence',
    many(
      (n) =>
        `<p>We said on Monday, when it rained a lot in the valley, <a href="/${n}">that the trains run</a>.</p>`,
    ),
    [],
  ],
  [
    'what is in the footer',
    `<footer>${many((n) => `<h3><a href="/${n}">Loaf number ${n}</a></h3>`)}</footer>`,
    [],
  ],
  [
    'other schemes',
    '<h3><a href="javascript:alert(1)">A headline that runs</a></h3><h3><a href="mailto:a@b.example">A headline that writes</a></h3>',
    [],
  ],
  [
    'sharing',
    many(
      (n) =>
        `<h3><a href="https://share.example/?u=https%3A%2F%2Fnews.example%2F${n}">Share this long headline ${n}</a></h3>`,
    ),
    [],
  ],
])('%s', (_, html, expected) => {
  expect(choose(html)).toEqual(expected);
});

test('the same page five times is one entry, by the best words', () => {
  const html = `<div><a href="/1"><img src="a.jpg" alt="A train at dawn"></a><a href="/1?utm_source=top">World</a>
    <h3><a href="/1#top">The night train comes back</a></h3><a href="/1">27 comments</a><a href="/1/">Read on</a></div>`;
  expect(choose(html)).toEqual(['The night train comes back']);
});

test('who wrote it, when, and of what kind it is are no entries, but said of it', () => {
  const card = (n: number) =>
    `<article><a class="label" href="/world">World</a><h3><a href="/${n}">The night train number ${n} comes back</a></h3>
     <p>It runs again from the first of May on, says the office for trains ${n}.</p>
     <a rel="author" href="/by/ada">Ada Brook</a> <time>3 May 2026</time> <span class="price">9.50 €</span></article>`;
  const page = toPage(many(card));
  const list = toLinkList(page.body, chooseHeadlines(readPageLinks(page.body), OWN));
  expect(list.querySelectorAll('li')).toHaveLength(8);
  expect(list.querySelector('li')?.innerHTML).toBe(
    '<a href="https://news.example/1">The night train number 1 comes back</a><p><small>World</small></p>' +
      '<p>It runs again from the first of May on, says the office for trains 1.</p><p><small>Ada Brook · 3 May 2026 · 9.50 €</small></p>',
  );
});

test('a heading that leads to a part of the page stands above its entries', () => {
  const part = (n: number) =>
    `<section><h2><a href="/part${n}">Part ${n}</a></h2><ul>${many((m) => `<li><h3><a href="/part${n}/${m}">The night train number ${n}${m}</a></h3></li>`, 3)}</ul></section>`;
  const page = toPage(part(1) + part(2));
  const list = toLinkList(page.body, chooseHeadlines(readPageLinks(page.body), OWN));
  expect(
    [...list.children].map(({ localName, textContent }) => (localName === 'h2' ? textContent : localName)),
  ).toEqual([...['Part 1', 'ul', 'Part 2', 'ul']]);
});

test('a page of very many links is read in one go', () => {
  expect(
    choose(many((n) => `<p><a href="/a/${n}">The valley that counts its own rain, day ${n}</a></p>`, 600)),
  ).toHaveLength(600);
});

test("the site's own menu: short words, pages of the same site, each once", () => {
  const page =
    toPage(`<header><nav><a href="/">Home</a><a href="/sport">Sport</a><a href="/sport#top">Sport</a><a href="https://other.example/">Other</a>
    <a href="#main">Skip</a><a href="javascript:void(0)">Menu</a></nav></header><main><a href="/x">No menu</a></main><footer><nav><a href="/legal">Legal</a></nav></footer>`);
  expect(readNavigation(page)).toEqual([
    { href: 'https://news.example/', words: 'Home' },
    { href: 'https://news.example/sport', words: 'Sport' },
  ]);
});
