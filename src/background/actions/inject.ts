// Injects question and view into documents, and takes the view's style sheet out again.
import browser from 'webextension-polyfill';
import type { Command } from '../../common/injection-command.ts';
import { tellWorld } from '../../common/isolated-world.ts';
import { LOGIN, PAYMENT } from '../../common/private-marks.ts';
import type { Reason } from '../../common/prompt-reason.ts';
import { readTopFrame } from '../navigation/top-frame.ts';
import { hasAccess } from '../tab/join-tab.ts';
import { changeTab, readTabNow } from '../tab/reconcile.ts';
import type { LightBy } from '../tab/tab-record.ts';
import { SWITCH_MS } from '../tab/tab-transitions.ts';
import type { Asker } from './asker.ts';

/** A document, or whichever is in the tab. */
export type Place = Pick<Asker, 'tabId'> & Partial<Pick<Asker, 'documentId'>>;

/** Where the view is shown; `by` whom the page is switched, if not by its reader. */
type ViewPlace = Place & { by?: LightBy };

/** A document that has not answered within this answers nobody, in ms: in Chromium no script runs where nothing of a page has come, and none is refused. */
export const UNANSWERED_MS = 1000;

/** What the document has answered that was told a command. */
export interface Told {
  /** `undefined` where the browser does not say which document it was. */
  documentId: string | undefined;
  /** It is still coming, on a site on which Light may refuse what it asks for. */
  isComing: boolean;
}

function toTarget({ tabId, documentId }: Place) {
  return documentId ? { tabId, documentIds: [documentId] } : { tabId };
}

/**
 * Puts the question into the page.
 * @throws where the document is gone or may not be scripted.
 */
export async function injectPrompt(place: Place, reason: Reason): Promise<void> {
  const target = toTarget(place);
  await browser.scripting.executeScript({
    target,
    injectImmediately: true,
    args: [{ reason }],
    func: tellWorld,
  });
  await browser.scripting.executeScript({ target, files: ['prompt.js'], injectImmediately: true });
}

/** Whether readers log in or pay on a page: Light never asks there, and never switches it by itself. It may not have come that far. */
export async function isPrivatePage(place: Place): Promise<boolean> {
  const [frame] = await browser.scripting.executeScript({
    target: toTarget(place),
    injectImmediately: true,
    // Runs in the page, and uses nothing from outside. By the prototype: the page may have named a form so.
    func: (payment: string, login: string) => {
      const has = (marks: string) => Document.prototype.querySelector.call(document, marks) !== null;
      // A longer page may have a log-in folded away in its head.
      const isLong = (document.body?.textContent?.length ?? 0) > 20_000;
      return has(payment) || (has(login) && !isLong);
    },
    args: [PAYMENT, LOGIN],
  });
  return frame?.result === true;
}

/**
 * Puts the light view into the page, or takes it out, as commanded.
 * @throws where the document is gone, is an error page, or may not be scripted.
 */
export async function injectLight(place: ViewPlace, command: Command): Promise<void> {
  // A light page that arrives waits for this, and has nothing to be told.
  if (command === 'arrive') return injectFiles(place, command);
  await injectTold(place, command, await tellCommand(place, command));
}

/**
 * As above, where the document has been told the command. Where the reader went on meanwhile, whatever has come instead is told once more: the command
 * was for the tab.
 */
export async function injectTold(place: ViewPlace, command: Command, told: Told): Promise<void> {
  const injecting = injectInto(
    { ...place, documentId: told.documentId ?? place.documentId },
    command,
    told.isComing,
  );
  await injecting.catch(() => {}); // It is thrown below.
  if (!(await isReplaced(place, told))) return injecting;
  const record = await readTabNow(place.tabId);
  // What comes in a light tab is shown already; one that was left may have been loaded again for that.
  if ((record?.mode === 'light') !== (command === 'leave')) return;
  // What the document before has turned on is not to be turned off again.
  const again = command === 'turn' ? 'show' : command;
  const next = await tellCommand(place, again);
  await injectInto({ ...place, documentId: next.documentId }, again, next.isComing);
}

/** Whether a command for whatever is in a tab was told to a document that is there no more. It may be held for going back, with scripts that stand still. */
async function isReplaced({ tabId, documentId }: Place, told: Told): Promise<boolean> {
  if (documentId || !told.documentId) return false;
  const current = (await readTopFrame(tabId))?.documentId;
  return current !== undefined && current !== told.documentId;
}

/**
 * `isHeld`: what the page would ask for beside its HTML is refused before anything else is done. Where it is still coming the light script has the
 * tab join the rules whatever stands in it, but takes a while to be there.
 */
async function injectInto(place: ViewPlace, command: Command, isHeld: boolean): Promise<void> {
  // A tab in which a light page arrives has its record already.
  if (command !== 'show' && command !== 'turn') return injectFiles(place, command);
  const { tabId, by } = place;
  const switched = changeTab(tabId, { kind: 'switch', isHeld, by, at: Date.now() });
  try {
    await Promise.all([switched, injectFiles(place, command)]);
  } catch (error) {
    await changeTab(tabId, { kind: 'abandon' });
    throw error;
  }
  if (isHeld) setTimeout(() => changeTab(tabId, { kind: 'expire', at: Date.now() }), SWITCH_MS);
}

async function injectFiles(place: Place, command: Command): Promise<void> {
  const target = toTarget(place);
  // Not awaited: in Firefox the sheet waits until the document is idle, and the view has its own until then. Where the document
  // goes away meanwhile, so does the need for it.
  browser.scripting.insertCSS({ target, files: ['page.css'], origin: 'USER' }).catch(() => {});
  const files = ['style-sheets.js', 'extract.js', 'light.js'];
  // It asks for the view of a light tab, where there is none: after an update, the tab that is just being left.
  if (command !== 'leave') files.push('light-tab.js');
  await browser.scripting.executeScript({ target, files, injectImmediately: true });
}

/**
 * Has the text of a page kept, as it stands in the view or as it is read now. The page stays as it is.
 * @throws where the document may not be scripted.
 */
export async function injectShelving(tabId: number): Promise<void> {
  await tellCommand({ tabId }, 'shelve');
  await browser.scripting.executeScript({ target: { tabId }, files: ['extract.js', 'light.js'] });
}

/**
 * Tells the document why the script comes.
 * @throws as above.
 */
export async function tellCommand(place: Place, command: Command): Promise<Told> {
  const target = toTarget(place);
  const told = { target, injectImmediately: true, args: [{ command }], func: tellWorld };
  const [[frame], mayRefuse] = await Promise.all([browser.scripting.executeScript(told), hasAccess(null)]);
  // On its own pages Firefox runs nothing and says nothing.
  if (!frame?.result) throw new Error('this document may not be scripted');
  // The types do not know of it yet.
  const { documentId } = frame as { documentId?: string };
  return { documentId, isComing: mayRefuse && frame.result === 'loading' };
}

/** Whether nothing can be run in the document any more. */
export async function isGone(place: Place): Promise<boolean> {
  const look = { target: toTarget(place), injectImmediately: true, func: () => true };
  return browser.scripting.executeScript(look).then(
    () => false,
    () => true,
  );
}

/** Not awaited where it is called, and allowed to fail, as above. */
export function removeViewStyle(place: Place): void {
  const target = toTarget(place);
  browser.scripting.removeCSS({ target, files: ['page.css'], origin: 'USER' }).catch(() => {});
}
