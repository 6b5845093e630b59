// Does what a press of the toolbar button means: on where the tab is not light, off where it is, again where an address did not come,
// and a word where none of these can be.

import browser, { type Tabs } from 'webextension-polyfill';
import { isWebAddress } from '../../common/addresses.ts';
import { whenLater } from '../../common/document/when-later.ts';
import { isErrorPage } from '../navigation/error-page.ts';
import { toWaiting } from '../navigation/pending-navigation.ts';
import { isShelved } from '../shelf/shelve.ts';
import { joinTab } from '../tab/join-tab.ts';
import { changeTab, readTabNow } from '../tab/reconcile.ts';
import { type Notice, type TabRecord, toToolbarState } from '../tab/tab-record.ts';
import { isLight, readTab } from '../tab/tab-store.ts';
import type { ToolbarState } from '../tab/toolbar-state.ts';
import { injectLight, injectTold, type Told, tellCommand, UNANSWERED_MS } from './inject.ts';
import { showSavedPage, showShelvedPage } from './saved-page.ts';
import { leaveSavedText, leaveTab } from './tab-actions.ts';

/** Set by the build. */
declare const FIREFOX: boolean;

/** What does not answer within this is not here yet, in ms: a press is to be seen to have been heard (Nielsen: a second, better a tenth of one). */
export const HEARD_MS = 300;

/** From one document of a tab to the next: so long nothing may be scripted there, in ms. */
const BETWEEN_MS = 200;

/** What a press of the toolbar button does to the tab. */
export async function turnTab(tab: Tabs.Tab): Promise<void> {
  const { id, url = '' } = tab;
  if (id === undefined) return;
  if (url.startsWith(browser.runtime.getURL('saved-text.html'))) return leaveSavedText(id);
  const record = await readTabNow(id);
  const waiting = toWaiting(record, tab);
  if (waiting) return tryAgain(tab, waiting, () => browser.tabs.update(id, { url: waiting }));
  if (record && tab.status !== 'complete' && isAwaited(record))
    return leaveTab({ tabId: id, documentId: undefined }, false);
  // In Chromium a document of which nothing has come answers nobody.
  if (record?.notice === 'unreachable' && tab.status === 'complete')
    return turnForbidden(id, tab, record.notice);
  // Its page is about to be loaded again as it is, and is wanted light after all.
  if (record?.mode === 'leaving') return awaitPage(tab, tellCommand({ tabId: id }, 'show'));
  try {
    await (record?.mode === 'light' ? pressLeave(tab, record) : pressTurn(tab));
  } catch {
    // Expected where extensions may not act: the browser's own pages, stores, viewers, error pages.
    await turnForbidden(id, tab, record ? toToolbarState(record, Date.now()) : 'off');
  }
}

async function pressTurn(tab: Tabs.Tab): Promise<void> {
  const place = { tabId: tab.id ?? -1 };
  const told = tellCommand(place, 'turn');
  if (await isLate(told)) return awaitPage(tab, told);
  try {
    await injectTold(place, 'turn', await told);
  } catch (error) {
    if (!(await isGoingOn(tab))) throw error;
    // Nothing may be scripted between two documents, says Firefox.
    await whenLater(BETWEEN_MS);
    await injectLight(place, 'show');
  }
}

/** Whether the tab has gone on since the button was pressed, or is about to. */
async function isGoingOn({ id = -1, url = '' }: Tabs.Tab): Promise<boolean> {
  if (!isWebAddress(url)) return false;
  const tab = await browser.tabs.get(id).catch(() => null);
  return tab !== null && (tab.status === 'loading' || tab.url !== url);
}

/**
 * Where the headers are here and the body is not, nothing can be injected: the tab is light from now on, which the button says, and its page is
 * shown as soon as it begins to come. It was asked for before, and costs nothing.
 */
async function awaitPage(tab: Tabs.Tab, told?: Promise<Told>): Promise<void> {
  const { id = -1, url = '', incognito } = tab;
  const address = isWebAddress(url) ? url : null;
  const joined = await joinTab({ tabId: id, address, isPrivate: incognito, page: null });
  if (!joined.ok) {
    await say(id, 'failed');
    // No rule holds without access to the site, but the text of the page is shown all the same when it answers; if not, it is said already.
    told?.then((answer) => injectTold({ tabId: id }, 'turn', answer)).catch(() => {});
    return;
  }
  // Not awaited: it may take minutes, and a page that comes also asks by itself.
  if (told)
    whenAnswered(tab, told)
      .then(() => showAwaited(id))
      .catch(() => endAwaited(id));
}

/** @throws where the document may not be scripted, and where nothing of it has come. */
async function whenAnswered(tab: Tabs.Tab, told: Promise<Told>): Promise<unknown> {
  const hasFailed = !FIREFOX && tab.status === 'complete' && (await isErrorPage(tab.id ?? -1, tab));
  const answer = hasFailed ? await Promise.race([told, whenLater(UNANSWERED_MS)]) : await told;
  if (!answer) throw new Error('nothing of this document has come');
  return answer;
}

