// Shows a page of a light tab as its text: one that has just begun to come, or one that comes back from the back/forward cache.
import browser from 'webextension-polyfill';
import type { Asks } from '../../common/messages.ts';
import { isOfSite, toSite } from '../../common/sites.ts';
import { readTopFrame } from '../navigation/top-frame.ts';
import { isUnaskedNow } from '../prompt-policy/prompt-policy.ts';
import { isUnderSiteRules } from '../sites/apply-sites.ts';
import { isChosen } from '../sites/site-choices.ts';
import { hasAccess } from '../tab/join-tab.ts';
import { changeTab } from '../tab/reconcile.ts';
import type { TabRecord } from '../tab/tab-record.ts';
import { isLight, readTab } from '../tab/tab-store.ts';
import { isLooping } from '../tab/tab-transitions.ts';
import { type Asker, toPageId } from './asker.ts';
import { injectLight, injectTold, isGone, type Place, tellCommand } from './inject.ts';
import { joinDocument } from './tab-actions.ts';

/** Set by the build. */
declare const FIREFOX: boolean;

/** What a page says of itself as it comes. */
type Arriving = Asks['light-tab'];

/** Brings tab and page together: what the reader sees decides, and else what the tab is. */
export async function showArrived(asker: Asker, page: Arriving): Promise<void> {
  // The view stands there from before the reader left Light on another page: its links are to open light.
  if (page.restored && page.hasView) return rejoin(asker);
  const before = await readTab(asker.tabId);
  if (before?.mode === 'passing') return injectLight(asker, 'resume');
  if (await isUnderForeignRules(asker, before)) return spare(asker);
  const by = before?.mode === 'light' || page.restored ? null : await findRule(asker, before);
  if (by) return joinByRule(asker, page, by);
  if (!before && page.isFirst && (await isOpenedUnheard(asker))) return joinAndShow(asker);
  const hasArrived = before !== null && isUnderRules(before, asker, page);
  // The reader waits for the text, and not for what follows from its having come.
  const shown = before?.mode === 'light' ? show(asker, hasArrived, before) : null;
  const tab = await changeTab(asker.tabId, { kind: 'arrive', page: toPageId(asker), hasArrived });
  // The tab may have become light a moment ago, as one does that is opened from a light one.
  await (shown ?? (tab?.mode === 'light' ? show(asker, isUnderRules(tab, asker, page)) : undefined));
}

/**
 * Whether the tab was opened from a light one while nobody listened: Firefox does not wake the background for what it began to listen to after
 * its start (bug 1899767).
 */
async function isOpenedUnheard({ openerTabId }: Asker): Promise<boolean> {
  return FIREFOX && openerTabId !== undefined && (await isLight(openerTabId));
}

/** By what rule the page of a tab that is not light is to be: its site is always light, or the link is bad and nobody is to be asked. */
async function findRule(asker: Asker, tab: TabRecord | null): Promise<'site' | 'link' | null> {
  const { hostname } = new URL(asker.address);
  const isSpared = tab?.mode === 'leaving' || (tab?.spared && isOfSite(hostname, tab.spared));
  if (isSpared || !(await hasAccess(asker.address))) return null;
  if (await isChosen('always', asker)) return 'site';
  const isUnasked = await isUnaskedNow(asker);
  return isUnasked ? 'link' : null;
}

/** Sites that are always light are so in private windows only where that was decided there; the browser's rules hold in all windows. */
async function isUnderForeignRules({ address, isPrivate }: Asker, tab: TabRecord | null): Promise<boolean> {
  if (!isPrivate || tab?.mode === 'light' || tab?.spared) return false;
  if (await isChosen('always', { address, isPrivate })) return false;
  return isChosen('always', { address, isPrivate: false });
}

/** Has the page come once more, as it is. */
async function spare({ tabId, address }: Asker): Promise<void> {
  await changeTab(tabId, { kind: 'spare', site: toSite(new URL(address).hostname) });
  await browser.tabs.reload(tabId);
}

async function joinByRule(asker: Asker, page: Arriving, by: 'site' | 'link'): Promise<void> {
  const { tabId, isPrivate } = asker;
  // The rules of sites are not those of private windows.
  const hasArrived = by === 'site' && !isPrivate && (await isUnderSiteRules(page.startedAtMs));
  const shown = show(asker, hasArrived);
  await changeTab(tabId, { kind: 'join', page: toPageId(asker), isPrivate, by, at: Date.now() });
  if (hasArrived) await changeTab(tabId, { kind: 'arrive', page: toPageId(asker), hasArrived });
  await shown;
}

async function joinAndShow(asker: Asker): Promise<void> {
  const { tabId, isPrivate } = asker;
  await changeTab(tabId, { kind: 'join', page: toPageId(asker), isPrivate, at: Date.now() });
  await show(asker, false);
}

async function rejoin(asker: Asker): Promise<void> {
  if ((await readTab(asker.tabId))?.mode === 'light')
    await changeTab(asker.tabId, { kind: 'arrive', page: toPageId(asker), hasArrived: true });
  else await joinDocument(asker);
}

/**
 * Whether the page was asked for when the tab was light already, so that it came without scripts. One that its service worker brings again and
 * again, however often it is loaded past it, is switched like any other.
 */
function isUnderRules(tab: TabRecord, { address }: Asker, { restored, startedAtMs }: Arriving): boolean {
  if (tab.mode !== 'light' || restored || isLooping(tab, address, Date.now())) return false;
  return startedAtMs >= tab.sinceMs;
}

async function show(asker: Asker, hasArrived: boolean, tab: TabRecord | null = null): Promise<void> {
  const hasScripts = tab?.scripts && isOfSite(new URL(asker.address).hostname, tab.scripts);
  const arrives = hasScripts ? 'scripts' : 'arrive';
  try {
    await injectLight(asker, hasArrived ? arrives : 'show');
  } catch (error) {
    // Expected: another document has come, or the browser's error page, after the first bytes of this one.
    if (!(await isGone(asker))) throw error;
  }
}

/**
 * Shows the document of a light tab as soon as it begins to come, unless its reader has left by then.
 * @throws where it is none that may be scripted, or goes again.
 */
export async function showWhenHere(place: Place): Promise<void> {
  const told = await tellCommand(place, 'show');
  if (await isLight(place.tabId)) await injectTold(place, 'show', told);
}

/**
 * Shows the page of a tab that was light before the browser or Light was started again. After an update Chromium leaves the view of the Light before
 * in the page, with the scripts that hold it there: it says so itself, and its links open light.
 */
export async function showRestored(tabId: number, hasArrived: boolean): Promise<void> {
  if (!FIREFOX && (await hasOldView(tabId))) return;
  // Into that document alone: a reader who leaves meanwhile has it loaded again, as it is.
  const documentId = (await readTopFrame(tabId))?.documentId;
  // Firefox also runs the content scripts again, which ask for the view: the reader may have seen it, and left, by now.
  if (!(await isLight(tabId))) return;
  await injectLight({ tabId, documentId }, hasArrived ? 'arrive' : 'show');
}

async function hasOldView(tabId: number): Promise<boolean> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    func: () => document.querySelector(':root > [data-light=view]') !== null,
  });
  return frame?.result === true;
}
