// The transitions of a view session: one pure function from a state and an event to the next state and what is to be done. The driver
// (view-session.ts) plays it.
import type { Effect, Event } from './session-events.ts';
import { type Departure, type Interrupted, isOver, type Session, type State } from './session-state.ts';

/** Nothing new for so long is a stall the reader is told of, in ms: Nielsen's limit of attention. */
export const STALL_MS = 10_000;
/** The rest is asked for by itself after these pauses, in ms, and then no more: each is twice the one before. */
export const RETRY_PAUSES_MS: readonly number[] = [10_000, 20_000, 40_000, 80_000, 160_000];
/** A request that brings nothing for so long has failed, in ms. */
export const GIVE_UP_MS = 30_000;

export interface Step {
  session: Session;
  effects: Effect[];
}

/** The next state, and what is to be done. What cannot happen in a state, or does not matter there any more, changes nothing. */
export function step(session: Session, event: Event): Step {
  const { state } = session;
  if (isOver(state)) return leaveAgain(session, event);
  switch (event.type) {
    case 'found':
      return state.name === 'finding' ? begin(session, event) : stay(session);
    case 'looked':
      return look(session, event);
    case 'brokeOff':
      return breakOff(session);
    case 'completed': {
      const { type: _, ...known } = event;
      // More may become known of a text when the reader has all of the page before the eyes.
      return go(session, {
        name: 'complete',
        shows: state.name === 'complete' ? state.shows : 'article',
        ...known,
      });
    }
    case 'showed':
      return state.name === 'complete' ? go(session, { ...state, shows: event.shows }) : stay(session);
    case 'retryDue':
      return retry(session, 1);
    case 'wentOnline':
      return retry(session, 0);
    case 'pressedRest':
      return pressRest(session);
    case 'retryFailed':
      return failRetry(session);
    case 'retryAnswered':
      if (state.name !== 'retrying') return stay(session);
      return go(session, { name: 'broken', tries: state.tries, answer: event.answer });
    default:
      return end(session, event);
  }
}

/** A page that did not come may be asked for again: its text stands there until it comes. */
function leaveAgain(session: Session, { type }: Event): Step {
  const { state } = session;
  if (type !== 'pressedLeave' || state.name !== 'leaving' || state.by === 'close') return stay(session);
  return leave(session, 'reload', { type: 'askLeave', reload: true });
}

type Ending = Extract<
  Event,
  { type: 'stuck' | 'foundNothing' | 'threw' | 'lostScreen' | 'pressedLeave' | 'pressedAgain' }
>;

function end(session: Session, event: Ending): Step {
  switch (event.type) {
    case 'stuck':
      return leave(session, 'replay', { type: 'askReplay' });
    case 'pressedAgain':
      return leave(session, 'load', { type: 'askLoad' });
    case 'foundNothing':
      return go(session, { name: 'nothing' }, { type: 'close' }, { type: 'sayNothing' });
    case 'threw': {
      const asked: Effect = { type: 'askLeave', reload: false };
      return go(session, { name: 'failed' }, { type: 'close' }, asked, { type: 'sayFailed' });
    }
    case 'lostScreen': {
      const asked: Effect = { type: 'askLeave', reload: false };
      return leave(session, 'close', { type: 'close' }, asked, { type: 'sayLost' });
    }
    case 'pressedLeave': {
      const { reload } = event;
      const asked: Effect = { type: 'askLeave', reload };
      // Where only a new load gives the page back, the text stays on the screen until that is there.
      return reload ? leave(session, 'reload', asked) : leave(session, 'close', { type: 'close' }, asked);
    }
  }
}

function begin(session: Session, { joined, mayFetch }: Extract<Event, { type: 'found' }>): Step {
  return go({ ...session, joined, mayFetch }, { name: 'arriving', tries: 0 });
}

function look(session: Session, { quietMs, blind }: Extract<Event, { type: 'looked' }>): Step {
  const { state } = session;
  if (state.name === 'arriving' && quietMs > STALL_MS)
    return interrupt(session, 'stalled', state.tries, blind);
  if (state.name === 'stalled' && quietMs < STALL_MS)
    return go(session, { name: 'arriving', tries: state.tries });
  if (state.name === 'retrying' && quietMs > GIVE_UP_MS)
    return { session, effects: [{ type: 'abortFetch' }] };
  return stay(session);
}

function breakOff(session: Session): Step {
  const { state } = session;
  if (state.name === 'arriving' || state.name === 'stalled') return interrupt(session, 'broken', state.tries);
  // The request for the rest goes on: what it brings is what is missing.
  if (state.name === 'retrying' && state.after.name === 'stalled')
    return go(session, { ...state, after: { name: 'broken', tries: state.tries, answer: null } });
  return stay(session);
}

/** Says that the text is not all there, and has the rest asked for after a pause, where that may be. */
function interrupt(session: Session, why: Interrupted['name'], tries: number, blind = false): Step {
  const pauseMs = canFetch(session) && !blind ? RETRY_PAUSES_MS[tries] : undefined;
  const effects: Effect[] = [{ type: 'settle', ended: why === 'broken' }, { type: 'keep' }];
  if (pauseMs !== undefined) effects.push({ type: 'pauseThenRetry', ms: pauseMs });
  return go(
    session,
    why === 'broken' ? { name: why, tries, answer: null } : { name: why, tries },
    ...effects,
  );
}

function failRetry(session: Session): Step {
  const { state } = session;
  if (state.name !== 'retrying') return stay(session);
  if (state.after.name === 'complete') return go(session, state.after);
  return interrupt(session, state.after.name, state.tries);
}

function canFetch({ joined, mayFetch }: Session): boolean {
  return joined && mayFetch;
}

/** Asks for the rest without being told to; `more` counts that. */
function retry(session: Session, more: 0 | 1): Step {
  const { state } = session;
  if (state.name !== 'stalled' && state.name !== 'broken') return stay(session);
  if (!canFetch(session) || (state.name === 'broken' && state.answer)) return stay(session);
  return go(session, { name: 'retrying', tries: state.tries + more, after: state }, { type: 'fetchRest' });
}

function pressRest(session: Session): Step {
  const { state } = session;
  if (state.name !== 'stalled' && state.name !== 'broken' && state.name !== 'complete') return stay(session);
  // The answer to a form, or a site that Light may not act on: the tab is loaded again, and the browser asks.
  if (!canFetch(session)) return leave(session, 'load', { type: 'askLoad' });
  const tries = state.name === 'complete' ? 0 : state.tries;
  return go(session, { name: 'retrying', tries, after: state }, { type: 'fetchRest' });
}

function leave(session: Session, by: Departure, ...effects: Effect[]): Step {
  return go(session, { name: 'leaving', by }, ...effects);
}

function go(session: Session, state: State, ...effects: Effect[]): Step {
  return { session: { ...session, state }, effects };
}

function stay(session: Session): Step {
  return { session, effects: [] };
}
