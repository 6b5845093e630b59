// Steps of stories: a reader changes a setting.
import type { Browser } from '../browser/browser.ts';

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

declare const chrome: { storage: { local: { get(keys: string[]): Promise<Record<string, unknown>> } } };
