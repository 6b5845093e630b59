import { toLinkAddress, toPictureAddress } from '../../src/light/sanitise/safe-address.ts';

test.each([
  ['a page', 'https://a.example/b?c#d', 'https://a.example/b?c#d'],
  ['a host in capitals', 'HTTPS://A.Example', 'https://a.example/'],
  ['a name before the host', 'https://bank.example:1@evil.example/', 'https://evil.example/'],
  ['a letter box', 'mailto:a@a.example?subject=b', 'mailto:a@a.example?subject=b'],
  ['a telephone', 'tel:+98-21-555', 'tel:+98-21-555'],
  ['a code that a telephone obeys', 'tel:*%2306%23', null],
  ['code', 'java\nscript:alert(1)', null],
  ['a relative address', '/a', null],
  ['nothing', '', null],
  ['a load', `https://a.example/${'a'.repeat(9000)}`, null],
])('a link to %s', (_, given, expected) => {
  expect(toLinkAddress(given)).toBe(expected);
});

test.each([
  ['a web address', 'https://a.example/a.png', 'https://a.example/a.png'],
  ['a letter box', 'mailto:a@a.example', null],
  ['its own data', 'data:image/png;base64,AAAA', null],
])('a picture from %s', (_, given, expected) => {
  expect(toPictureAddress(given)).toBe(expected);
});
