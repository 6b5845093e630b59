import { toDirection, toRtlShare } from '../../src/light/direction.ts';

const PERSIAN = 'ساعت پنج صبح روز دوم آبان، وقتی هنوز هوا تاریک بود';
const ENGLISH = 'At half past six every morning, before she lets the hens out';

test.each([
  ['Persian', PERSIAN, 1],
  ['English', ENGLISH, 0],
  ['Hebrew', 'בוקר טוב', 1],
  ['no letters', '12:30 — 14', 0],
])('the share of right-to-left letters: %s', (_, text, share) => {
  expect(toRtlShare(text)).toBe(share);
});

test.each([
  ['Persian on a page that says nothing', PERSIAN, 'ltr', 'rtl'],
  ['English on a page that says nothing', ENGLISH, 'ltr', 'ltr'],
  ['Persian with many foreign names, on a right-to-left page', `${PERSIAN} ${ENGLISH}`, 'rtl', 'rtl'],
  ['English on a page that says it is right-to-left', ENGLISH, 'rtl', 'ltr'],
  ['nothing to judge by', '', 'rtl', 'ltr'],
])('%s', (_, text, page, expected) => {
  expect(toDirection(text, page)).toBe(expected);
});
