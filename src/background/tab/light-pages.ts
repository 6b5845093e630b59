// The light pages that a restart of the browser, an update of Light or "reopen closed tab" is to bring back light.
// Stands in `storage.local`, for nothing else outlives these: digests of addresses, never the addresses, and nothing of private windows.

import browser from 'webextension-polyfill';
import { toPageAddress } from '../../common/addresses.ts';
import { isPrivateTwin } from './private-twin.ts';
import type { TabRecords } from './tab-record.ts';
import { toEntries } from './tab-store.ts';

export interface LightPage {
  /** SHA-256 of the address, so that a list of what was read does not stand on disk. */
  digest: string;
  tabId: number;
  /** It came under the rules, without scripts. */
  hasArrived: boolean;
  /** When its tab was closed, in ms since 1970; `null` while it is open. */
  closedAtMs: number | null;
  /** Its whole window was closed, as it is when the browser ends. */
  withWindow: boolean;
}

const KEY = 'lightPages';

/** A closed tab is reopened soon, or its window with the next start. So many are remembered for so long, in ms. */
export const CLOSED_PAGES = 25;
export const CLOSED_MS = 24 * 3_600_000;

export async function readLightPages(): Promise<LightPage[]> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return Array.isArray(stored) ? stored.filter(isLightPage) : [];
}

async function writeLightPages(pages: LightPage[]): Promise<void> {
  if (pages.length > 0) await browser.storage.local.set({ [KEY]: pages });
  else await browser.storage.local.remove(KEY);
}

/** What another version wrote, or a broken disk, is left out. */
function isLightPage(value: unknown): value is LightPage {
  const { digest, tabId, closedAtMs } = (value ?? {}) as Partial<LightPage>;
  const isTime = closedAtMs === null || typeof closedAtMs === 'number';
  return typeof digest === 'string' && typeof tabId === 'number' && isTime;
}

/** What an address is recognised by; the part after `#` is no other page. */
export async function toDigest(address: string): Promise<string> {
  const bytes = new TextEncoder().encode(toPageAddress(address));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The list as the records have it now: open light tabs, and of the closed ones those that may still be reopened. */
export function toLightPages(open: LightPage[], before: LightPage[], now: number): LightPage[] {
  const closed = before
    .filter(({ closedAtMs }) => closedAtMs !== null && now - closedAtMs < CLOSED_MS)
    .slice(-CLOSED_PAGES);
  return [...closed, ...open];
}

async function toOpenPages(records: TabRecords): Promise<LightPage[]> {
  const pages = toEntries(records).map(async ([tabId, { mode, isPrivate, page, documentState }]) => {
    if (mode !== 'light' || isPrivate || !page) return [];
    const hasArrived = documentState === 'arrived';
    return [{ digest: await toDigest(page.address), tabId, hasArrived, closedAtMs: null, withWindow: false }];
  });
  return (await Promise.all(pages)).flat();
}

/** Brings the list on disk to the records; nothing where it is so already. */
export async function syncLightPages(records: TabRecords): Promise<void> {
  if (isPrivateTwin()) return;
  const before = await readLightPages();
  const pages = toLightPages(await toOpenPages(records), before, Date.now());
  if (JSON.stringify(pages) !== JSON.stringify(before)) await writeLightPages(pages);
}

/** Notes that a light tab was closed; its window with it, or alone. */
export async function noteClosedPage(tabId: number, withWindow: boolean): Promise<void> {
  const pages = await readLightPages();
  const closed = pages.map((page) =>
    page.tabId === tabId && page.closedAtMs === null ? { ...page, closedAtMs: Date.now(), withWindow } : page,
  );
  if (closed.some((page, at) => page !== pages[at])) await writeLightPages(closed);
}

/** An open tab, by the address it shows or is about to show. */
export interface OpenTab {
  tabId: number;
  digest: string;
}

/**
 * Which of these tabs showed a light page before the browser or Light ended, each with its page: the one that has the same id, where
 * Light alone was gone, else the first of that address. A tab that its reader closed alone is not to come back by itself.
 */
export function toRestored(tabs: OpenTab[], pages: LightPage[]): { tabId: number; page: LightPage }[] {
  const left = pages.filter(({ closedAtMs, withWindow }) => closedAtMs === null || withWindow);
  const found = new Map<number, LightPage>();
  const match = (isSame: (tab: OpenTab, page: LightPage) => boolean) => {
    for (const tab of tabs) {
      const page = left.find((each) => each.digest === tab.digest && isSame(tab, each));
      if (!page || found.has(tab.tabId)) continue;
      found.set(tab.tabId, page);
      left.splice(left.indexOf(page), 1);
    }
  };
  match((tab, page) => page.tabId === tab.tabId);
  match(() => true);
  return [...found].map(([tabId, page]) => ({ tabId, page }));
}

/** After a start: what was open and has not come back yet may still do so, as with a closed window. */
export async function closeAllPages(restored: LightPage[]): Promise<void> {
  const now = Date.now();
  const left = (await readLightPages()).filter(({ digest, tabId }) =>
    restored.every((page) => page.digest !== digest || page.tabId !== tabId),
  );
  await writeLightPages(
    left.map((page) => (page.closedAtMs === null ? { ...page, closedAtMs: now, withWindow: true } : page)),
  );
}

/** Takes the page of a closed tab out of the list, where the tab with that address is a reopened one; `null` where none was closed. */
export async function takeClosedPage(address: string): Promise<LightPage | null> {
  const [pages, digest] = await Promise.all([readLightPages(), toDigest(address)]);
  const closed = pages.findLast((page) => page.digest === digest && page.closedAtMs !== null);
  if (!closed) return null;
  await writeLightPages(pages.filter((page) => page !== closed));
  return closed;
}
