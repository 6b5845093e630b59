// Defines the states of the question, and what each event makes of them.
import type { LoadEvent } from '../common/isolated-world.ts';

/**
 * `waiting`    a modal dialog of the page is open, which makes everything else inert
 * `shown`      the question stands in the page
 * `answering`  the reader has answered, and the background acts on it
 * `unanswered` the background could not act, and the question says so
 * `ended`      answered, dismissed or withdrawn: the reader is not asked again on this load
 * `unasked`    it ended before it was shown: the reader may be asked yet
 */
export type QuestionState = 'waiting' | 'shown' | 'answering' | 'unanswered' | 'ended' | 'unasked';

/** What the reader can answer. */
export type Choice = 'switch' | 'always' | 'never' | 'close';

/**
 * What can happen: an answer; Esc (`dismiss`), which refuses nothing; no modal dialog is open (any more) (`free`); the background has
 * acted (`done`), could not (`failed`), or has gone with its extension (`gone`).
 */
export type QuestionEvent = Choice | 'dismiss' | 'free' | 'done' | 'failed' | 'gone' | LoadEvent;

/** What is to be done: put the question into the page, take it out, tell the background, or say what went wrong. */
export type Effect =
  | 'show'
  | 'hide'
  | 'ask-switch'
  | 'ask-always'
  | 'ask-never'
  | 'ask-refuse'
  | 'say-failed'
  | 'say-gone'
  | 'forget';

export interface Step {
  state: QuestionState;
  effects: Effect[];
}

const step = (state: QuestionState, ...effects: Effect[]): Step => ({ state, effects });

const UNASKED = step('unasked', 'forget');
const HIDDEN = step('ended', 'hide');
const REFUSED = step('ended', 'ask-refuse', 'hide');

/** What the background does for the reader, whose question stands until that is done. */
const ANSWERS = {
  switch: step('answering', 'ask-switch'),
  always: step('answering', 'ask-always'),
  never: step('answering', 'ask-never'),
};

/** An event that is not named in a state changes nothing there. */
const STEPS: Record<QuestionState, Partial<Record<QuestionEvent, Step>>> = {
  waiting: { free: step('shown', 'show'), readable: UNASKED, over: UNASKED, 'view-opened': UNASKED },
  shown: {
    ...ANSWERS,
    close: REFUSED,
    dismiss: HIDDEN,
    readable: HIDDEN,
    over: HIDDEN,
    'view-opened': HIDDEN,
  },
  answering: {
    done: HIDDEN,
    failed: step('unanswered', 'say-failed'),
    gone: step('unanswered', 'say-gone'),
    close: HIDDEN,
    'view-opened': HIDDEN,
  },
  unanswered: {
    ...ANSWERS,
    close: HIDDEN,
    dismiss: HIDDEN,
    'view-opened': HIDDEN,
  },
  ended: {},
  unasked: {},
};

/** The state after an event, and what is to be done for it. */
export function toNext(state: QuestionState, event: QuestionEvent): Step {
  return STEPS[state][event] ?? { state, effects: [] };
}
