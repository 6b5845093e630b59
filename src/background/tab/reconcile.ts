// Changes the tabs' records, and derives from them all that Light does to the browser: session rules, registered script, saved texts,
// toolbar buttons and the list that outlives a restart. Any event, error half-way or wake-up ends in a consistent tab.
import browser, { type Tabs } from 'webextension-polyfill';
import { registerLightTabScript } from '../rules/light-tab-script.ts';
import { applyRules, changeRules } from '../rules/session-rules.ts';
import {
  closeAllPages,
  type LightPage,
  noteClosedPage,
  readLightPages,
  syncLightPages,
  toDigest,
  toRestored,
} from './light-pages.ts';
import { isPrivateTwin } from './private-twin.ts';
import { removeOrphanedTexts, removeText } from './saved-text.ts';
import { isSamePage, isWaiting, type TabRecord, type TabRecords, toToolbarState } from './tab-record.ts';
import { readAllRecords, readRecords, readTab, toEntries, writeRecords } from './tab-store.ts';
import { nextTab, type TabEvent } from './tab-transitions.ts';
import { showToolbarState } from './toolbar-state.ts';

/** Stands in `storage.session` as long as browser and Light have not been started again. */
const STARTED = 'started';

/** After these the button is shown anew: a press waits for a word, and browsers make the button new with each document. */
const SHOWN_AFTER: TabEvent['kind'][] = ['join', 'arrive', 'notice'];

/** Two changes at once would lose each other's. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request('tabs', work);
}

/** Whether pages are to ask what their tab is. */
function hasLight(records: TabRecords): boolean {
  return toEntries(records).some(([, { mode }]) => mode === 'light' || mode === 'passing');
}

/** Lets an event happen to a tab, and brings the browser to it. Gives the record after it. */
export function changeTab(tabId: number, event: TabEvent): Promise<TabRecord | null> {
  return inTurn(async () => {
    const before = await readRecords();
    const next = nextTab(before[tabId] ?? null, event);
    const { [tabId]: tab = null, ...others } = before;
    await bringBrowser(before, next ? { ...others, [tabId]: next } : others);
    const isNewState = toToolbarState(tab, Date.now()) !== toToolbarState(next, Date.now());
    if (isNewState || SHOWN_AFTER.includes(event.kind) || isToldLate(tab, event)) await showTab(tabId, next);
    return next;
  });
}

/** Whether a document has joined the rules before its commit is told: Firefox made the button new in between. */
function isToldLate(tab: TabRecord | null, event: TabEvent): boolean {
  return event.kind === 'commit' && tab?.mode === 'light' && isSamePage(tab.page, event.page);
}

/** The tab's record, with all that has been heard until now. */
export function readTabNow(tabId: number): Promise<TabRecord | null> {
  return inTurn(() => readTab(tabId));
}

/** A tab was closed: nothing is left of it but, where it was light, that it may be reopened. */
export function closeTab(tabId: number, withWindow: boolean): Promise<void> {
  return inTurn(async () => {
    const { [tabId]: tab, ...others } = await readRecords();
    if (!tab) return;
    if (tab.mode === 'light' && !tab.isPrivate) await noteClosedPage(tabId, withWindow);
    await bringBrowser({ ...others, [tabId]: tab }, others);
  });
}

/** The browser has given a tab another id, as Chromium does with a prerendered page. */
export function renameTab(before: number, after: number): Promise<void> {
  return inTurn(async () => {
    const records = await readRecords();
    const { [before]: tab, ...others } = records;
    if (!tab) return;
    // The text stands under the tab's old id.
    await bringBrowser(records, { ...others, [after]: { ...tab, text: null } });
  });
}

/** Writes the records, and does at the same time what follows from them and has changed: the rules have no time to lose. */
async function bringBrowser(before: TabRecords, wanted: TabRecords): Promise<void> {
  const [after] = await Promise.all([
    writeRecords(wanted),
    changeRules(before, wanted),
    hasLight(before) === hasLight(wanted) ? undefined : registerLightTabScript(hasLight(wanted)),
  ]);
  const lost = toEntries(before).filter(([tabId, { text }]) => text && !after[tabId]?.text);
  await Promise.all(lost.map(([tabId]) => removeText(tabId)));
}

