// Notes where tabs are going, and says on the toolbar button when an address does not come: no page is there yet that could.
import browser, { type Tabs, type WebNavigation } from 'webextension-polyfill';
import { isWebAddress } from '../../common/addresses.ts';
import { injectLight } from '../actions/inject.ts';
import { showCutText } from '../actions/saved-page.ts';
import { showWhenHere } from '../actions/show-arrived.ts';
import { changeTab, readTabNow } from '../tab/reconcile.ts';
import {
  isUnasking,
  isWaiting,
  type PendingAddress,
  type TabRecord,
  toToolbarState,
  WAITING_MS,
} from '../tab/tab-record.ts';
import { readRecords, readTab, toEntries } from '../tab/tab-store.ts';
import { showToolbarState } from '../tab/toolbar-state.ts';
import { isStopped, tellBroken } from './broken-load.ts';
import { ERROR_ICON } from './error-page.ts';
import type { LazyListeners } from './lazy-listeners.ts';

/** Set by the build. */
declare const FIREFOX: boolean;

/** The browsers say more than the types know: Firefox and Chromium what went wrong, Chromium (and newer Firefox) which document it is. */
type Failure = WebNavigation.OnErrorOccurredDetailsType & { error?: string };
type Commit = WebNavigation.OnCommittedDetailsType & { documentId?: string };

/** A light page whose body has begun has asked for its view within this, in ms. */
const BODY_MS = 1000;

/** The address that the tab has been waiting for so long that it was said; `null` where there is none, or where it goes elsewhere by now. */
export function toWaiting(record: TabRecord | null, tab: Tabs.Tab): string | null {
  if (!record?.pending || !isWaiting(record, Date.now()) || tab.status !== 'loading') return null;
  const { address } = record.pending;
  // Firefox does not say where a tab is going.
  return tab.pendingUrl && tab.pendingUrl !== address ? null : address;
}

function onBeforeNavigate({ tabId, frameId, url, timeStamp }: WebNavigation.OnBeforeNavigateDetailsType) {
  if (frameId !== 0 || !isWebAddress(url)) return;
  // When it was asked for, not when that is heard: the tab may have become light in between.
  const pending = { address: url, sinceMs: timeStamp };
  changeTab(tabId, { kind: 'navigate', address: url, at: pending.sinceMs });
  showWhenLong(tabId, pending);
}

function showWhenLong(tabId: number, { sinceMs }: PendingAddress): void {
  setTimeout(() => showWaiting(tabId, sinceMs), sinceMs + WAITING_MS - Date.now());
}

/** Says that the tab is waiting, where it still is for what it was going to then. */
async function showWaiting(tabId: number, sinceMs: number): Promise<void> {
  const tab = await readTab(tabId);
  // A tab that was closed meanwhile loads nothing.
  const open = await browser.tabs.get(tabId).catch(() => null);
  if (tab?.pending?.sinceMs === sinceMs && open?.status === 'loading')
    await showToolbarState(tabId, 'waiting');
}

/** A background that was ended while addresses were pending takes its clocks up again. */
export async function watchPending(): Promise<void> {
  for (const [tabId, tab] of toEntries(await readRecords()))
    if (tab.pending && !isWaiting(tab, Date.now())) showWhenLong(tabId, tab.pending);
}

async function onCommitted({ tabId, frameId, url, documentId }: Commit): Promise<void> {
  // The empty page of a new tab may come after what the tab is going to has been asked for; Light's own pages lead on or back.
  if (frameId !== 0 || url === 'about:blank' || url.startsWith(browser.runtime.getURL(''))) return;
  setTimeout(() => showWithoutBody(tabId), BODY_MS);
  const page = { documentId: documentId ?? null, address: url };
  const [before] = await Promise.all([
    readTabNow(tabId),
    changeTab(tabId, { kind: 'commit', page, at: Date.now() }),
  ]);
  // Nothing happens where its view stands already. Expected: an error page, or a document that goes again.
  if (before && isUnasking(before)) await showWhenHere({ tabId, documentId }).catch(() => {});
  // The reader went on before the tab had joined the rules: what was wanted is wanted of the page that has come instead.
  if (before?.mode === 'switching') await injectLight({ tabId, documentId }, 'show').catch(() => {});
}

/** Browsers make the button new with each document; one whose body does not come has nobody to ask for it. */
async function showWithoutBody(tabId: number): Promise<void> {
  const tab = await readTab(tabId);
  if (tab?.mode === 'light' && tab.documentState !== 'arrived')
    await showToolbarState(tabId, toToolbarState(tab, Date.now()));
}

function onErrorOccurred({ tabId, frameId, url, error = '' }: Failure) {
  if (frameId !== 0) return;
  tellBroken(tabId, url, error);
  changeTab(tabId, { kind: 'fail', address: url, isStopped: isStopped(error), at: Date.now() });
}

/** In Firefox the icon comes last of what tells that an error page is there, after the button has been made new for it. */
async function onUpdated(
  tabId: number,
  { favIconUrl }: Tabs.OnUpdatedChangeInfoType,
  { url = '' }: Tabs.Tab,
): Promise<void> {
  if (favIconUrl !== ERROR_ICON) return;
  await changeTab(tabId, { kind: 'notice', notice: 'unreachable', at: Date.now() });
  await showCutText(tabId, url);
}

/** Firefox for Android knows neither icons of tabs nor this filter, and throws. */
function listenToIcons(): void {
  if (!FIREFOX) return;
  try {
    // Of nothing else: each event is work in the browser's own process, which light pages wait for.
    browser.tabs.onUpdated.addListener(onUpdated, { properties: ['favIconUrl'] });
  } catch {
    // Expected on Android: there the failed load itself has been heard.
  }
}

/** Needed while an address may well not come, on a bad link, and while a tab has a record. */
export const navigationListeners: LazyListeners = {
  name: 'navigation',
  add() {
    browser.webNavigation.onBeforeNavigate.addListener(onBeforeNavigate);
    browser.webNavigation.onCommitted.addListener(onCommitted);
    browser.webNavigation.onErrorOccurred.addListener(onErrorOccurred);
    listenToIcons();
  },
  remove() {
    browser.webNavigation.onBeforeNavigate.removeListener(onBeforeNavigate);
    browser.webNavigation.onCommitted.removeListener(onCommitted);
    browser.webNavigation.onErrorOccurred.removeListener(onErrorOccurred);
    browser.tabs.onUpdated?.removeListener(onUpdated);
  },
};
