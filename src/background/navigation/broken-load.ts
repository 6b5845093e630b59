// Tells the page of a light tab that its HTML has broken off: a document does not know that its end is missing.
import browser from 'webextension-polyfill';
import { whenLater } from '../../common/document/when-later.ts';
import { tellWorld } from '../../common/isolated-world.ts';
import { UNANSWERED_MS } from '../actions/inject.ts';
import { isLight } from '../tab/tab-store.ts';

/** What a load that was stopped ends with, and in Firefox one that goes on in another process (`NS_BINDING_ABORTED`). */
const STOPPED = ['net::ERR_ABORTED', 'Error code 2152398850'];

/** The reader stopped the load, or another one replaced it: nothing has failed. */
export function isStopped(error: string): boolean {
  return STOPPED.includes(error);
}

/** Tells the page, one after another. Where the address is not that of the page, the page does not mind. */
export async function tellBroken(tabId: number, address: string, error: string): Promise<void> {
  await navigator.locks.request('broken', async () => {
    if (isStopped(error) || !(await isLight(tabId))) return;
    // The other tabs are not kept waiting for one that does not answer.
    await Promise.race([tell(tabId, address), whenLater(UNANSWERED_MS)]);
  });
}

/** Resolves when all that has been heard has been told. */
export async function whenTold(): Promise<void> {
  await navigator.locks.request('broken', async () => {});
}

async function tell(tabId: number, address: string): Promise<void> {
  await browser.scripting
    .executeScript({
      target: { tabId },
      injectImmediately: true,
      // The light script may still be on its way: the address is there for it, too.
      args: [{ brokenAddress: address }],
      func: tellWorld,
    })
    // Expected where the browser shows a page of its own for the error: no text stands there that could be incomplete.
    .catch(() => {});
}
