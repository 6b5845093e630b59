import type { LightWorld } from '../../src/common/isolated-world.ts';
import { askReader } from '../../src/prompt/question-session.ts';

interface Sender {
  runtime: { sendMessage(question: { ask: string }): Promise<{ ok: true }> };
}
declare const chrome: Sender;

const SETTLED_MS = 500;
const asked: string[] = [];
let modal: Element | null = null;
let world: LightWorld = {};

beforeEach(() => {
  jest.useFakeTimers();
  asked.length = 0;
  modal = null;
  world = { listeners: new Set() };
  // jsdom lays nothing out, and has no top layer.
  Object.assign(globalThis, { visualViewport: null });
  Object.assign(HTMLElement.prototype, { showPopover() {}, checkVisibility: () => true });
  const find = (selector: string) => (selector === ':modal' ? modal : null);
  jest.spyOn(document, 'querySelector').mockImplementation(find);
  chrome.runtime.sendMessage = async ({ ask }) => {
    asked.push(ask);
    return { ok: true };
  };
});

afterEach(() => {
  world.question?.tell('view-opened');
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const readHost = () => [...document.documentElement.children, ...document.body.children].find(isHost) ?? null;
const isHost = (element: Element) => element.getAttribute('data-light') === 'prompt';

/** What the watcher hands on: a person's press, on the button of that name or anywhere. */
function press(type: string, { key = '', button = '' }): { isPrevented: boolean; isStopped: boolean } {
  const section = readHost()?.shadowRoot?.querySelector('section');
  const target = [...(section?.querySelectorAll('button') ?? [])].find(
    ({ dataset }) => dataset.action === button,
  );
  const done = { isPrevented: false, isStopped: false };
  const event = {
    type,
    key,
    isTrusted: true,
    composedPath: () => (target ? [target, section] : [document.body]),
    preventDefault: () => {
      done.isPrevented = true;
    },
    stopImmediatePropagation: () => {
      done.isStopped = true;
    },
  };
  for (const listener of world.listeners ?? []) listener(event as unknown as Event);
  return done;
}

test('Esc within the half second that all answers need is none, and is left to the page', () => {
  askReader(world);
  jest.advanceTimersByTime(SETTLED_MS - 100);
  expect(press('keydown', { key: 'Escape' })).toEqual({ isPrevented: false, isStopped: false });
  expect(readHost()).not.toBeNull();
  jest.advanceTimersByTime(200);
  expect(press('keydown', { key: 'Escape' })).toEqual({ isPrevented: true, isStopped: true });
  expect(readHost()).toBeNull();
});

test('Esc is no refusal, and the close button is one', () => {
  askReader(world);
  jest.advanceTimersByTime(SETTLED_MS);
  press('keydown', { key: 'Escape' });
  expect(asked).toEqual([]);
  askReader(world);
  jest.advanceTimersByTime(SETTLED_MS);
  press('click', { button: 'close' });
  expect(asked).toEqual(['refuse']);
  expect(readHost()).toBeNull();
});

test('a key pressed on a button is kept from the page, and left to the browser', () => {
  askReader(world);
  jest.advanceTimersByTime(SETTLED_MS);
  for (const type of ['keydown', 'keypress', 'keyup'])
    expect(press(type, { key: 'Enter', button: 'switch' })).toEqual({ isPrevented: false, isStopped: true });
  expect(press('keydown', { key: 'Enter' })).toEqual({ isPrevented: false, isStopped: false });
});

test.each(['switch', 'always', 'never'])(
  'the question goes away when the background has done what was answered: %s',
  async (button) => {
    askReader(world);
    jest.advanceTimersByTime(SETTLED_MS);
    press('click', { button });
    expect(asked).toEqual([button]);
    expect(readHost()).not.toBeNull();
    await jest.advanceTimersByTimeAsync(0);
    expect(readHost()).toBeNull();
  },
);

test('a button of the page with the same attribute answers nothing', () => {
  askReader(world);
  jest.advanceTimersByTime(SETTLED_MS);
  const section = readHost()?.shadowRoot?.querySelector('section');
  const foreign = document.createElement('button');
  foreign.dataset.action = 'switch';
  section?.append(foreign);
  const path = () => [foreign, section];
  const event = { type: 'click', isTrusted: true, composedPath: path, preventDefault() {} };
  for (const listener of world.listeners ?? []) listener(event as unknown as Event);
  expect(asked).toEqual([]);
});

test('a question that waits for a modal dialog comes when it is closed', () => {
  modal = document.createElement('dialog');
  askReader(world);
  expect(readHost()).toBeNull();
  modal = null;
  dispatchEvent(new Event('close'));
  expect(readHost()).not.toBeNull();
});

test('one that has not been shown may be asked again, one that has may not', () => {
  modal = document.createElement('dialog');
  askReader(world);
  world.question?.tell('readable');
  expect(world.question).toBeUndefined();
  modal = null;
  askReader(world);
  world.question?.tell('readable');
  expect(readHost()).toBeNull();
  expect(world.question).toBeDefined();
});
