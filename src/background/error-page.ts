// Without this, a page that did not come could not be told from one on which the browser lets no extension act.
import browser, { type Tabs } from 'webextension-polyfill';

/** Set by the build. */
declare const FIREFOX: boolean;

/** The icon of Firefox's page for a network error (`FAVICON_ERRORPAGE_URL`); no page of the web can have it. */
export const ERROR_ICON = 'chrome://global/skin/icons/info.svg';

/** Whether the browser shows its own page in place of one that did not come. Firefox does not say so of the frame. */
export async function isErrorPage(tabId: number, { favIconUrl }: Tabs.Tab): Promise<boolean> {
  if (FIREFOX) return favIconUrl === ERROR_ICON;
  return (await browser.webNavigation.getFrame({ tabId, frameId: 0 }))?.errorOccurred ?? false;
}
