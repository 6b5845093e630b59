// Reads which document stands in a tab.
import browser, { type WebNavigation } from 'webextension-polyfill';

/** `documentId`: which document it is, where the browser says so; the types do not know of it yet. */
export type TopFrame = WebNavigation.GetFrameCallbackDetailsType & { documentId?: string };

/** The top frame of a tab; `null` where the tab was closed, or nothing stands in it yet. */
export function readTopFrame(tabId: number): Promise<TopFrame | null> {
  return browser.webNavigation.getFrame({ tabId, frameId: 0 }).catch(() => null);
}
