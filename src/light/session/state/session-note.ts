// What a view says below its text in each state of its session, and what can be pressed there: a function from one to the other.
import { toSeconds } from '../../../common/words/quantities.ts';
import { toText } from '../../../common/words/translations.ts';
import type { Press } from '../../view/press-buttons.ts';
import { type Interrupted, isOver, type Session } from './session-state.ts';

export interface Note {
  sentences: string[];
  presses: Partial<Record<Press, string>>;
}

/** What to say; `retryMs` is the pause after which the rest is asked for by itself, where it is. `null`: what stands there stays. */
export function toNote(session: Session, retryMs: number | null): Note | null {
  const { state, joined } = session;
  if (isOver(state) && !(state.name === 'leaving' && state.by === 'reload')) return null;
  const { sentences, presses } = toOwn(session, retryMs);
  // Before it is known, nothing is said of it.
  const access = joined || state.name === 'finding' || state.name === 'leaving' ? [] : [toText('noAccess')];
  return { sentences: [...sentences, ...access], presses };
}

function toOwn(session: Session, retryMs: number | null): Note {
  const { state } = session;
  if (state.name === 'leaving') return { sentences: [toText('leaving')], presses: {} };
  if (state.name === 'stalled' || state.name === 'broken') return toInterrupted(state, retryMs);
  if (state.name === 'complete') return toComplete(session);
  return { sentences: [toText('arriving')], presses: {} };
}

function toInterrupted(state: Interrupted, retryMs: number | null): Note {
  if (state.name === 'broken' && state.answer) {
    const { answer } = state;
    const sentence = answer.kind === 'less' ? toText('lessAnswer') : toText('otherAnswer', answer.words);
    return { sentences: [sentence], presses: { reload: toText('leaveReload') } };
  }
  const next = retryMs === null ? [] : [toText('triesAgain', toSeconds(retryMs))];
  return { sentences: [toText(state.name), ...next], presses: { rest: toText('getRest') } };
}

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