/** What was awaited is no page in which extensions may act, or its tab was closed; or another one is on its way, and is shown when it comes. */
async function endAwaited(tabId: number): Promise<void> {
  const [record, tab] = [await readTabNow(tabId), await browser.tabs.get(tabId).catch(() => null)];
  if (!tab) return leaveTab({ tabId, documentId: undefined }, false);
  if (record?.mode === 'light' && record.page === null && tab.status === 'complete')
    await turnForbidden(tabId, tab, 'waiting');
}

async function showAwaited(tabId: number): Promise<void> {
  if (await isLight(tabId)) await injectLight({ tabId }, 'show');
}

/** Whether the tab became light while its page was coming, and that page is not here: it can come as it is. A tab that has loaded shows an error. */
function isAwaited({ mode, page, pending, sinceMs }: TabRecord): boolean {
  return mode === 'light' && page === null && (pending === null || pending.sinceMs < sinceMs);
}

/** What the tab is going to was asked for under the rules: it is asked for once more, and what is here stays until it comes. */
async function pressLeave(tab: Tabs.Tab, { pending }: TabRecord): Promise<void> {
  const { id: tabId = -1, status, pendingUrl } = tab;
  const isOnItsWay = status === 'loading' && (!pendingUrl || pendingUrl === pending?.address);
  if (pending && isOnItsWay)
    return leaveUnseen(tabId, () => browser.tabs.update(tabId, { url: pending.address }));
  const told = tellCommand({ tabId }, 'leave');
  // A page that is here answers, if late: on a slow machine nothing is to be asked for because of that.
  if (!(await isLate(told, status === 'complete' ? UNANSWERED_MS : HEARD_MS)))
    return injectTold({ tabId }, 'leave', await told);
  // It ends with the document that it waited for.
  told.catch(() => {});
  await leaveUnseen(tabId, () => browser.tabs.reload(tabId));
}

/** Where the body is not here, a light tab is left without asking its document. */
async function leaveUnseen(tabId: number, load: () => Promise<unknown>): Promise<void> {
  await leaveTab({ tabId, documentId: undefined }, true);
  await load();
}

/** Whether that is still not done after a while, in ms. What fails is not late. */
function isLate(act: Promise<unknown>, limitMs = HEARD_MS): Promise<boolean> {
  const isOver = () => false;
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(true), limitMs);
  });
  return Promise.race([act.then(isOver, isOver), late]);
}

/** What is done where extensions may not act. `said` is what the button said when it was pressed; `waiting` where its press is still to be answered. */
async function turnForbidden(tabId: number, tab: Tabs.Tab, said: ToolbarState): Promise<void> {
  const light = await isLight(tabId);
  const { url = '', pendingUrl = '', status } = tab;
  // Firefox shows the empty page of a new tab until the body of its first page begins to come.
  const isComing = status === 'loading' || (await readTab(tabId))?.pending;
  if (!light && isComing && url === 'about:blank' && !pendingUrl) return awaitPage(tab);
  // Nothing has come yet, as in a new tab right after the start of the browser: its address is asked for under the rules.
  if (!url && isWebAddress(pendingUrl))
    return tryAgain(tab, pendingUrl, () => browser.tabs.update(tabId, { url: pendingUrl }));
  const failed = isWebAddress(url);
  const saved = (await readTab(tabId))?.text?.address;
  if (failed && saved && (light || saved === url)) {
    await showSavedPage(tabId, url);
    return;
  }
  if (failed && (await isErrorPage(tabId, tab))) {
    if (await isShelved(url)) return showShelvedPage(tabId, url);
    const load = () => browser.tabs.reload(tabId);
    // In Chromium a document that broke off as it came may refuse as well as not answer: either way "Leave Light" is what a press does.
    if (!FIREFOX && light && said === 'on') return leaveUnseen(tabId, load);
    // The tab may have been left by another press meanwhile.
    if (!light || (await isLight(tabId))) await tryAgain(tab, url, load);
    return;
  }
  if (light) await leaveTab({ tabId, documentId: undefined }, false);
  if (said !== 'on') await say(tabId, failed ? 'failed' : 'forbidden');
}

/** Asks for the address again, for its HTML alone. */
async function tryAgain(
  { id = -1, incognito }: Tabs.Tab,
  address: string,
  load: () => Promise<unknown>,
): Promise<void> {
  const joined = await joinTab({ tabId: id, address, isPrivate: incognito, page: null });
  if (!joined.ok) return say(id, 'failed');
  await load();
}

async function say(tabId: number, notice: Notice): Promise<void> {
  await changeTab(tabId, { kind: 'notice', notice, at: Date.now() });
}
