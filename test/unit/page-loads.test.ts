/**
 * @jest-environment jsdom
 */
import { PageLoads } from '../../src/light/source/page-loads.ts';

const leave = () => dispatchEvent(new Event('beforeunload'));
let stops = 0;

beforeEach(() => {
  stops = 0;
  window.stop = () => {
    stops += 1;
  };
});

test('the loads of a page that stays are ended', () => {
  new PageLoads().stop();
  expect(stops).toBe(1);
});

test('from a page that is being left nothing is stopped: the next one would be', () => {
  const loads = new PageLoads();
  leave();
  loads.stop();
  expect(stops).toBe(0);
});

test('what is not watched any more is not remembered', () => {
  const loads = new PageLoads();
  loads.unwatch();
  leave();
  loads.stop();
  expect(stops).toBe(1);
});
