import { BUSY_MS, HEAD_START_MS, watchActiveTime } from '../../src/watch/active-time.ts';

const DELAY_MS = 500;
let now = 0;
let visibility: DocumentVisibilityState = 'visible';
let activationStart = 0;

beforeEach(() => {
  now = 0;
  visibility = 'visible';
  activationStart = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  performance.getEntriesByType = () => [{ activationStart }] as unknown as PerformanceEntryList;
  jest.spyOn(document, 'hidden', 'get').mockImplementation(() => visibility === 'hidden');
});

/** Lets the timer fire, each time as long after the last as given; gives the active time then. */
function count(countActiveMs: (delayMs: number) => number, ...passedMs: number[]): number {
  let activeMs = 0;
  for (const ms of passedMs) {
    now += ms;
    activeMs = countActiveMs(DELAY_MS);
  }
  return activeMs;
}

test('a page that is looked at counts from the navigation', () => {
  now = 40;
  expect(count(watchActiveTime(document), 500, 510)).toBe(1050);
});

test('time in a hidden tab does not count', () => {
  const clock = watchActiveTime(document);
  expect(count(clock, 500)).toBe(500);
  visibility = 'hidden';
  count(clock, 500, 1000, 1000);
  visibility = 'visible';
  expect(count(clock, 500, 500)).toBe(1000);
});

test.each([
  [8000, HEAD_START_MS],
  [1000, 1000],
])('a page opened hidden has a head start when it is looked at after %i ms', (shownAt, activeMs) => {
  visibility = 'hidden';
  now = 30;
  const clock = watchActiveTime(document);
  visibility = 'visible';
  expect(count(clock, shownAt - now)).toBe(activeMs);
  expect(count(clock, 500)).toBe(activeMs + 500);
});

test('a timer that a hidden tab held back for a minute takes nothing from the time it is looked at', () => {
  visibility = 'hidden';
  const clock = watchActiveTime(document);
  count(clock, 1000, 60_000, 60_000);
  visibility = 'visible';
  // Shown in the middle of a minute in which the timer did not fire.
  expect(count(clock, 40_000)).toBe(HEAD_START_MS);
  expect(count(clock, 500, 500, 500)).toBe(HEAD_START_MS + 1500);
});

test('a prerendered page counts from its activation', () => {
  activationStart = 5000;
  now = 5200;
  expect(count(watchActiveTime(document), 500)).toBe(700);
});

test('what a busy page makes a timer come too late is not the network', () => {
  const clock = watchActiveTime(document);
  expect(count(clock, 3500)).toBe(DELAY_MS);
  expect(count(clock, DELAY_MS + BUSY_MS)).toBe(2 * DELAY_MS + BUSY_MS);
});
