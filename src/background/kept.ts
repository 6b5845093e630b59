// Without this, the text that was on the screen would be lost where the next light load fails.
// It is kept in memory only, one text a light tab, and goes with the tab, with Light, or with the browser.
import browser from 'webextension-polyfill';
import { type Kept, toKeptKey } from '../common/kept.ts';

/** A longer text is not kept, in characters: all tabs together have 10 MB (`storage.session`). */
const KEPT_CHARS = 1_000_000;

/** Keeps the text of a light tab, in place of the one before. */
export async function keepText(tabId: number, kept: Kept): Promise<void> {
  if (kept.html.length > KEPT_CHARS) return dropText(tabId);
  await browser.storage.session.set({ [toKeptKey(tabId)]: kept });
}

export async function dropText(tabId: number): Promise<void> {
  await browser.storage.session.remove(toKeptKey(tabId));
}

/** The address of the text kept for the tab, `null` where none is. */
export async function readTextAddress(tabId: number): Promise<string | null> {
  const key = toKeptKey(tabId);
  const kept = (await browser.storage.session.get(key))[key] as Kept | undefined;
  return kept?.address ?? null;
}
