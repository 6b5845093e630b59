import { afterEach, expect, jest, test } from '@jest/globals';
import { isSettled } from '../../src/light/source.ts';

function pretend(readyState: DocumentReadyState, times: Partial<PerformanceNavigationTiming>): void {
  jest.spyOn(document, 'readyState', 'get').mockReturnValue(readyState);
  performance.getEntriesByType = () => [times as PerformanceNavigationTiming];
}

const { getEntriesByType } = performance;
afterEach(() => {
  jest.restoreAllMocks();
  performance.getEntriesByType = getEntriesByType;
});

test('a page has settled when its DOMContentLoaded has begun', () => {
  pretend('interactive', { fetchStart: 2, domContentLoadedEventStart: 0, domComplete: 0 });
  expect(isSettled()).toBe(false);
  pretend('interactive', { fetchStart: 2, domContentLoadedEventStart: 310, domComplete: 0 });
  expect(isSettled()).toBe(true);
});

test('it has, too, where Firefox counts from the process that it goes on in', () => {
  pretend('interactive', { fetchStart: -65, domContentLoadedEventStart: 143, domComplete: 0 });
  expect(isSettled()).toBe(true);
});

test('it has not where Firefox gives it the times of the empty page that stood in the new tab before', () => {
  const mixed = { fetchStart: -329, domInteractive: 1, domContentLoadedEventStart: 1, domComplete: 1 };
  pretend('loading', mixed);
  expect(isSettled()).toBe(false);
  pretend('interactive', mixed);
  expect(isSettled()).toBe(false);
  pretend('complete', mixed);
  expect(isSettled()).toBe(true);
});
