// Shows the saved text of a tab on Light's own page, in place of the browser's error page.
import browser from 'webextension-polyfill';
import { toPageAddress } from '../../common/addresses.ts';
import { toShelfKey } from '../../common/shelf/shelved.ts';
import { type Kept, toKeptKey } from '../../common/stored/saved-text.ts';
import { isLight } from '../tab/tab-store.ts';

/** Shows the text that was saved of the tab; `address` is what did not come. */
export async function showSavedPage(tabId: number, address: string): Promise<void> {
  const query = new URLSearchParams({ tab: String(tabId), again: address });
  await browser.tabs.update(tabId, { url: browser.runtime.getURL(`saved-text.html?${query}`) });
}

/** Shows the text that is kept of that address. */
export async function showShelvedPage(tabId: number, address: string): Promise<void> {
  const query = new URLSearchParams({ kept: toShelfKey(address) });
  await browser.tabs.update(tabId, { url: browser.runtime.getURL(`saved-text.html?${query}`) });
}

/**
 * Firefox puts its error page in the place of a page whose connection was reset while it was coming: what had come of its text comes back,
 * and says what is missing.
 */
export async function showCutText(tabId: number, address: string): Promise<void> {
  if (!(await isLight(tabId))) return;
  const key = toKeptKey(tabId);
  const kept = (await browser.storage.session.get(key))[key] as Kept | undefined;
  if (kept && !kept.isWhole && kept.address === toPageAddress(address)) await showSavedPage(tabId, address);
}
