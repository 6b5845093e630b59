// Without this, the toolbar button would do nothing: on where the tab is not light, off where it is, again where an address did not
// come, and a clear word where none of these can be.
import browser, { type Tabs } from 'webextension-polyfill';
import { injectLight, joinTab, leaveTab } from './acts.ts';
import { isErrorPage } from './error-page.ts';
import { readWaiting } from './going.ts';
import { dropText, readTextAddress } from './kept.ts';
import { dropLightTab, isLight } from './rules.ts';
import { showState } from './toolbar.ts';

/** What a press of the toolbar button does to the tab. */
export async function turnTab(tab: Tabs.Tab): Promise<void> {
  const { id, url = '' } = tab;
  if (id === undefined) return;
  if (url.startsWith(browser.runtime.getURL('kept.html'))) return leaveKept(id);
  const waiting = await readWaiting(id);
  if (waiting) return tryAgain(id, waiting, () => browser.tabs.update(id, { url: waiting }));
  const light = await isLight(id);
  try {
    await injectLight({ tabId: id, documentId: undefined }, light ? 'leave' : 'turn');
  } catch {
    // Expected where extensions may not act: the browser's own pages, stores, viewers, error pages.
    await turnForbidden(id, tab, light);
  }
}

async function turnForbidden(tabId: number, tab: Tabs.Tab, light: boolean): Promise<void> {
  const { url = '' } = tab;
  const failed = /^https?:/.test(url);
  const kept = await readTextAddress(tabId);
  if (failed && kept && (light || kept === url)) {
    const query = new URLSearchParams({ tab: String(tabId), again: url });
    await browser.tabs.update(tabId, { url: browser.runtime.getURL(`kept.html?${query}`) });
    return;
  }
  if (failed && (await isErrorPage(tabId, tab)))
    return tryAgain(tabId, url, () => browser.tabs.reload(tabId));
  if (light) await leaveTab({ tabId, documentId: undefined }, failed);
  await showState(tabId, failed ? 'failed' : 'forbidden');
}

/** Asks for the address again, for its HTML alone. */
async function tryAgain(tabId: number, address: string, load: () => Promise<unknown>): Promise<void> {
  try {
    await joinTab({ tabId, address });
  } catch {
    // Expected where the reader has taken Light's access to the site back.
    return showState(tabId, 'failed');
  }
  await load();
}

async function leaveKept(tabId: number): Promise<void> {
  await dropLightTab(tabId);
  await dropText(tabId);
  await browser.tabs.goBack(tabId);
}
