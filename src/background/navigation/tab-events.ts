// Hears of tabs that open, close and change their id: a tab opened from a light one is light, and so is one that is reopened.
import browser, { type Tabs, type WebNavigation } from 'webextension-polyfill';
import { isWebAddress } from '../../common/addresses.ts';
import { adoptTab, reopenTab } from '../actions/tab-actions.ts';
import { readLightPages } from '../tab/light-pages.ts';
import { closeTab, renameTab } from '../tab/reconcile.ts';
import { readTab } from '../tab/tab-store.ts';
import type { LazyListeners } from './lazy-listeners.ts';

function onRemoved(tabId: number, { isWindowClosing }: Tabs.OnRemovedRemoveInfoType): Promise<void> {
  return closeTab(tabId, isWindowClosing);
}

function onReplaced(after: number, before: number): Promise<void> {
  return renameTab(before, after);
}

/** The browser's own "open in new tab" on a link of the view, and whatever else opens one from there. */
async function onCreatedNavigationTarget({
  sourceTabId,
  tabId,
  url,
}: WebNavigation.OnCreatedNavigationTargetDetailsType): Promise<void> {
  const source = await readTab(sourceTabId);
  if (source?.mode === 'light' && isWebAddress(url)) await adoptTab(tabId, url, source.isPrivate);
}

/** "Reopen closed tab": it shows its address from the beginning, where any other tab is still on its way there, and has no opener. */
async function onCreated({ id, openerTabId, url = '', incognito }: Tabs.Tab): Promise<void> {
  if (id === undefined || openerTabId !== undefined || incognito || !isWebAddress(url)) return;
  await reopenTab(id, url);
}

/** Whether a tab that was light until it was closed may still be reopened. */
export async function hasClosedPages(): Promise<boolean> {
  return (await readLightPages()).some(({ closedAtMs }) => closedAtMs !== null);
}

/** Needed while a tab has a record, and while a closed one may be reopened. */
export const tabListeners: LazyListeners = {
  name: 'tabs',
  add() {
    browser.tabs.onRemoved.addListener(onRemoved);
    browser.tabs.onCreated.addListener(onCreated);
    browser.tabs.onReplaced?.addListener(onReplaced);
    browser.webNavigation.onCreatedNavigationTarget.addListener(onCreatedNavigationTarget);
  },
  remove() {
    browser.tabs.onRemoved.removeListener(onRemoved);
    browser.tabs.onCreated.removeListener(onCreated);
    browser.tabs.onReplaced?.removeListener(onReplaced);
    browser.webNavigation.onCreatedNavigationTarget.removeListener(onCreatedNavigationTarget);
  },
};
