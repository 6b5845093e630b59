import { watchPresses } from '../../src/common/document/click-guard.ts';

const SETTLED_MS = 500;
const trusted = { isTrusted: true } as Event;
let left = 0;

function watch() {
  const element = document.createElement('button');
  element.getBoundingClientRect = () => new DOMRect(left, 0, 100, 44);
  return watchPresses(element);
}

beforeAll(() => {
  globalThis.DOMRect ??= class {
    constructor(
      readonly left: number,
      readonly top: number,
      readonly width: number,
      readonly height: number,
    ) {}
  } as unknown as typeof DOMRect;
});
beforeEach(() => {
  left = 0;
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

test('a press right after it was shown is not meant', () => {
  const guard = watch();
  jest.advanceTimersByTime(SETTLED_MS - 1);
  expect(guard.isMeant(trusted)).toBe(false);
  jest.advanceTimersByTime(1);
  expect(guard.isMeant(trusted)).toBe(true);
});

test('a press that a script makes is never meant', () => {
  const guard = watch();
  jest.advanceTimersByTime(5000);
  expect(guard.isMeant(new Event('click'))).toBe(false);
});

test('a button that was moved has to stand still again', () => {
  const guard = watch();
  jest.advanceTimersByTime(5000);
  left = 300;
  expect(guard.isMeant(trusted)).toBe(false);
  jest.advanceTimersByTime(SETTLED_MS);
  expect(guard.isMeant(trusted)).toBe(true);
});

test('a move and back just before the press is seen', () => {
  const guard = watch();
  jest.advanceTimersByTime(5000);
  left = 300;
  jest.advanceTimersByTime(200);
  left = 0;
  expect(guard.isMeant(trusted)).toBe(false);
});

test('a nudge, as by a scrollbar that appears, changes nothing; nudge after nudge does', () => {
  const guard = watch();
  jest.advanceTimersByTime(5000);
  left = 15;
  expect(guard.isMeant(trusted)).toBe(true);
  left = 30;
  expect(guard.isMeant(trusted)).toBe(false);
});
