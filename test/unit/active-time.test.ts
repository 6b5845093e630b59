import { BUSY_MS, HEAD_START_MS, watchActiveTime } from '../../src/watch/clock.ts';

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

function turn(state: DocumentVisibilityState) {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('a page that is looked at counts from the navigation', () => {
  now = 40;
  const clock = watchActiveTime(document);
  now = 1000;
  expect(clock.readMs()).toBe(1000);
});

test('time in a hidden tab does not count', () => {
  const clock = watchActiveTime(document);
  now = 1000;
  turn('hidden');
  now = 9000;
  turn('visible');
  now = 9500;
  expect(clock.readMs()).toBe(1500);
});

test.each([
  [8000, HEAD_START_MS + 200],
  [1000, 1200],
])('a page opened hidden has a head start when it is looked at after %i ms', (shownAt, activeMs) => {
  visibility = 'hidden';
  now = 30;
  const clock = watchActiveTime(document);
  now = shownAt;
  turn('visible');
  now += 200;
  expect(clock.readMs()).toBe(activeMs);
});

test('a prerendered page counts from its activation', () => {
  activationStart = 5000;
  now = 5000;
  const clock = watchActiveTime(document);
  now = 5700;
  expect(clock.readMs()).toBe(700);
});

test('what a busy page makes a timer come too late is not the network', () => {
  const clock = watchActiveTime(document);
  now = 3500;
  clock.tick(500);
  expect(clock.readMs()).toBe(500);
  now += 500 + BUSY_MS;
  clock.tick(500);
  expect(clock.readMs()).toBe(1000 + BUSY_MS);
});

test('a stopped clock hears no tab any more', () => {
  const clock = watchActiveTime(document);
  clock.stop();
  now = 1000;
  turn('hidden');
  now = 3000;
  visibility = 'visible';
  expect(clock.readMs()).toBe(3000);
});
