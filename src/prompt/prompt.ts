// Injected when a page is slow: without it the reader would wait, reload and give up.
import { ask } from '../common/messages.ts';
import { watchPresses } from '../common/press.ts';
import { toText } from '../common/text.ts';
import { readPageDirection, showHost } from './place.ts';
import { type Answer, toQuestion } from './question.ts';
import { unblockPaint } from './unblock.ts';

function showPrompt(): void {
  const question = toQuestion(document, readPageDirection(document), globalThis.lightReason);
  const { host, section, say } = question;
  const hidePage = showHost(document, question);
  const [restoreSheets, areSheetsPending] = unblockPaint(document);
  const guard = watchPresses(section);
  let touched = false;

  const hide = () => {
    guard.stop();
    host.remove();
    hidePage?.();
    restoreSheets();
    removeEventListener('keydown', onKey, true);
  };
  // Looked up while the extension is there: one that is gone has no words.
  const gone = toText('gone');
  const answer = async (choice: Answer) => {
    if (choice !== 'close') await ask(choice);
    hide();
    // Rejected where the extension is gone: the question is away, and that is what was asked for.
    if (choice === 'close') ask('refuse').catch(() => {});
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted) return;
    // Esc answers the question; it does not also stop the load.
    event.preventDefault();
    event.stopImmediatePropagation();
    answer('close');
  };
  section.addEventListener('click', (event) => {
    const choice = (event.target as Element).closest<HTMLElement>('[data-action]')?.dataset.action;
    if (!choice) return;
    if (!guard.isMeant(event)) return event.preventDefault();
    answer(choice as Answer).catch(() => say(gone));
  });
  for (const sign of ['pointerover', 'focusin']) section.addEventListener(sign, () => (touched = true));
  addEventListener('keydown', onKey, true);
  // The page has come after all: the question goes away quietly, unless the reader is about to answer it.
  globalThis.lightWithdraw = () => {
    // What is seen may be there because of the question. Where the load is over (a sheet has failed, say), nothing else will come.
    const isPage = document.readyState === 'complete' || !(hidePage || areSheetsPending());
    if (isPage && !touched) hide();
  };
}

/** A modal dialog makes everything else inert: the question waits until it is closed. */
function askWhenFree(): void {
  if (globalThis.lightHere || document.readyState === 'complete') return;
  if (!document.querySelector(':modal')) return showPrompt();
  globalThis.lightWithdraw = () => {};
  addEventListener('close', askWhenFree, { capture: true, once: true });
}

if (!globalThis.lightWithdraw) askWhenFree();
