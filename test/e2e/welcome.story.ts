// The page that is opened where Light is installed: once, with the question and the button, and nothing that asks for anything.
import { deepEqual, equal } from 'node:assert/strict';
import { type Browser, openBrowser } from '../browser/browser.ts';
import { browserName, extensionPath, story } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';

/** How many tabs show the page. */
const countWelcomes = (browser: Browser): Promise<number> =>
  browser.inExtension(
    async () => (await chrome.tabs.query({ url: chrome.runtime.getURL('welcome.html') })).length,
  );

story('Light shows its question and its button where it is installed, and only there', async ({ site }) => {
  const browser = await openBrowser(browserName, { extension: extensionPath });
  try {
    await waitUntil(async () => (await countWelcomes(browser)) === 1, { message: 'the page to be opened' });
    await browser.reloadExtension();
    await waitUntil(() => browser.isBackgroundAlive(), { message: 'Light to be there again' });
    site.forget();
    const welcome = await browser.extensionPage('welcome.html');
    await welcome.appears('#question [data-light=prompt]', 'h2');
    equal(await welcome.text('#question [data-light=prompt]', 'h2'), 'Switch to example.org Light?');
    equal(await welcome.text('#question [data-light=prompt]', '[data-action=switch]'), 'Switch to Light');
    // It is a picture: nothing in it takes the focus, and nothing else can be pressed.
    await welcome.press('Tab');
    equal(await welcome.evaluate(() => document.activeElement?.localName), 'body');
    await welcome.setViewport(320, 568);
    equal(await welcome.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    deepEqual(site.asked, []);
    equal(await countWelcomes(browser), 1, 'no other one was opened when Light was loaded again');
  } finally {
    await browser.close();
  }
});

/** What the story asks for with the extension's rights. */
declare const chrome: {
  tabs: { query(where: { url: string }): Promise<unknown[]> };
  runtime: { getURL(path: string): string };
};
