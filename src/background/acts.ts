// Without this, nothing would happen to a tab: each function is one thing the background can do to it.
import browser, { type Runtime } from 'webextension-polyfill';
import type { Reason } from '../common/reason.ts';
import type { Wish } from '../common/wish.ts';
import { dropText } from './kept.ts';
import { addLightTab, dropLightTab, refuseReports } from './rules.ts';
import { showState } from './toolbar.ts';

/** The document that asked, as the browser names it: nothing of this comes from a message. */
export interface Asker {
  tabId: number;
  documentId: string | undefined;
  address: string;
  /** In a private window: nothing of it is to be kept on the device. */
  isPrivate: boolean;
}

/** Who sent a message, or `null` where it was not the top document of a tab. */
export function toAsker(sender: Runtime.MessageSender): Asker | null {
  const tabId = sender.tab?.id;
  if (sender.id !== browser.runtime.id || tabId === undefined || sender.frameId !== 0) return null;
  const { url = '', documentId } = sender;
  return { tabId, documentId, address: url, isPrivate: sender.tab?.incognito ?? false };
}

function toTarget({ tabId, documentId }: Pick<Asker, 'tabId' | 'documentId'>) {
  return documentId ? { tabId, documentIds: [documentId] } : { tabId };
}

/**
 * Puts the question into the page.
 * @throws where the document is gone or may not be scripted.
 */
export async function injectPrompt(asker: Asker, reason: Reason): Promise<void> {
  const target = toTarget(asker);
  await browser.scripting.executeScript({
    target,
    injectImmediately: true,
    args: [reason],
    func: (why: Reason) => {
      globalThis.lightReason = why;
    },
  });
  await browser.scripting.executeScript({ target, files: ['prompt.js'], injectImmediately: true });
}

/**
 * Puts the light view into the page, or takes it out, as wished.
 * @throws where the document is gone, is an error page, or may not be scripted.
 */
export async function injectLight(asker: Pick<Asker, 'tabId' | 'documentId'>, wish: Wish): Promise<void> {
  const target = toTarget(asker);
  // A light page that arrives waits for this, and has nothing to be told.
  if (wish !== 'arrive') await tellWish(target, wish);
  // A tab in which a light page arrives has the rule already.
  if (wish === 'show' || wish === 'turn') await refuseReports();
  // Not awaited: in Firefox the sheet waits until the document is idle, and the view has its own until then. Where the document
  // goes away meanwhile, so does the need for it.
  browser.scripting.insertCSS({ target, files: ['light.css'], origin: 'USER' }).catch(() => {});
  await browser.scripting.executeScript({
    target,
    files: ['sheets.js', 'light.js'],
    injectImmediately: true,
  });
}

async function tellWish(target: ReturnType<typeof toTarget>, wish: Wish): Promise<void> {
  const [frame] = await browser.scripting.executeScript({
    target,
    injectImmediately: true,
    args: [wish],
    func: (asked: Wish) => {
      globalThis.lightWish = asked;
      return true;
    },
  });
  // On its own pages Firefox runs nothing and says nothing.
  if (!frame?.result) throw new Error('this document may not be scripted');
}

/**
 * From here on the tab asks for nothing but HTML.
 * @throws where the reader has taken Light's access to the site back, so that the rules would not hold.
 */
export async function joinTab({ tabId, address }: Pick<Asker, 'tabId' | 'address'>): Promise<void> {
  const { protocol, hostname } = new URL(address);
  const origins = [`${protocol}//${hostname}/*`];
  if (!(await browser.permissions.contains({ origins }))) throw new Error(`no access to ${hostname}`);
  await addLightTab(tabId);
  await showState(tabId, 'on');
}

/** The tab is as any other again. Where it is about to be loaded again, view and text stay until the page is there: it may fail to. */
export async function leaveTab(asker: Pick<Asker, 'tabId' | 'documentId'>, reload: boolean): Promise<void> {
  const { tabId } = asker;
  await dropLightTab(tabId);
  await showState(tabId, 'off');
  if (reload) return;
  await dropText(tabId);
  // Not awaited, and allowed to fail, as above.
  browser.scripting
    .removeCSS({ target: toTarget(asker), files: ['light.css'], origin: 'USER' })
    .catch(() => {});
}

/** There is nothing to read: the page goes on as if it had never been asked. */
export async function releaseTab(tabId: number): Promise<void> {
  await dropLightTab(tabId);
  await showState(tabId, 'nothing');
}

/** Away to an empty page of Light's own, which goes back: the browser replays from its history what it holds, under the light rules. */
export async function replayTab(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { url: browser.runtime.getURL('back.html') });
}

/** Opens a link in a new tab that is light from its first byte: it joins the rules before it goes there. */
export async function openLight(tabId: number, address: string): Promise<void> {
  const { protocol } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return;
  const opened = await browser.tabs.create({ url: 'about:blank', openerTabId: tabId, active: false });
  if (opened.id === undefined) return;
  await addLightTab(opened.id);
  await browser.tabs.update(opened.id, { url: address });
}
