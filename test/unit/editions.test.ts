import table from '../../src/background/sites/editions.json';
import { findEdition } from '../../src/background/sites/editions.ts';
import { findNamedEdition } from '../../src/light/page/light-editions.ts';

test.each([
  ['https://www.npr.org/2026/11/30/nx-s1-5612345/a-story-of-rain', 'https://text.npr.org/nx-s1-5612345'],
  ['https://www.npr.org/', 'https://text.npr.org/'],
  ['https://www.npr.org/sections/news/', ''],
  ['https://text.npr.org/nx-s1-5612345', ''],
  [
    'https://www.cnn.com/2026/11/30/world/rain/index.html',
    'https://lite.cnn.com/2026/11/30/world/rain/index.html',
  ],
  ['https://edition.cnn.com/', 'https://lite.cnn.com/'],
  [
    'https://www.bbc.com/persian/articles/c0example1o',
    'https://www.bbc.com/persian/articles/c0example1o.lite',
  ],
  [
    'https://www.bbc.com/zhongwen/trad/articles/c0example1o',
    'https://www.bbc.com/zhongwen/trad/articles/c0example1o.lite',
  ],
  ['https://www.bbc.com/persian/articles/c0example1o.lite', ''],
  ['https://www.bbc.com/news/articles/c0example1o', ''],
  ['https://evil.example/www.npr.org/', ''],
  ['https://www.npr.org.evil.example/', ''],
])('%s has the edition %j', (address, edition) => {
  expect(findEdition(address)).toBe(edition);
});

test('each entry of the table says where it is from', () => {
  for (const { source } of table.editions) expect(source).toMatch(/^https:\/\//);
});

const find = (head: string) => {
  const page = new DOMParser().parseFromString(`<base href="https://news.example/a">${head}`, 'text/html');
  return findNamedEdition(page);
};

test.each([
  ['<link rel=amphtml href="/amp/a">', 'https://news.example/amp/a'],
  ['<link rel="alternate" type="text/plain" href="a.txt">', 'https://news.example/a.txt'],
  ['<link rel=alternate media="handheld" href="https://m.news.example/a">', 'https://m.news.example/a'],
  [
    '<link rel=amphtml href=/amp/a><link rel=alternate type=text/plain href=/a.txt>',
    'https://news.example/a.txt',
  ],
  ['<link rel=amphtml href="https://news.example/a#top">', ''],
  ['<link rel=amphtml href="javascript:alert(1)">', ''],
  ['<link rel=alternate hreflang=fa href=/fa>', ''],
  ['', ''],
])('of %s the edition is %j', (head, edition) => {
  expect(find(head)).toBe(edition);
});
