import { findNamedFeed } from '../../src/light/page/named-feed.ts';

const find = (address: string, head: string) =>
  findNamedFeed(new DOMParser().parseFromString(`<base href="${address}">${head}`, 'text/html'));

const RSS = 'rel=alternate type="application/rss+xml"';

test.each([
  ['https://news.example/', `<link ${RSS} href="/feed/">`, 'https://news.example/feed/'],
  [
    'https://news.example/fa/',
    `<link rel="alternate" type="application/atom+xml" href="atom.xml">`,
    'https://news.example/fa/atom.xml',
  ],
  [
    'https://news.example/',
    `<link ${RSS} href="/feed/"><link ${RSS} href="/comments/feed/">`,
    'https://news.example/feed/',
  ],
  // Of a section the feed that is its own.
  [
    'https://news.example/category/rain/',
    `<link ${RSS} href="/feed/"><link ${RSS} href="/category/rain/feed/">`,
    'https://news.example/category/rain/feed/',
  ],
  ['https://news.example/category/rain/', `<link ${RSS} href="/feed/">`, ''],
  // Another origin's, another protocol, no address, another kind.
  ['https://news.example/', `<link ${RSS} href="https://feeds.example/news">`, ''],
  ['https://news.example/', `<link ${RSS} href="javascript:alert(1)">`, ''],
  ['https://news.example/', `<link ${RSS} href="">`, ''],
  ['https://news.example/', `<link ${RSS} href="https://[">`, ''],
  ['https://news.example/', '<link rel=alternate type="application/json+oembed" href="/oembed">', ''],
  ['https://news.example/', '', ''],
])('the feed of %s, whose head is %s, is %j', (address, head, feed) => {
  expect(find(address, head)).toBe(feed);
});
