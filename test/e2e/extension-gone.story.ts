// The extension is updated, switched off or forbidden a site under an open page: that is said, and no page is ever blank.
import assert from 'node:assert/strict';
import type { Browser, Page } from '../browser/browser.ts';
import { browserName, story } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';
import { areLight, loads, showsText, turnOn } from './reading.ts';

/** The page itself can be seen and pressed, or the view can be read: never neither. */
const isNotBlank = (page: Page) =>
  page.waitFor(() => {
    const hit = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    return hit && hit !== document.documentElement;
  });

/** The word that Light has gone can be read: below the text, or above the page. */
function saysGone(): boolean {
  const root = document.querySelector('[data-light=view]')?.shadowRoot;
  return ['.gone', '.note'].some((name) => {
    const word = root?.querySelector<HTMLElement>(name);
    return word?.checkVisibility() && word.textContent?.includes('Light was updated or switched off');
  });
}

/** What a page of the extension can ask. */
declare const chrome: { runtime: { sendMessage(question: object): Promise<unknown> } };

/** An extension that has just come back hears no press before its background has run for the first time: the browser drops it. */
const isBack = (browser: Browser) => {
  const ask = () =>
    browser.inExtension(async () => {
      await chrome.runtime.sendMessage({
        ask: 'light-tab',
        says: { restored: false, hasView: false, startedAtMs: 0, isFirst: false },
      });
      return true;
    });
  return waitUntil(ask, { message: 'the background to answer' });
};

for (const deed of ['reload', 'disable'] as const) {
  story.oldest(
    `Under an open view, the extension goes (${deed}): the view says so, and the page is there`,
    async ({ browser, visit, site }) => {
      const page = await visit('/special/fast');
      await loads(page);
      await turnOn(page);
      // In Firefox the user's own style sheet takes the place of the page's a moment later.
      await page.waitFor(
        () =>
          document.adoptedStyleSheets.length === 0 && !document.querySelector('[data-light=view] > style'),
      );
      await (deed === 'reload' ? browser.reloadExtension() : browser.disableExtension());
      try {
        // In Firefox an update puts a new view in its place.
        if (deed === 'disable' || browserName === 'chromium') await page.waitFor(saysGone);
        await isNotBlank(page);
      } finally {
        if (deed === 'disable') await browser.enableExtension();
      }
      await isBack(browser);
      // The tab is light again by itself.
      await areLight(browser, [await page.tabId()]);
      if (browserName === 'firefox') {
        await waitUntil(async () => !(await page.evaluate(saysGone)), {
          message: 'the view to be a new one',
        });
        await showsText(page, 'Nothing but the text');
      }
      await page.pressToolbarButton();
      await page.disappears('[data-light=view]');
      const fresh = await browser.open(site.url('/special/cached'));
      await loads(fresh);
      await turnOn(fresh, 'Bread that keeps');
      await areLight(browser, [await fresh.tabId()]);
    },
  );
}

story(
  'Under an open question, the extension goes: that is said where it can be, and the page is there',
  async (scene) => {
    const { browser, site } = scene;
    site.setLink('2g');
    const page = await scene.visit('/special/head-script-never');
    await page.appears('[data-light=prompt]');
    await page.settled(600, '[data-light=prompt]', '[data-action=switch]');
    await browser.disableExtension();
    try {
      await page.click('[data-light=prompt]', '[data-action=switch]');
      // Firefox ends what an extension has put into a page: nobody is left there to say anything.
      if (browserName === 'chromium') {
        await page.waitFor(() =>
          document
            .querySelector('[data-light=prompt]')
            ?.shadowRoot?.textContent?.includes('Light was updated or switched off'),
        );
      }
      assert.equal(await page.has('[data-light=view]'), false);
      await page.settled(600, '[data-light=prompt]', '[data-action=close]');
      await page.click('[data-light=prompt]', '[data-action=close]');
      await page.waitFor(
        () =>
          !document
            .querySelector('[data-light=prompt]')
            ?.shadowRoot?.querySelector('section')
            ?.checkVisibility(),
      );
    } finally {
      await browser.enableExtension();
    }
  },
);
