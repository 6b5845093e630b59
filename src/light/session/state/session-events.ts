// What can happen to a view session, and what is to be done about it.
import type { Answer, Completeness, Shown } from './session-state.ts';

export type Event =
  /** The tab has joined the light rules, or could not; the text comes. */
  | { type: 'found'; joined: boolean; mayFetch: boolean }
  /** Looked at from time to time. `blind`: what comes now cannot be seen, so that silence is no reason to ask for it. */
  | { type: 'looked'; quietMs: number; blind: boolean }
  | { type: 'brokeOff' }
  /** The HTML has ended and its parser does not move any more: only the browser's history has the text. */
  | { type: 'stuck' }
  /** The text is on the screen, as far as there is one. */
  | ({ type: 'completed' } & Completeness)
  /** The reader has had all the text of the page shown in place of its article, or the article again. */
  | { type: 'showed'; shows: Shown }
  | { type: 'foundNothing' }
  | { type: 'threw' }
  /** The page has thrown the view out, or emptied it, again and again. */
  | { type: 'lostScreen' }
  /** A pause is over. */
  | { type: 'retryDue' }
  | { type: 'wentOnline' }
  | { type: 'pressedRest' }
  | { type: 'retryFailed' }
  | { type: 'retryAnswered'; answer: Answer }
  /** The reader wants the page: as it was, or loaded again. */
  | { type: 'pressedLeave'; reload: boolean }
  /** The reader wants the text loaded again. */
  | { type: 'pressedAgain' };

/** What is to be done, in this order. A change of state ends the pause that ran. */
export type Effect =
  | { type: 'pauseThenRetry'; ms: number }
  /** Shows all that has come and is not on the screen yet; `ended`: also what is still open. */
  | { type: 'settle'; ended: boolean }
  /** Keeps what is on the screen for the case that a load fails. */
  | { type: 'keep' }
  | { type: 'fetchRest' }
  | { type: 'abortFetch' }
  /** Gives the page back as it is. */
  | { type: 'close' }
  | { type: 'askLeave'; reload: boolean }
  | { type: 'askLoad' }
  | { type: 'askReplay' }
  | { type: 'sayNothing' }
  | { type: 'sayFailed' }
  | { type: 'sayLost' };
