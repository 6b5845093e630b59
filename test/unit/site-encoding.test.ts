/** @jest-environment node */
import { toEncoding } from '../site/encoding.ts';
import { ENCODED } from '../site/texts/encoded.ts';

test.each([
  ['windows-1256', 'abc', [0x61, 0x62, 0x63]],
  ['windows-1256', 'سلام', [0xd3, 0xe1, 0xc7, 0xe3]],
  ['windows-1256', 'گچ', [0x90, 0x8d]],
  ['windows-1256', '؟،', [0xbf, 0xa1]],
  ['windows-1256', 'ی', [...Buffer.from('&#1740;')]],
  ['windows-1251', 'Да', [0xc4, 0xe0]],
  ['koi8-r', 'Да', [0xe4, 0xc1]],
  ['gb18030', '雨a', [0xd3, 0xea, 0x61]],
  ['big5', '雨', [0xab, 0x42]],
  ['shift_jis', 'あア', [0x82, 0xa0, 0x83, 0x41]],
  ['euc-jp', 'あ', [0xa4, 0xa2]],
  ['euc-kr', '비', [0xba, 0xf1]],
])('%s: %s', (encoding, text, bytes) => {
  expect([...toEncoding(text, encoding)]).toEqual(bytes);
});

test.each(ENCODED)('the text in $encoding comes back as it was', ({ encoding, title, paragraphs }) => {
  const text = [title, ...paragraphs].join('\n');
  const decoded = new TextDecoder(encoding).decode(toEncoding(text, encoding));
  // Persian letters that windows-1256 lacks are references.
  expect(decoded.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toBe(text);
});
