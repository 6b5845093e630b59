import { GrowingText } from '../../src/light/session/arrival/growing-text.ts';
import { STALL_MS } from '../../src/light/session/state/session-transitions.ts';
import { createView } from '../../src/light/view/view.ts';

/** So long a script of the head comes, in ms, as browsers show it: all the time, or whenever it is twice as long. */
const LONG_MS = 24_000;
const LOOK_MS = 500;

let growing: GrowingText;

/** The page has a head that has begun, no body yet, and the view behind it. */
function open(): Text {
  document.documentElement.replaceChildren(document.createElement('head'));
  const view = createView('news.example', 'leave');
  document.documentElement.append(view.host);
  const script = document.head.appendChild(document.createElement('script'));
  script.type = 'application/json';
  const text = script.appendChild(document.createTextNode('{'));
  growing = new GrowingText(view);
  growing.follow(document);
  return text;
}

/** The longest time in which nothing was seen to come. */
async function play(grow: (ms: number) => void): Promise<number> {
  let longest = 0;
  for (let ms = LOOK_MS; ms <= LONG_MS; ms += LOOK_MS) {
    grow(ms);
    await jest.advanceTimersByTimeAsync(LOOK_MS);
    longest = Math.max(longest, growing.readQuietMs());
  }
  return longest;
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  growing.stop();
  jest.useRealTimers();
});

test('a script of the head that comes all the time is no stall, though the view stands behind it', async () => {
  const text = open();
  expect(await play(() => text.appendData(' '))).toBeLessThan(STALL_MS);
});

test('nor is one that is shown only whenever it is twice as long', async () => {
  const text = open();
  const doubles = [1500, 3000, 6000, 12_000];
  expect(await play((ms) => doubles.includes(ms) && text.appendData(text.data))).toBeLessThan(STALL_MS);
});

test('a script that comes no more is one', async () => {
  open();
  expect(await play(() => {})).toBeGreaterThan(STALL_MS);
});
