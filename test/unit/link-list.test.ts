import { extractLinks } from '../../src/light/links.ts';
import { removeSurroundings } from '../../src/light/prepare.ts';

function extract(body: string) {
  const page = new DOMParser().parseFromString(`<base href="https://news.example/">${body}`, 'text/html');
  removeSurroundings(page);
  const { list, count, headings } = extractLinks(page.body);
  const lines = [...list.querySelectorAll('h2, li')].map((line) =>
    line.localName === 'h2'
      ? `# ${line.textContent}`
      : `${line.textContent} → ${line.querySelector('a')?.getAttribute('href')}`,
  );
  return { lines, count, headings };
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
  const { lines, count } =
    extract(`<nav><a href="/a">Everything about our subscriptions</a></nav><a href="/w">World</a>
    <a href="/1">The night train comes back to the coast</a><a href="/1">A picture of the night train at dawn</a>
    <footer><a href="/i">Imprint, contact and terms of use</a></footer>`);
  expect(lines).toEqual(['The night train comes back to the coast → https://news.example/1']);
  expect(count).toBe(1);
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
  const { lines, headings } = extract(
    `<h2 id="a"><a href="#a">How the gauge is read</a></h2><a href="#b">To the chapter on the older gauges</a>
    <a href="/1">The valley that counts its own rain</a>`,
  );
  expect(lines).toEqual([
    '# How the gauge is read',
    'The valley that counts its own rain → https://news.example/1',
  ]);
  expect(headings).toBe(0);
});

test('headlines in Chinese are shorter', () => {
  expect(extract('<a href="/1">山谷里的人们自己测量雨量六年</a>').count).toBe(1);
});

test('headings that are links tell a front page from an article', () => {
  expect(extract('<h2><a href="/1">One</a></h2><a href="/2"><h3>Two</h3></a><h2>Three</h2>').headings).toBe(
    2,
  );
});
