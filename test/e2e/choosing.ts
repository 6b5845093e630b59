// Steps of stories: a reader changes a setting.
import type { Browser } from '../browser/browser.ts';
import { waitUntil } from '../browser/tab.ts';

/** Presses what is named so in the settings, and leaves them when it has been kept. */
export async function choose(browser: Browser, selector: string): Promise<void> {
  const options = await browser.extensionPage('options.html');
  await options.click(`label[for=${selector}]`);
  await options.waitFor(
    async (id) => {
      const kept = await chrome.storage.local.get(['patience', 'unasked']);
      return id === 'unasked' ? kept.unasked !== undefined : id === `patience-${kept.patience}`;
    },
    [selector],
  );
  await options.close();
}

/** Decides, as in the settings, that the test site is always light. */
export async function makeAlwaysLight(browser: Browser): Promise<void> {
  const options = await browser.extensionPage('options.html');
  await options.click('#always-site');
  await options.type('news.localhost\n');
  await options.appears('[data-host="news.localhost"]');
  await options.close();
  await waitUntil(() => browser.inExtension(countSiteRules), { message: 'the rules of the site' });
}

export const countSiteRules = async () => (await chrome.declarativeNetRequest.getDynamicRules()).length;

declare const chrome: {
  storage: { local: { get(keys: string[]): Promise<Record<string, unknown>> } };
  declarativeNetRequest: { getDynamicRules(): Promise<unknown[]> };
};
