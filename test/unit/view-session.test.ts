import type { Arrival } from '../../src/light/arrival.ts';
import { watchRest } from '../../src/light/rest.ts';
import type { Switch } from '../../src/light/switch.ts';
import { toView } from '../../src/light/view.ts';

/** Longer than all pauses together, in ms. */
const LATER_MS = 400_000;
const STEP_MS = 10_000;

let asked = 0;
let answer: () => Promise<Response> = () => Promise.reject(new TypeError('no network'));
let quietMs = 0;
let isBlind = false;

function open(mayFetch: boolean) {
  const view = toView('ledger.example', 'leaveReload');
  const light: Switch = { view, exact: false, joined: true, left: false, rest() {}, close() {} };
  const arrival: Arrival = {
    follow() {},
    tell() {},
    settle: () => 0,
    readQuietMs: () => quietMs,
    stop() {},
    isStopped: () => false,
  };
  const whole: Document[] = [];
  const rest = watchRest(light, arrival, {
    mayFetch,
    isBlind: () => isBlind,
    onWhole: (page) => void whole.push(page),
  });
  const readNote = () => view.main.querySelector('.note')?.textContent;
  const readState = () => view.host.getAttribute('state');
  return { rest, light, whole, readNote, readState };
}

beforeEach(() => {
  jest.useFakeTimers();
  performance.getEntriesByType = () => [];
  asked = 0;
  quietMs = 0;
  isBlind = false;
  answer = () => Promise.reject(new TypeError('no network'));
  globalThis.fetch = () => {
    asked += 1;
    return answer();
  };
});

afterEach(() => jest.useRealTimers());

test('what broke off is asked for by itself five times, after growing pauses, and no more', async () => {
  const { rest, readState } = open(true);
  rest.breakOff();
  const moments: number[] = [];
  for (let ms = STEP_MS; ms <= LATER_MS; ms += STEP_MS) {
    const before = asked;
    await jest.advanceTimersByTimeAsync(STEP_MS);
    if (asked > before) moments.push(ms / 1000);
  }
  expect(moments).toEqual([10, 30, 70, 150, 310]);
  expect(asked).toBe(5);
  expect(readState()).toBe('incomplete');
  rest.stop();
});

test('the reader may ask as often as the reader likes', async () => {
  const { rest, light } = open(true);
  rest.breakOff();
  await jest.advanceTimersByTimeAsync(LATER_MS);
  light.rest();
  await jest.advanceTimersByTimeAsync(1000);
  expect(asked).toBe(6);
  rest.stop();
});

test('an answer to a form is not asked for again by itself', async () => {
  const { rest, readNote } = open(false);
  rest.breakOff();
  await jest.advanceTimersByTimeAsync(LATER_MS);
  expect(asked).toBe(0);
  expect(readNote()).toBe('The connection broke: the end of the text is missing.');
  rest.stop();
});

test('it is asked for at once when the network is back', async () => {
  const { rest } = open(true);
  rest.breakOff();
  dispatchEvent(new Event('online'));
  await jest.advanceTimersByTimeAsync(0);
  expect(asked).toBe(1);
  rest.stop();
});

test('an error page ends the asking, and is told of', async () => {
  answer = () => Promise.resolve({ ok: false, status: 503 } as Response);
  const { rest, readNote } = open(true);
  rest.breakOff();
  await jest.advanceTimersByTimeAsync(LATER_MS);
  expect(asked).toBe(1);
  expect(readNote()).toBe(
    'The site answered with something else: 503. This is the text that had come before.',
  );
  rest.stop();
});

test('a stall is told of after ten seconds, and taken back when more comes', async () => {
  const { rest, readState, readNote } = open(true);
  quietMs = 9_000;
  await jest.advanceTimersByTimeAsync(1000);
  expect(readState()).toBeNull();
  quietMs = 11_000;
  await jest.advanceTimersByTimeAsync(1000);
  expect(readState()).toBe('incomplete');
  expect(readNote()).toMatch(/^The text has stopped arriving/);
  quietMs = 100;
  await jest.advanceTimersByTimeAsync(1000);
  expect(readState()).toBe('arriving');
  await jest.advanceTimersByTimeAsync(LATER_MS);
  expect(asked).toBe(0);
  rest.stop();
});

test('what may be coming unseen is not asked for by itself, until it is known to have broken off', async () => {
  const { rest, readState } = open(true);
  isBlind = true;
  quietMs = 20_000;
  await jest.advanceTimersByTimeAsync(LATER_MS);
  expect(readState()).toBe('incomplete');
  expect(asked).toBe(0);
  rest.breakOff();
  await jest.advanceTimersByTimeAsync(STEP_MS);
  expect(asked).toBe(1);
  rest.stop();
});
