import { afterEach, expect, jest, test } from '@jest/globals';
import { hasWorker, isSettled } from '../../src/light/source/navigation.ts';

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

test('it has not where Firefox gives it the times of the error page that stood there before', () => {
  // As Firefox 153 gave them while the HTML was held back.
  const mixed = { fetchStart: 653, domInteractive: 154, domContentLoadedEventStart: 359, domComplete: 0 };
  pretend('loading', mixed);
  expect(isSettled()).toBe(false);
  pretend('interactive', mixed);
  expect(isSettled()).toBe(false);
  pretend('complete', mixed);
  expect(isSettled()).toBe(true);
});

test.each<[what: string, own: object | undefined, page: object | undefined, expected: boolean]>([
  ['a worker controls the page', { controller: {} }, undefined, true],
  ['none does, whatever the page says', { controller: null }, { controller: {} }, false],
  [
    'a worker controls the page, and content scripts do not see it (Firefox 140)',
    undefined,
    { controller: {} },
    true,
  ],
  ['none does, and content scripts would not see it', undefined, { controller: null }, false],
  ['the browser has no workers', undefined, undefined, false],
])('%s', (_, own, page, expected) => {
  Object.defineProperty(navigator, 'serviceWorker', { value: own, configurable: true });
  const seen = { wrappedJSObject: { navigator: { serviceWorker: page } } };
  expect(hasWorker(seen as unknown as Window)).toBe(expected);
});

test('a page that throws where its worker is asked for has none', () => {
  Object.defineProperty(navigator, 'serviceWorker', { value: undefined, configurable: true });
  const seen = {
    get wrappedJSObject() {
      throw new Error('mine');
    },
  };
  expect(hasWorker(seen as unknown as Window)).toBe(false);
});
