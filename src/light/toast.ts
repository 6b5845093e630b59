// Without this, a reader whose page has no text would see nothing happen: a word in the corner of a page that stays as it was.
import { ask } from '../common/messages.ts';
import { toText } from '../common/text.ts';
import { hearView } from './hear.ts';
import { toToast } from './view.ts';

/** Says that there is nothing to read. `cut`: what the page was loading was refused, so that only a new load gives it back. */
export async function showNothing(cut: boolean, arrived = false): Promise<void> {
  // The page may load on; a light tab stays light, for the reader may go back.
  if (!arrived) await ask('nothing');
  showToast('nothingHere', cut);
}

/** Says a sentence until it is closed; `reloadable` where only a new load gives the page back. */
export function showToast(sentence: string, reloadable: boolean): void {
  const toast = toToast(toText(sentence), reloadable ? { reload: toText('leaveReload') } : {});
  const close = () => {
    stop();
    toast.host.remove();
    globalThis.lightHere = undefined;
  };
  const stop = hearView(toast, {
    close,
    reload: () => ask('leave', { reload: true }).catch(() => location.reload()),
  });
  document.documentElement.append(toast.host);
  globalThis.lightHere = { leave: close };
}