/** The browser remembers what the button says; not what it would have said meanwhile. */
function isShownAnew(tab: TabRecord, before: TabRecord | undefined): boolean {
  return isWaiting(tab, Date.now()) || JSON.stringify(tab) !== JSON.stringify(before);
}

function showTab(tabId: number, tab: TabRecord | null): Promise<void> {
  return showToolbarState(tabId, toToolbarState(tab, Date.now()));
}

/** A tab that is to be shown in Light again: it was before the browser, or Light, ended. */
export interface RestoredTab {
  tabId: number;
  page: LightPage;
}

/**
 * Brings records and browser into order, whatever has happened meanwhile: tabs that have been closed, events that nobody heard, rules that an error left
 * half-way, a browser or a Light that was started again. Gives the tabs that are to be shown in Light again.
 */
export function reconcile(): Promise<RestoredTab[]> {
  return inTurn(async () => {
    const restored = await readRestored();
    const before = await readRecords();
    const after = await writeRecords(withRestored(await toPresent(before), restored));
    const shown = toEntries({ ...before, ...after }).filter(([tabId, tab]) =>
      isShownAnew(tab, before[tabId]),
    );
    await Promise.all([
      applyRules(after),
      registerLightTabScript(hasLight(after)),
      readAllRecords().then(removeOrphanedTexts),
      ...shown.map(([tabId]) => showTab(tabId, after[tabId] ?? null)),
    ]);
    await syncLightPages(after);
    return restored;
  });
}

/**
 * Takes out tabs that were closed before anybody listened, and brings the list that outlives a restart up to date. Gives whether any tab
 * was taken out.
 */
export function settleTabs(tabIds: number[]): Promise<boolean> {
  return inTurn(async () => {
    const records = await readRecords();
    const open = await Promise.all(tabIds.map(readOpenTab));
    const closed = tabIds.filter((tabId, at) => records[tabId] && !open[at]);
    const left = Object.fromEntries(toEntries(records).filter(([tabId]) => !closed.includes(tabId)));
    if (closed.length > 0) await bringBrowser(records, left);
    await syncLightPages(left);
    return closed.length > 0;
  });
}

function readOpenTab(tabId: number): Promise<Tabs.Tab | null> {
  // Expected: the tab has been closed.
  return browser.tabs.get(tabId).catch(() => null);
}

/** The records without closed tabs, without what has taken too long, and without addresses that are not being waited for any more. */
async function toPresent(records: TabRecords): Promise<TabRecords> {
  const at = Date.now();
  const present = toEntries(records).map(async ([tabId, tab]) => {
    const open = await readOpenTab(tabId);
    const kept = open?.status === 'loading' ? tab : { ...tab, pending: null };
    const next = open && nextTab(kept, { kind: 'expire', at });
    return next ? [[tabId, next]] : [];
  });
  return Object.fromEntries((await Promise.all(present)).flat());
}

function withRestored(records: TabRecords, restored: (RestoredTab & { address: string })[]): TabRecords {
  const at = Date.now();
  const added = restored.map(({ tabId, address, page }) => {
    const shown = { documentId: null, address };
    const joined = nextTab(null, { kind: 'join', page: shown, isPrivate: false, at });
    return [tabId, nextTab(joined, { kind: 'arrive', page: shown, hasArrived: page.hasArrived })];
  });
  return { ...records, ...Object.fromEntries(added) };
}

/** After a start of the browser or of Light, which leaves no record in memory: the open tabs that showed a light page before. */
async function readRestored(): Promise<(RestoredTab & { address: string })[]> {
  if (isPrivateTwin()) return [];
  const started = await browser.storage.session.get(STARTED);
  if (started[STARTED]) return [];
  await browser.storage.session.set({ [STARTED]: true });
  const pages = await readLightPages();
  if (pages.length === 0) return [];
  const tabs = (await browser.tabs.query({})).filter(({ id, incognito }) => id !== undefined && !incognito);
  const open = await Promise.all(
    tabs.map(async ({ id = -1, url, pendingUrl }) => {
      const address = url || pendingUrl || '';
      return { tabId: id, address, digest: await toDigest(address) };
    }),
  );
  const restored = toRestored(open, pages);
  await closeAllPages(restored.map(({ page }) => page));
  return restored.map(({ tabId, page }) => ({
    tabId,
    page,
    address: open.find((tab) => tab.tabId === tabId)?.address ?? '',
  }));
}
