import { toMinutes } from '../../src/light/metadata/reading-time.ts';

test.each([
  ['an empty text', 0, 'en', 1],
  ['English, five minutes', 987 * 5, 'en-GB', 5],
  ['a little more than five', 987 * 5 + 1, 'en', 6],
  ['Chinese is read fewer characters a minute', 2550, 'zh-Hans', 10],
  ['Persian has a figure of its own', 795 * 3, 'fa-IR', 3],
  ['Urdu', 840 * 3, 'ur', 3],
  ['Sorani', 805 * 3, 'ckb', 3],
  ['an unknown language is read as English', 987, 'xx', 1],
  ['a page that does not say', 1974, '', 2],
])('%s', (_, chars, language, minutes) => {
  expect(toMinutes(chars, language)).toBe(minutes);
});
