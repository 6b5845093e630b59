import { noteSpent } from '../../src/background/actions/note-spent.ts';
import { addSpent, MOST_WEEKS, parseSpent, SPENT_KEY } from '../../src/common/stored/spent.ts';
import type { FakeBrowser } from './fake-browser.ts';
import { toLocks } from './fake-browser.ts';

declare const browser: FakeBrowser;
Object.assign(navigator, { locks: toLocks() });

const WEEK = { week: '2026-11-30', pages: 1, bytes: 31_000, files: 74 };

test.each([
  ['nothing', undefined, []],
  ['something else', 'week', []],
  ['a sound week', [WEEK], [WEEK]],
  ['a week of no day', [{ ...WEEK, week: 'last' }, WEEK], [WEEK]],
  ['amounts that are none', [{ ...WEEK, bytes: -1 }, { ...WEEK, pages: '2' }, null, WEEK], [WEEK]],
])('of %s what is sound is taken', (_, stored, expected) => {
  expect(parseSpent(stored)).toEqual(expected);
});

test.each([
  ['Monday', new Date(2026, 10, 30), '2026-11-30'],
  ['Sunday, late', new Date(2026, 11, 6, 23, 59), '2026-11-30'],
  ['the Monday after', new Date(2026, 11, 7, 0, 1), '2026-12-07'],
])('a week begins on Monday by the clock of the reader: %s', (_, now, week) => {
  const [first] = addSpent([], { pages: 1, bytes: 5, files: 2 }, now);
  expect(first).toEqual({ week, pages: 1, bytes: 5, files: 2 });
});

test('a week adds up, and a season is kept', () => {
  const now = new Date(2026, 11, 1);
  expect(addSpent([WEEK], { pages: 0, bytes: 9000, files: 0 }, now)).toEqual([{ ...WEEK, bytes: 40_000 }]);
  const many = Array.from({ length: MOST_WEEKS }, (_, at) => ({ ...WEEK, week: `2026-01-${10 + at}` }));
  const after = addSpent(many, { pages: 1, bytes: 1, files: 0 }, now);
  expect(after).toHaveLength(MOST_WEEKS);
  expect(after.at(-1)?.week).toBe('2026-11-30');
});

const asker = { tabId: 1, documentId: undefined, address: 'https://news.example/' };

test('nothing of private windows is counted', async () => {
  await noteSpent({ ...asker, isPrivate: true }, { pages: 1, bytes: 5, files: 2 });
  expect(await browser.storage.local.get(SPENT_KEY)).toEqual({});
  await noteSpent({ ...asker, isPrivate: false }, { pages: 1, bytes: 5, files: 2 });
  await noteSpent({ ...asker, isPrivate: false }, { pages: 1, bytes: 5, files: 2 });
  expect(parseSpent((await browser.storage.local.get(SPENT_KEY))[SPENT_KEY])).toMatchObject([
    { pages: 2, bytes: 10, files: 4 },
  ]);
});
