// Says a word in the corner of a page that stays as it was: there is nothing to read, or something went wrong.
import { readWorld } from '../../common/isolated-world.ts';
import { ask } from '../../common/messages.ts';
import { type MessageName, toText } from '../../common/words/translations.ts';
import type { Press } from './press-buttons.ts';
import { createToast } from './view.ts';
import { type Answers, hearView } from './view-events.ts';

/** What is said, and what can be pressed beside it. */
interface Word {
  sentence: string;
  presses: Partial<Record<Press, string>>;
}

/**
 * Says that there is nothing to read, and why. Where the page is not whole, what it was loading was refused, and only a new load gives it
 * back.
 */
export async function showNothing(
  below: 'whole' | 'loading' | 'light',
  { sentence, presses }: Word = { sentence: toText('nothingHere'), presses: {} },
  answers: Answers = {},
): Promise<void> {
  // The page may load on; a light tab stays light, for the reader may go back.
  if (below !== 'light') await ask('nothing');
  const reload = below === 'whole' ? {} : { reload: toText('leaveReload') };
  showWord({ sentence, presses: { ...presses, ...reload } }, answers);
}

/** Says a sentence until it is closed; `reloadable` where only a new load gives the page back. */
export function showToast(sentence: MessageName, reloadable: boolean): void {
  const presses: Word['presses'] = reloadable ? { reload: toText('leaveReload') } : {};
  showWord({ sentence: toText(sentence), presses }, {});
}

function showWord({ sentence, presses }: Word, answers: Answers): void {
  const toast = createToast(sentence, presses);
  const close = () => {
    stop();
    toast.host.remove();
    readWorld().view = undefined;
  };
  const stop = hearView(toast, {
    ...answers,
    close,
    reload: () => ask('leave', { reload: true }).then(({ ok }) => ok || location.reload()),
  });
  document.documentElement.append(toast.host);
  // A page that throws out what is not its own throws this out, too.
  readWorld().view = { leave: close, isThere: () => toast.host.isConnected, isWord: true };
}
