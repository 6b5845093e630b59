import { toLine } from '../../src/light/text/single-line.ts';

test.each([
  ['words', 'Rain in the valley', 'Rain in the valley'],
  ['lines', ' Rain\n\tin  the\r\nvalley ', 'Rain in the valley'],
  ['an override', 'report\u202efdp\u202c.exe', 'reportfdp.exe'],
  ['isolates and embeddings', '\u2067a\u2069\u2066b\u2068\u202ac\u202b', 'abc'],
  ['Persian joiners and marks', 'می\u200cروم\u200f C\u200e++', 'می\u200cروم\u200f C\u200e++'],
  ['a long one', 'a'.repeat(50), `${'a'.repeat(19)}…`],
  ['a long one of pairs', '😀'.repeat(50), `${'😀'.repeat(19)}…`],
  ['nothing', '', ''],
])('a line of %s', (_, given, expected) => {
  expect(toLine(given, 20)).toBe(expected);
});
