// Does to a tab what its documents and the toolbar button ask for: join and leave the rules, open, reopen, load again.
import browser from 'webextension-polyfill';
import { isWebAddress } from '../../common/addresses.ts';
import { type Answer, DONE, type JoinAnswer, toRefusal } from '../../common/messages.ts';
import { toSite } from '../../common/sites.ts';
import type { Kept } from '../../common/stored/saved-text.ts';
import { readTopFrame } from '../navigation/top-frame.ts';
import { isChosen } from '../sites/site-choices.ts';
import { hasAccess, joinTab } from '../tab/join-tab.ts';
import { takeClosedPage } from '../tab/light-pages.ts';
import { changeTab } from '../tab/reconcile.ts';
import { TEXT_CHARS, toCrowdedOut, writeText } from '../tab/saved-text.ts';
import { isLight, readRecords, readTab } from '../tab/tab-store.ts';
import { isLooping } from '../tab/tab-transitions.ts';
import { type Asker, toPageId } from './asker.ts';
import { injectLight, removeViewStyle } from './inject.ts';
import { showCutText } from './saved-page.ts';

/** As `joinTab`, for the document that asks: it may have been left, or have been replaced by another one meanwhile. */
export async function joinDocument(asker: Asker): Promise<JoinAnswer> {
  const { tabId, address, isPrivate } = asker;
  if ((await readTab(tabId))?.mode === 'leaving') return toRefusal('failed');
  const joined = await joinTab({ tabId, address, isPrivate, page: toPageId(asker) });
  if (!joined.ok) return joined;
  await showWhatCame(asker);
  // A tab that was closed meanwhile loads nothing.
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return { ok: true, isLoading: tab?.status === 'loading' };
}

/** The reader went on before the tab had joined: the page that has come instead had nobody to ask whether its tab is light. */
async function showWhatCame({ tabId, address, documentId }: Asker): Promise<void> {
  const frame = await readTopFrame(tabId);
  if (!frame || !isWebAddress(frame.url)) return;
  // The same address may have been loaded again: where the browser says which document it is, that tells.
  const isOwn = documentId && frame.documentId ? frame.documentId === documentId : frame.url === address;
  if (isOwn) return;
  // Expected: an error page stands there.
  await injectLight({ tabId }, 'show').catch(() => {});
}

/** The tab is as any other again. Where it is about to be loaded again, view and text stay until the page is there: it may fail to. */
export async function leaveTab(place: Pick<Asker, 'tabId' | 'documentId'>, reload: boolean): Promise<void> {
  // First of all: a press right after this one finds the tab as it is now.
  await changeTab(place.tabId, { kind: 'leave', reload, at: Date.now() });
  const site = await findSpared(place.tabId);
  if (site) await changeTab(place.tabId, { kind: 'spare', site });
  if (!reload) removeViewStyle(place);
}

/** The site of a tab that is about to be left, where it is always light: it is to come as it is in this tab. */
async function findSpared(tabId: number): Promise<string | null> {
  // A tab that was closed meanwhile comes to no site.
  const { url = '', incognito: isPrivate = false } = (await browser.tabs.get(tabId).catch(() => null)) ?? {};
  if (!isWebAddress(url) || !(await isChosen('always', { address: url, isPrivate }))) return null;
  return toSite(new URL(url).hostname);
}

/** Away to an empty page of Light's own, which goes back: the browser replays from its history what it holds, under the light rules. */
export async function replayTab(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { url: browser.runtime.getURL('history-back.html') });
}

/** Whether the tab may be loaded again under the rules: `failed` where a service worker would have it loaded for ever. */
export async function allowReload({ tabId, address }: Asker, bypassWorker: boolean): Promise<Answer> {
  if (!bypassWorker) return DONE;
  const [tab, at] = [await readTab(tabId), Date.now()];
  if (tab && isLooping(tab, address, at)) return toRefusal('failed');
  await changeTab(tabId, { kind: 'bypass', address, at });
  return DONE;
}

/** Opens a link in a new tab that is light from its first byte: it joins the rules before it goes there. */
export async function openLight(
  { tabId, isPrivate }: Pick<Asker, 'tabId' | 'isPrivate'>,
  address: string,
): Promise<void> {
  if (!isWebAddress(address)) return;
  const opened = await createTab(tabId);
  if (opened.id === undefined) return;
  await changeTab(opened.id, { kind: 'join', page: null, isPrivate, at: Date.now() });
  await browser.tabs.update(opened.id, { url: address });
}

/** An empty tab beside the one it is opened from. */
function createTab(openerTabId: number) {
  const empty = { url: 'about:blank', active: false };
  try {
    // Firefox for Android knows no openers, and throws.
    return browser.tabs.create({ ...empty, openerTabId }).catch(() => browser.tabs.create(empty));
  } catch {
    return browser.tabs.create(empty);
  }
}

/**
 * The browser has opened a tab from a light one. Its HTML is asked for already, without the rules, and its inline scripts would run: where nothing has
 * come yet, it is asked for again; a page that is here is switched like any other.
 */
export async function adoptTab(tabId: number, address: string, isPrivate: boolean): Promise<void> {
  await changeTab(tabId, { kind: 'join', page: null, isPrivate, at: Date.now() });
  const frame = await readTopFrame(tabId);
  if (!frame || !isWebAddress(frame.url)) await browser.tabs.update(tabId, { url: address });
  else await injectLight({ tabId }, 'show').catch(() => {}); // Expected: an error page stands there.
}

/** A tab that was light when it was closed is light again, and its page is switched when it comes. */
export async function reopenTab(tabId: number, address: string): Promise<void> {
  if (!(await takeClosedPage(address)) || !(await hasAccess(address))) return;
  await changeTab(tabId, { kind: 'join', page: null, isPrivate: false, at: Date.now() });
}

/** Saves the text of a light tab, in place of the one before. */
export async function saveText(tabId: number, kept: Kept): Promise<void> {
  const chars = kept.html.length;
  const isFit = chars <= TEXT_CHARS && (await isLight(tabId));
  if (!isFit) return dropText(tabId);
  for (const crowded of toCrowdedOut(await readRecords(), tabId, chars)) await dropText(crowded);
  // Named first: what no record names is thrown away.
  const tab = await changeTab(tabId, { kind: 'save-text', address: kept.address, chars });
  if (!(await writeText(tabId, kept))) return dropText(tabId);
  // What a page said as it went may be heard when the error page is there already.
  if (tab?.notice === 'unreachable') await showCutText(tabId, kept.address);
}

async function dropText(tabId: number): Promise<void> {
  await changeTab(tabId, { kind: 'drop-text' });
}

/** Takes the tabs out of the rules that hold for a site to which Light has lost access. */
export async function leaveForbidden(): Promise<void> {
  for (const [tabId, tab] of Object.entries(await readRecords())) {
    if (tab.mode !== 'light' || !tab.page || !isWebAddress(tab.page.address)) continue;
    if (await hasAccess(tab.page.address)) continue;
    await changeTab(Number(tabId), { kind: 'leave', reload: false, at: Date.now() });
    await changeTab(Number(tabId), { kind: 'notice', notice: 'failed', at: Date.now() });
  }
}

/** The tab shows Light's own page with the saved text: back to what was there before. */
export async function leaveSavedText(tabId: number): Promise<void> {
  await changeTab(tabId, { kind: 'leave', reload: false, at: Date.now() });
  await browser.tabs.goBack(tabId);
}
