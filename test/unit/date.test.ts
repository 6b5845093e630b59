/** @jest-environment node */
import { isDay, toDate } from '../../src/light/metadata/date.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const read = (value: unknown) => toDate(value, '', NOW)?.toISOString() ?? null;

test.each([
  ['2026-11-02T08:30:00+03:30', '2026-11-02T05:00:00.000Z'],
  ['2026-11-02T08:30:00+0330', '2026-11-02T05:00:00.000Z'],
  ['2026-11-02T08:30+03', '2026-11-02T05:30:00.000Z'],
  ['2026-11-02T08:30:00-03:30', '2026-11-02T12:00:00.000Z'],
  ['2026-11-02T08:30:12.467Z', '2026-11-02T08:30:12.467Z'],
  ['2026-11-02 T 08:30:00 +0330', '2026-11-02T05:00:00.000Z'],
  ['2026/11/02 08:30 GMT', '2026-11-02T08:30:00.000Z'],
  ['Mon, 02 Nov 2026 08:30:00 +0330', '2026-11-02T05:00:00.000Z'],
  ['20261102T083000Z', '2026-11-02T08:30:00.000Z'],
  ['1761135952', '2025-10-22T12:25:52.000Z'],
  [1761135952000, '2025-10-22T12:25:52.000Z'],
])('a moment in its zone: %s', (text, moment) => {
  expect(read(text)).toBe(moment);
});

test.each([
  ['2026-11-02', '2026-11-02'],
  ['20261102', '2026-11-02'],
  ['2026.11.2', '2026-11-02'],
  ['2026-11-02T00:00:00', '2026-11-02'],
  ['Published November 2, 2026', '2026-11-02'],
  ['2 November 2026', '2026-11-02'],
  ['2026年11月2日', '2026-11-02'],
  ['2026년 11월 2일', '2026-11-02'],
  ['۱۴۰۵/۰۸/۱۱', '2026-11-02'],
  ['1405-01-01', '2026-03-21'],
  // A leap year: its last month has 30 days.
  ['1403/12/30', '2025-03-20'],
  ['١٤٠٥/٨/١١', '2026-11-02'],
])('a day without a time stays that day: %s', (text, day) => {
  const date = toDate(text, '', NOW);
  expect(date?.toISOString()).toBe(`${day}T00:00:00.000Z`);
  expect(date && isDay(date)).toBe(true);
});

test.each([
  ['2026-11-02 08:30', 2026, 10, 2, 8],
  ['۱۳۹۹/۰۲/۲۱ - ۱۸:۵۹', 2020, 4, 10, 18],
  ['2016年10月14日07:17', 2016, 9, 14, 7],
  ['2020-03-15 20:18:45 GST', 2020, 2, 15, 20],
])('a time without a zone is the reader’s own: %s', (text, ...local) => {
  const date = toDate(text, '', NOW);
  expect([date?.getFullYear(), date?.getMonth(), date?.getDate(), date?.getHours()]).toEqual(local);
  expect(date && isDay(date)).toBe(false);
});

test.each([
  ['nothing', null],
  ['an empty text', ''],
  ['a word', 'yesterday'],
  ['a number in a word', 'article 5'],
  ['a thirteenth month', '2026-13-02'],
  ['no year', '0001-01-01T00:00:00Z'],
  ['what software makes of none', '1970-01-01T00:00:00Z'],
  ['the future', '2026-12-24T18:00:00Z'],
])('%s is no date', (_, text) => {
  expect(read(text)).toBeNull();
});

test('a clock that runs ahead is no future', () => {
  expect(read('2026-11-25T22:00:00Z')).toBe('2026-11-25T22:00:00.000Z');
});

test.each([
  ['fa', 'چهارشنبه ۱۹ اردیبهشت ۱۴۰۰', '2021-05-09'],
  ['fa', '۱۱ آبان‌ماه ۱۴۰۵', '2026-11-02'],
  ['fa-IR', 'تاریخ انتشار: ۳۰ اسفند ماه ۱۴۰۳', '2025-03-20'],
  ['fa', '۲ نوامبر ۲۰۲۶', '2026-11-02'],
  ['ar', '2 نوفمبر/تشرين الثاني 2026', '2026-11-02'],
  ['de', 'Montag, 2. November 2026', '2026-11-02'],
  ['es', '2 de noviembre de 2026', '2026-11-02'],
  ['fr', 'Publié le 2 novembre 2026', '2026-11-02'],
  ['ru', '2 ноября 2026 г.', '2026-11-02'],
  ['tr', '2 Kasım 2026', '2026-11-02'],
  ['ur', '2 نومبر، 2026', '2026-11-02'],
])('a month named in the language of the page: %s, %s', (language, text, day) => {
  expect(toDate(text, language, NOW)?.toISOString()).toBe(`${day}T00:00:00.000Z`);
});

test('a named month may have a time beside it, and no other word is one', () => {
  const date = toDate('۱۹ اردیبهشت ۱۴۰۰ - ۱۸:۵۹', 'fa', NOW);
  expect([date?.getMonth(), date?.getDate(), date?.getHours()]).toEqual([4, 9, 18]);
  expect(toDate('5 comments 2026', 'de', NOW)).toBeNull();
  expect(toDate('32 novembre 2026', 'fr', NOW)).toBeNull();
});
