// Without this, a page whose HTML broke off would be taken for a whole one: a document does not know that its end is missing.
import browser from 'webextension-polyfill';
import { isLight } from './rules.ts';

/** What a load that was stopped ends with, and in Firefox one that goes on in another process (`NS_BINDING_ABORTED`). */
const STOPPED = ['net::ERR_ABORTED', 'Error code 2152398850'];

let told: Promise<void> = Promise.resolve();

/** Tells the page of a light tab that its HTML has broken off. Where the address is not that of the page, the page does not mind. */
export function tellBroken(tabId: number, address: string, error: string): void {
  told = Promise.all([told, tell(tabId, address, error)]).then(() => {});
}

/** Resolves when all that has been heard has been told. */
export function whenTold(): Promise<void> {
  return told;
}

async function tell(tabId: number, address: string, error: string): Promise<void> {
  if (STOPPED.includes(error) || !(await isLight(tabId))) return;
  await browser.scripting
    .executeScript({
      target: { tabId },
      injectImmediately: true,
      args: [address],
      func: (broken: string) => {
        // The light script may still be on its way.
        globalThis.lightBrokenAt = broken;
        globalThis.lightBroken?.(broken);
      },
    })
    // Expected where the browser shows a page of its own for the error: no text stands there that could be incomplete.
    .catch(() => {});
}
