import { readFacts } from '../../src/light/extract/page-facts.ts';

const read = (head: string, data = '') =>
  readFacts(new DOMParser().parseFromString(`<head>${head}</head>`, 'text/html'), data, 'Rain');

test('what a page says of itself', () => {
  const head =
    '<meta name="description" content="One"><meta property="og:description" content="Two"><meta property="og:type" content="article">';
  const data =
    '{"@type": ["NewsArticle"], "author": {"@type":"Person"}, "articleBody": "It \\"rained\\".\n\\u00e9"}';
  expect(read(head, data)).toEqual({
    address: 'http://localhost/',
    title: 'Rain',
    descriptions: ['One', 'Two'],
    types: 'NewsArticle Person article',
    articleBody: 'It "rained". é',
  });
});

test.each([
  ['nothing', ''],
  ['a body cut off', '{"articleBody": "It rai'],
  ['a body with a broken escape', '{"articleBody": "It \\q rained"}'],
])('%s is no text of the article', (_, data) => {
  expect(read('', data).articleBody).toBe('');
});
