// What is said of a text whose end is missing, and of one of which nothing has come.
import { toNote } from '../../src/light/session/state/session-note.ts';
import { type Interrupted, startSession } from '../../src/light/session/state/session-state.ts';

const STALLED: Interrupted = { name: 'stalled', tries: 0 };
const BROKEN: Interrupted = { name: 'broken', tries: 0, answer: null };
const ANSWERED: Interrupted = { ...BROKEN, answer: { kind: 'other', words: '503' } };

test.each<[what: string, state: Interrupted, hasText: boolean, retryMs: number | null, said: string]>([
  [
    'its end is missing',
    BROKEN,
    true,
    null,
    'The connection broke: the end of the text is missing. [Get the rest]',
  ],
  ['nothing has come', BROKEN, false, null, 'The connection broke before any of the text came. [Try again]'],
  [
    'nothing has come, and it is asked for again',
    BROKEN,
    false,
    10_000,
    'The connection broke before any of the text came. Light asks for it again in 10 seconds. [Try again]',
  ],
  [
    'it has stopped',
    STALLED,
    true,
    null,
    'The text has stopped arriving. Light is still waiting for the rest. [Get the rest]',
  ],
  [
    'it has not begun',
    STALLED,
    false,
    null,
    'None of the text has come yet. Light is still waiting for it. [Try again]',
  ],
  [
    'something else came in place of its rest',
    ANSWERED,
    true,
    null,
    'The site answered with something else: 503. This is the text that had come before. [Load the full page]',
  ],
  [
    'something else came in its place',
    ANSWERED,
    false,
    null,
    'The site answered with something else: 503. [Load the full page]',
  ],
])('%s', (_, state, hasText, retryMs, said) => {
  const note = toNote({ ...startSession('light'), joined: true, state }, { retryMs, hasText });
  const presses = Object.values(note?.presses ?? {}).map((label) => `[${label}]`);
  expect([...(note?.sentences ?? []), ...presses].join(' ')).toBe(said);
});
