// Tells which document sent a message. Nothing of that comes from the message itself.
import browser, { type Runtime } from 'webextension-polyfill';
import type { PageId } from '../tab/tab-record.ts';

/** The document that asked, as the browser names it. */
export interface Asker {
  tabId: number;
  documentId: string | undefined;
  address: string;
  /** In a private window: nothing of it is to be written to disk. */
  isPrivate: boolean;
  /** The tab from which its tab was opened. */
  openerTabId?: number | undefined;
}

/** Who sent a message, or `null` where it was not the top document of a tab: another extension, a frame, a prerendered page. */
export function toAsker(sender: Runtime.MessageSender): Asker | null {
  const tabId = sender.tab?.id;
  if (sender.id !== browser.runtime.id || tabId === undefined || sender.frameId !== 0) return null;
  const { url = '', documentId } = sender;
  const { incognito: isPrivate = false, openerTabId } = sender.tab ?? {};
  return { tabId, documentId, address: url, isPrivate, openerTabId };
}

export function toPageId({ documentId, address }: Asker): PageId {
  return { documentId: documentId ?? null, address };
}
