/** @jest-environment node */
import { toWindows1256 } from '../site/windows-1256.ts';

test.each([
  ['abc', [0x61, 0x62, 0x63]],
  ['سلام', [0xd3, 0xe1, 0xc7, 0xe3]],
  ['گچ', [0x90, 0x8d]],
  ['؟،', [0xbf, 0xa1]],
  ['ی', [...Buffer.from('&#1740;')]],
])('%s', (text, bytes) => {
  expect([...toWindows1256(text)]).toEqual(bytes);
});
