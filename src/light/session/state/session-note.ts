// What a view says below its text in each state of its session, and what can be pressed there: a function from one to the other.
import { toSeconds } from '../../../common/words/quantities.ts';
import { toText } from '../../../common/words/translations.ts';
import type { Press } from '../../view/press-buttons.ts';
import { type Interrupted, isOver, type Session } from './session-state.ts';

export interface Note {
  sentences: string[];
  presses: Partial<Record<Press, string>>;
}

/** What is known beside the state of the session. */
interface Known {
  /** The pause after which the rest is asked for by itself, in ms; `null` where it is not. */
  retryMs: number | null;
  /** Some of the text is on the screen. */
  hasText: boolean;
}

/** What to say. `null`: what stands there stays. */
export function toNote(session: Session, known: Known): Note | null {
  const { state, joined } = session;
  if (isOver(state) && !(state.name === 'leaving' && state.by === 'reload')) return null;
  const { sentences, presses } = toOwn(session, known);
  // Before it is known, nothing is said of it.
  const access = joined || state.name === 'finding' || state.name === 'leaving' ? [] : [toText('noAccess')];
  return { sentences: [...sentences, ...access], presses };
}

function toOwn(session: Session, known: Known): Note {
  const { state } = session;
  if (state.name === 'leaving') return { sentences: [toText('leaving')], presses: {} };
  if (state.name === 'stalled' || state.name === 'broken') return toInterrupted(state, known);
  if (state.name === 'complete') return toComplete(session);
  return { sentences: [toText('arriving'), toText('nothingElse')], presses: {} };
}

function toInterrupted(state: Interrupted, { retryMs, hasText }: Known): Note {
  if (state.name === 'broken' && state.answer) {
    const { answer } = state;
    const sentence = answer.kind === 'less' ? toText('lessAnswer') : toText('otherAnswer', answer.words);
    const sentences = [sentence, ...(hasText ? [toText('textBefore')] : [])];
    return { sentences, presses: { reload: toText('leaveReload') } };
  }
  const next = retryMs === null ? [] : [toText('triesAgain', toSeconds(retryMs))];
  // There is no rest of a text of which nothing has come.
  return hasText
    ? { sentences: [toText(state.name), ...next], presses: { rest: toText('getRest') } }
    : { sentences: [toText(BEFORE[state.name]), ...next], presses: { rest: toText('retry') } };
}

/** What is said where none of the text is here yet. */
const BEFORE = { broken: 'brokenBefore', stalled: 'stalledBefore' } as const;

function toComplete({ state }: Session): Note {
  const {
    doubtful = false,
    unsure = false,
    walled = false,
    unfinished = false,
    shows = 'article',
  } = state.name === 'complete' ? state : {};
  return {
    sentences: [
      ...(doubtful ? [toText('doubtful')] : []),
      // Of all the text of a page that is not said.
      ...(walled && shows === 'article' ? [toText('walled')] : []),
      ...(unsure && !doubtful && !walled ? [toText('unsure')] : []),
    ],
    presses: {
      ...(doubtful ? { rest: toText('getRest') } : {}),
      ...(unfinished ? { reload: toText('loadRest') } : {}),
    },
  };
}
