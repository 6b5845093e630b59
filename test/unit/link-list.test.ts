import { chooseHeadlines } from '../../src/light/extract/list/headlines.ts';
import { toLinkList } from '../../src/light/extract/list/link-list.ts';
import { readPageLinks } from '../../src/light/extract/list/page-links.ts';
import { removeSurroundings } from '../../src/light/extract/prepare/prepare-document.ts';

function extract(body: string) {
  const page = new DOMParser().parseFromString(`<base href="https://news.example/">${body}`, 'text/html');
  removeSurroundings(page);
  const list = toLinkList(page.body, chooseHeadlines(readPageLinks(page.body), 'https://news.example/'));
  const lines = [...list.querySelectorAll('h2, li')].map((line) =>
    line.localName === 'h2'
      ? `# ${line.textContent}`
      : `${line.textContent} → ${line.querySelector('a')?.getAttribute('href')}`,
  );
  return { lines, html: list.innerHTML };
}

test('headlines stand under the headings they stand below, with absolute addresses', () => {
  expect(
    extract(`<h2>World</h2><h3><a href="/1">The night train comes back to the coast</a></h3>
      <h2>Science</h2><a href="/2">The valley that counts its own rain</a>`).lines,
  ).toEqual([
    '# World',
    'The night train comes back to the coast → https://news.example/1',
    '# Science',
    'The valley that counts its own rain → https://news.example/2',
  ]);
});

test('each address once, menus and labels never', () => {
  const { lines } =
    extract(`<nav><a href="/a">Everything about our subscriptions</a></nav><a href="/w">World</a>
    <a href="/1">The night train comes back to the coast</a><a href="/1">A picture of the night train at dawn</a>
    <footer><a href="/i">Imprint, contact and terms of use</a></footer>`);
  expect(lines).toEqual(['The night train comes back to the coast → https://news.example/1']);
});

test('a teaser that is one link is named by its headline', () => {
  expect(
    extract(
      '<a href="/1"><h3>What a loaf costs on Corn Street</h3><p>Flour is cheaper than a year ago.</p></a>',
    ).lines,
  ).toEqual(['What a loaf costs on Corn Street → https://news.example/1']);
});

test('a heading without headlines is left out, and addresses that are no pages', () => {
  expect(
    extract('<h2>Weather</h2><a href="javascript:void(0)">Open the forecast for the whole week</a>').lines,
  ).toEqual([]);
});

test('links to places in the page itself are no headlines, and headings that are such links are no stories', () => {
  const { lines } = extract(
    `<h2 id="a"><a href="#a">How the gauge is read</a></h2><a href="#b">To the chapter on the older gauges</a>
    <a href="/1">The valley that counts its own rain</a>`,
  );
  expect(lines).toEqual([
    '# How the gauge is read',
    'The valley that counts its own rain → https://news.example/1',
  ]);
});

test('headlines in Chinese are shorter', () => {
  expect(extract('<a href="/1">山谷里的人们自己测量雨量六年</a>').lines).toHaveLength(1);
});

test('below a headline stands what is said of it, without the headline, labels and what is said of others', () => {
  const card = (n: number) =>
    `<div class="card"><a href="/${n}"><img src="${n}.jpg" alt=""></a><span>World</span><h3><a href="/${n}">The night train number ${n} comes back</a></h3><p>It runs again from the first of May on, says the office for trains ${n}.</p></div>`;
  expect(extract(`<div>${card(1)}${card(2)}</div>`).html).toBe(
    `<ul>${[1, 2].map((n) => `<li><a href="https://news.example/${n}">The night train number ${n} comes back</a><p>It runs again from the first of May on, says the office for trains ${n}.</p></li>`).join('')}</ul>`,
  );
});

test('what is said of a headline stands in the order of the page, and once', () => {
  const { html } = extract(`<main>
    <article><h3><a href="/1">The night train comes back to the coast</a></h3>
      <p class="byline">By Ana Roth <time datetime="2026-02-03">3 February</time></p>
      <p>Since Monday it has been running again, with four cars and a guard.</p></article>
    <article><h3><a href="/2">The valley that counts its own rain</a></h3></article></main>`);
  expect(html.match(/<small>.*?<\/p><p>.*?<\/p>/)?.[0]).toBe(
    '<small>By Ana Roth 3 February</small></p><p>Since Monday it has been running again, with four cars and a guard.</p>',
  );
});

describe('what was found to be text of the page', () => {
  const TRAIN = '<a href="/1">The night train comes back to the coast</a>';
  const RAIN = '<a href="/2">The valley that counts its own rain</a>';
  /** Each element with `data-text` is a run of text. */
  const toHtml = (body: string) => {
    const page = new DOMParser().parseFromString(`<base href="https://news.example/">${body}`, 'text/html');
    const texts = [...page.querySelectorAll('[data-text]')].map((each) => {
      const walker = page.createTreeWalker(each, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode as Text);
      return nodes;
    });
    const headlines = chooseHeadlines(readPageLinks(page.body), 'https://news.example/');
    return toLinkList(page.body, headlines, texts).innerHTML.replaceAll('https://news.example', '');
  };
  const LIST = `<ul><li>${TRAIN}</li><li>${RAIN}</li></ul>`;

  test.each([
    ['"Read more" to its own page', `<p data-text><span>3 May</span><a href="/1">Read more</a></p>`, '3 May'],
    ['its price stays', '<p data-text>from <a href="/1">9 €</a></p>', 'from 9 €'],
    ['its comments', '<p data-text><a href="/1#comments">7 comments</a></p>', ''],
    ['a sentence with another headline in it', `<p data-text>See also: ${RAIN}, from May</p>`, 'See also'],
  ])('is said of an entry without what leads to it: %s', (_, said, left) => {
    const card = (html: string) => `<article><h3>${html}</h3>`;
    const html = toHtml(
      `<main>${card(TRAIN)}${said}</article>${card(RAIN)}<p><a href="/2">Read more</a></p></article></main>`,
    );
    expect(html.replace(/<[^>]*>/g, ' ')).not.toMatch(/Read more|comments/);
    expect(html).toContain(left);
  });

  test.each([
    ['headlines once more, with their ranks', `<h2>Most read</h2><p data-text><b>1</b> ${RAIN}</p>`],
    [
      'the way to all of a part',
      [1, 2].map((n) => `<h2>Part ${n}</h2><p data-text><a href="/all-${n}">Show all</a></p>`).join(''),
    ],
  ])('stands in no entry where it is only a link: %s', (_, after) => {
    expect(toHtml(`<main><h3>${TRAIN}</h3><h3>${RAIN}</h3>${after}</main>`)).toBe(LIST);
  });

  test.each([
    ['News of the coast, twice a day', 'News of the coast, twice a day'],
    ['<a href="/c">Coasts</a> (12)', 'Coasts (12)'],
    ['<a href="/c">Coasts</a>', 'Coasts'],
  ])('stands by itself where it says something: %s', (said, text) => {
    const html = toHtml(`<main><p data-text>${said}</p><h3>${TRAIN}</h3><h3>${RAIN}</h3></main>`);
    expect(html).toBe(`<p>${text}</p>${LIST}`);
  });
});

test('headlines that stand in a ticker, too, stand in their own place', () => {
  const links = [1, 2].map((n) => `<a href="/${n}">The night train number ${n} comes back</a>`);
  const { lines } = extract(
    `<marquee>${links.join(' ')}</marquee><h2>World</h2><div>${links.join('<br>')}</div>`,
  );
  expect(lines).toEqual([
    '# World',
    ...[1, 2].map((n) => `The night train number ${n} comes back → https://news.example/${n}`),
  ]);
});
