// Without this, a reader would wait for an address that does not answer without a word: no page is there yet that could ask.
import browser, { type Tabs, type WebNavigation } from 'webextension-polyfill';
import { tellBroken } from './broken.ts';
import { ERROR_ICON } from './error-page.ts';
import { isLight } from './rules.ts';
import { showState } from './toolbar.ts';

/** Set by the build. */
declare const FIREFOX: boolean;

/** An address that has been asked for in a tab, and has not come yet. It stands in `storage.session`: in memory only. */
interface Going {
  address: string;
  /** In ms since 1970. */
  since: number;
}

/**
 * After this a silence is told of, in ms: attention is gone after 10 s (Nielsen), and the background, which sleeps after 30 s
 * without an event, is still awake.
 */
export const WAITING_MS = 8000;

/** What a navigation that the reader stopped, or that another one replaced, ends with in Chromium. */
const STOPPED = 'net::ERR_ABORTED';

function toKey(tabId: number): string {
  return `going-${tabId}`;
}

function isWeb(address: string): boolean {
  return /^https?:/.test(address);
}

async function readGoing(tabId: number): Promise<Going | null> {
  const key = toKey(tabId);
  return ((await browser.storage.session.get(key))[key] as Going | undefined) ?? null;
}

async function keepGoing(tabId: number, going: Going): Promise<void> {
  await browser.storage.session.set({ [toKey(tabId)]: going });
}

function isLong({ since }: Going): boolean {
  return Date.now() - since >= WAITING_MS;
}

/** A tab that was closed meanwhile loads nothing. */
async function isLoading(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.status === 'loading';
}

/** The address that the tab has been waiting for so long that it was said, `null` where there is none. */
export async function readWaiting(tabId: number): Promise<string | null> {
  const going = await readGoing(tabId);
  return going && isLong(going) && (await isLoading(tabId)) ? going.address : null;
}

/** What happens to tabs is noted in the order in which it happens: an end may come within milliseconds of its beginning. */
async function inTurn(note: () => Promise<void>): Promise<void> {
  await navigator.locks.request('going', note);
}

function onBeforeNavigate({ tabId, frameId, url }: WebNavigation.OnBeforeNavigateDetailsType) {
  if (frameId !== 0 || !isWeb(url)) return;
  const since = Date.now();
  inTurn(() => keepGoing(tabId, { address: url, since }));
  setTimeout(() => showWaiting(tabId, since), WAITING_MS);
}

/** Says that the tab is waiting, where it still is for what it was going to then. */
async function showWaiting(tabId: number, since: number): Promise<void> {
  const going = await readGoing(tabId);
  if (going?.since === since && (await isLoading(tabId))) await showState(tabId, 'waiting');
}

function onCommitted({ tabId, frameId, url }: WebNavigation.OnCommittedDetailsType) {
  // The empty page of a new tab may come after what the tab is going to has been asked for.
  if (frameId === 0 && isWeb(url)) inTurn(() => endGoing(tabId));
}

/** The browsers say what went wrong; the types do not know it. */
type Failure = WebNavigation.OnErrorOccurredDetailsType & { error?: string };

function onErrorOccurred({ tabId, frameId, url, error = '' }: Failure) {
  if (frameId !== 0) return;
  tellBroken(tabId, url, error);
  inTurn(() => noteError(tabId, url, error));
}

async function noteError(tabId: number, address: string, error: string): Promise<void> {
  // What ends may be what the present one has replaced.
  if ((await readGoing(tabId))?.address !== address) return;
  await endGoing(tabId);
  // Firefox makes the button new with its error page, which is still to come.
  if (!FIREFOX && error !== STOPPED) await showState(tabId, 'unreachable');
}

/** The tab is not going anywhere, and if it was said to be waiting, it is not any more. */
async function endGoing(tabId: number): Promise<void> {
  const going = await readGoing(tabId);
  if (!going) return;
  await browser.storage.session.remove(toKey(tabId));
  if (isLong(going)) await showState(tabId, (await isLight(tabId)) ? 'on' : 'off');
}

/** In Firefox: the icon comes last of what tells that an error page is there. */
async function onIcon(tabId: number, { favIconUrl }: Tabs.OnUpdatedChangeInfoType): Promise<void> {
  if (favIconUrl === ERROR_ICON) await showState(tabId, 'unreachable');
}

/** Hears where tabs are going, until stopped. */
export function hearGoing(): void {
  browser.webNavigation.onBeforeNavigate.addListener(onBeforeNavigate);
  browser.webNavigation.onCommitted.addListener(onCommitted);
  browser.webNavigation.onErrorOccurred.addListener(onErrorOccurred);
  // Of nothing else: each event is work in the browser's own process, which light pages wait for.
  if (FIREFOX) browser.tabs.onUpdated.addListener(onIcon, { properties: ['favIconUrl'] });
}

export function stopHearingGoing(): void {
  browser.webNavigation.onBeforeNavigate.removeListener(onBeforeNavigate);
  browser.webNavigation.onCommitted.removeListener(onCommitted);
  browser.webNavigation.onErrorOccurred.removeListener(onErrorOccurred);
  if (FIREFOX) browser.tabs.onUpdated.removeListener(onIcon);
}
