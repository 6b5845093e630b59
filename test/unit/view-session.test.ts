import { ViewSession } from '../../src/light/session/view-session.ts';

/** Longer than all pauses together, in ms. */
const LATER_MS = 400_000;
const STEP_MS = 10_000;

let asked = 0;
let answer: () => Promise<Response> = () => Promise.reject(new TypeError('no network'));
let quietMs = 0;
let opened: ViewSession[] = [];

function open(mayFetch: boolean) {
  const session = new ViewSession('light');
  opened.push(session);
  session.growing.readQuietMs = () => quietMs;
  session.view.body.append('At half past six every morning she walks to the end of her garden.');
  session.send({ type: 'found', joined: true, mayFetch });
  const readNote = () => session.view.main.querySelector('.note')?.textContent;
  const readState = () => session.view.host.getAttribute('data-state');
  return { session, readNote, readState };
}

beforeEach(() => {
  jest.useFakeTimers();
  performance.getEntriesByType = () => [];
  asked = 0;
  quietMs = 0;
  answer = () => Promise.reject(new TypeError('no network'));
  globalThis.fetch = () => {
    asked += 1;
    return answer();
  };
  globalThis.lightWorld = {};
});

afterEach(() => {
  for (const session of opened) session.send({ type: 'pressedLeave', reload: false });
  opened = [];
  jest.useRealTimers();
});

test('what broke off is asked for by itself five times, after growing pauses, and no more', async () => {
  const { session, readState } = open(true);
  session.send({ type: 'brokeOff' });
  const moments: number[] = [];
  for (let ms = STEP_MS; ms <= LATER_MS; ms += STEP_MS) {
    const before = asked;
    await jest.advanceTimersByTimeAsync(STEP_MS);
    if (asked > before) moments.push(ms / 1000);
  }
  expect(moments).toEqual([10, 30, 70, 150, 310]);
  expect(asked).toBe(5);
  expect(readState()).toBe('incomplete');
});

test('what is told of the tab later takes nothing away that was said of the connection', () => {
  const { session, readNote } = open(true);
  session.open();
  session.send({ type: 'brokeOff' });
  const said = readNote();
  expect(said).toMatch(/10 /);
  globalThis.lightWorld?.onFacts?.({
    ...{ by: 'reader', isUnasked: false, hasScripts: false, edition: '', place: 0 },
    ...{ always: false, never: false, scripted: false },
  });
  expect(readNote()).toBe(said);
});

test('the reader may ask as often as the reader likes', async () => {
  const { session } = open(true);
  session.send({ type: 'brokeOff' });
  await jest.advanceTimersByTimeAsync(LATER_MS);
  session.send({ type: 'pressedRest' });
  await jest.advanceTimersByTimeAsync(1000);
  expect(asked).toBe(6);
});

test('an answer to a form is not asked for again by itself', async () => {
  const { session, readNote } = open(false);
  session.send({ type: 'brokeOff' });
  await jest.advanceTimersByTimeAsync(LATER_MS);
  expect(asked).toBe(0);
  expect(readNote()).toBe('The connection broke: the end of the text is missing.');
});

test('it is asked for at once when the network is back', async () => {
  const { session } = open(true);
  session.send({ type: 'brokeOff' });
  dispatchEvent(new Event('online'));
  await jest.advanceTimersByTimeAsync(0);
  expect(asked).toBe(1);
});

test('an error page ends the asking, and is told of', async () => {
  answer = () => Promise.resolve({ ok: false, status: 503 } as Response);
  const { session, readNote } = open(true);
  session.send({ type: 'brokeOff' });
  await jest.advanceTimersByTimeAsync(LATER_MS);
  expect(asked).toBe(1);
  expect(readNote()).toBe(
    'The site answered with something else: 503. This is the text that had come before.',
  );
});

test('a stall is told of after ten seconds, and taken back when more comes', async () => {
  const { readState, readNote } = open(true);
  quietMs = 9_000;
  await jest.advanceTimersByTimeAsync(1000);
  expect(readState()).toBe('arriving');
  quietMs = 11_000;
  await jest.advanceTimersByTimeAsync(1000);
  expect(readState()).toBe('incomplete');
  expect(readNote()).toMatch(/^The text has stopped arriving/);
  quietMs = 100;
  await jest.advanceTimersByTimeAsync(1000);
  expect(readState()).toBe('arriving');
  await jest.advanceTimersByTimeAsync(LATER_MS);
  expect(asked).toBe(0);
});

test('who leaves hears no more of what was awaited', async () => {
  const { session } = open(true);
  session.send({ type: 'brokeOff' });
  session.send({ type: 'pressedLeave', reload: false });
  await jest.advanceTimersByTimeAsync(LATER_MS);
  expect(asked).toBe(0);
});

test('the tab does not join the rules after it was left', async () => {
  const session = new ViewSession('loading');
  session.send({ type: 'pressedLeave', reload: false });
  expect(await session.join()).toBe(false);
});

describe('a page that was left a moment ago', () => {
  const { chrome } = globalThis as unknown as { chrome: object };
  let said: unknown[] = [];
  let hear = () => {};

  beforeEach(() => {
    said = [];
    const heard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    const sendMessage = async ({ ask, says }: { ask: string; says: unknown }) => {
      said.push(ask === 'leave' ? says : ask);
      if (ask === 'leave') await heard;
      return { ok: true };
    };
    Object.assign(globalThis, { chrome: { ...chrome, runtime: { id: 'light', sendMessage } } });
  });
  afterEach(() => void Object.assign(globalThis, { chrome }));

  test('and is wanted again joins the rules when it has left them', async () => {
    new ViewSession('whole').send({ type: 'pressedLeave', reload: false });
    const again = new ViewSession('whole');
    opened.push(again);
    const joining = again.join();
    await jest.advanceTimersByTimeAsync(0);
    expect(said).toEqual([{ reload: false }]);
    hear();
    expect(await joining).toBe(true);
    expect(said).toEqual([{ reload: false }, 'join']);
  });

  test.each([
    ['is read again, though the background takes the press for one that leaves', true, 'nothing'],
    ['elsewhere such a press leaves: only a load gives a light page back', false, { reload: true }],
  ])('%s', async (_, isLeft, last) => {
    globalThis.lightWorld = { extractReading: () => null };
    if (isLeft) new ViewSession('whole').send({ type: 'pressedLeave', reload: false });
    hear();
    globalThis.lightWorld.command = 'leave';
    jest.isolateModules(() => require('../../src/light/entry/light.ts'));
    await jest.advanceTimersByTimeAsync(1000);
    expect(said.at(-1)).toEqual(last);
  });

  test('stays so where another injection was under way as the press was told: each command is carried out once', async () => {
    const leave = jest.fn(() => new ViewSession('whole').send({ type: 'pressedLeave', reload: false }));
    globalThis.lightWorld = { command: 'leave', view: { leave, isThere: () => true } };
    jest.isolateModules(() => require('../../src/light/entry/light.ts'));
    globalThis.lightWorld.view = undefined;
    jest.isolateModules(() => require('../../src/light/entry/light.ts'));
    hear();
    await jest.advanceTimersByTimeAsync(1000);
    expect(leave).toHaveBeenCalledTimes(1);
    expect(said).toEqual([{ reload: false }]);
  });
});
