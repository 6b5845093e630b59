import { addSite, dropSite, isAmong, isOfSite, parseSite, toSite } from '../../src/common/sites.ts';

test.each([
  ['news.example', 'news.example', true],
  ['www.news.example', 'news.example', true],
  ['a.b.news.example', 'news.example', true],
  ['NEWS.example', 'news.example', true],
  ['news.example', 'www.news.example', true],
  ['othernews.example', 'news.example', false],
  ['example', 'news.example', false],
  ['news.example.evil.example', 'news.example', false],
])('%s is of the site %s: %s', (host, site, is) => {
  expect(isOfSite(host, site)).toBe(is);
  expect(isAmong(['other.example', site], host)).toBe(is);
});

test.each([
  ['www.News.example', 'news.example'],
  ['https://www.news.example/a?b#c', 'news.example'],
  [' news.example/world ', 'news.example'],
  ['127.0.0.1:8080', '127.0.0.1'],
  ['localhost', 'localhost'],
  ['خبر.example', 'xn--ngblk.example'],
  ['', null],
  ['two words', null],
  ['https://a@b.example', null],
  ['[::1]', null],
  ['ftp://news.example', null],
  ['*.example', null],
  ['a..example', null],
])('%j is the site %j', (written, site) => {
  expect(parseSite(written)).toBe(site);
});

test('a site is there once, and goes with the hosts that belong to it', () => {
  expect(addSite(addSite([], toSite('www.a.example')), 'a.example')).toEqual(['a.example']);
  expect(dropSite(['a.example', 'b.example'], 'news.a.example')).toEqual(['b.example']);
});
