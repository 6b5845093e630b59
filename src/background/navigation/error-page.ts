// Tells a page that did not come from one on which the browser lets no extension act.

import browser, { type Tabs } from 'webextension-polyfill';
import { whenLater } from '../../common/document/when-later.ts';
import { readTab } from '../tab/tab-store.ts';
import { readTopFrame } from './top-frame.ts';

/** Set by the build. */
declare const FIREFOX: boolean;

/** The icon of Firefox's page for a network error (`FAVICON_ERRORPAGE_URL`); no page of the web can have it. */
export const ERROR_ICON = 'chrome://global/skin/icons/info.svg';

/** Firefox gives its page the icon half a second after it has put it there, in ms, or somewhat later where it has much to do. */
const ICON_MS = 1500;
const LOOK_MS = 100;

/** Whether the browser shows its own page in place of one that did not come. */
export async function isErrorPage(tabId: number, tab: Tabs.Tab): Promise<boolean> {
  if ((await readTab(tabId))?.notice === 'unreachable') return true;
  if (!FIREFOX) return (await readTopFrame(tabId))?.errorOccurred ?? false;
  return hasErrorIcon(tabId, tab);
}

/** Firefox does not say of the frame that its load failed. On Android tabs have no icons either: there only what was heard tells. */
async function hasErrorIcon(tabId: number, { favIconUrl }: Tabs.Tab): Promise<boolean> {
  const until = Date.now() + ICON_MS;
  let icon = favIconUrl;
  while (!icon && Date.now() < until) {
    await whenLater(LOOK_MS);
    icon = (await browser.tabs.get(tabId)).favIconUrl;
  }
  return icon === ERROR_ICON;
}
