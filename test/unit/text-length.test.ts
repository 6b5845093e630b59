import { toTextLength } from '../../src/common/words/text-length.ts';

test.each([
  ['letters are counted', 'The river rose.', 15],
  ['white space around the text is not', ' \n The river rose.\t', 15],
  ['a Chinese character says as much as three letters', '河水上涨', 12],
  ['and a Japanese one', 'かわ', 6],
  ['and a Korean one', '강물', 6],
  ['letters among them count as letters', '2026年に', 10],
  ['nothing is nothing', '  ', 0],
])('%s', (_, text, length) => {
  expect(toTextLength(text)).toBe(length);
});
