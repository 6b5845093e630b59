import { readOutline } from '../../src/light/extract/judgement/features/outline.ts';
import { keepPrice, readPrice } from '../../src/light/extract/keep/keep-price.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

test.each([
  ['JSON-LD', '', '{"@type":"Product","offers":{"@type":"Offer","price":"39.00"}}', '39.00'],
  ['JSON-LD, as a number', '', '{"offers":{"lowPrice": 1299.5}}', '1299.5'],
  ['microdata', '<span itemprop="price" content="40">€ 40</span>', '', '40'],
  ['a meta element', '<meta property="product:price:amount" content="12.50">', '', '12.50'],
  ['nothing', '<p>12.50</p>', '', ''],
])('a price in %s', (_, html, data, price) => {
  expect(readPrice(parse(html), data)).toBe(price);
});

test.each([
  ['$39.00 every month', '39.00', true],
  ['EUR 1.299,00', '1299', true],
  ['1 299 Kč', '1299.00', true],
  ['from 139.00', '39.00', false],
  ['It costs 39.00 for those who come every month and bring a friend', '39', false],
  ['39.00', '', false],
])('%s is the line of the price %s: %s', (line, price, expected) => {
  const outline = readOutline(parse(`<h1>Gauge</h1><p>${line}</p><p>Brass.</p>`).body);
  const keep = outline.runs.map(() => false);
  keepPrice(outline, keep, price);
  expect(keep).toEqual([false, expected, false]);
});

test('a price that is shown already is not shown twice', () => {
  const outline = readOutline(parse('<p>$40</p><p>Now for $40.00 only.</p>').body);
  const keep = [false, true];
  keepPrice(outline, keep, '40');
  expect(keep).toEqual([false, true]);
});
