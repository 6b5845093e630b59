// The toolbar button: on, off, what it says, and the pages that hold nothing for it.
import { deepEqual, equal, match } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { browserName, story } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';
import { readConsole, readHtml, whenLoaded, whenShown } from './reader.ts';
import { buttonSays, readLightTabs } from './reading.ts';

const NOTHING = 'There is nothing to read on this page.';
const FORBIDDEN = 'The browser does not let extensions act on this page.';

story.oldest('the button turns Light on and off, and says where it is', async ({ site, visit }) => {
  const page = await visit('/special/fast');
  await whenLoaded(page, site.url('/special/fast'));
  const before = await readHtml(page);
  await buttonSays(page, '', 'Switch to Light');
  await page.pressToolbarButton();
  match(await whenShown(page), /Nothing but the text/);
  await buttonSays(page, '✓', 'Leave Light');
  await page.pressToolbarButton();
  await page.disappears('[data-light=view]');
  await buttonSays(page, '', 'Switch to Light');
  equal(await readHtml(page), before);
  deepEqual(await readConsole(page), []);
});

story.oldest('Alt+L does what the button does', async ({ site, visit }) => {
  const page = await visit('/special/fast');
  await whenLoaded(page, site.url('/special/fast'));
  await page.pressShortcut('l', ['Alt']);
  await whenShown(page);
  await page.pressShortcut('l', ['Alt']);
  await page.disappears('[data-light=view]');
});

story('the view stands above a modal dialog that is open', async ({ site, visit }) => {
  const page = await visit('/special/modal');
  await whenLoaded(page, site.url('/special/modal'));
  await page.appears('dialog[open]');
  await page.pressToolbarButton();
  await whenShown(page);
  // A press finds it only if nothing lies over it and it is not inert.
  await page.settled(600, '[data-light=view]', '[data-action=leave]');
  await page.click('[data-light=view]', '[data-action=leave]');
  await page.disappears('[data-light=view]');
  await page.click('dialog button');
  await page.disappears('dialog[open]');
});

story('where extensions may not act, the button says so', async ({ browser }) => {
  const page = await browser.open(browserName === 'firefox' ? 'about:support' : 'chrome://version');
  await page.waitFor(() => document.readyState === 'complete' && location.href !== 'about:blank');
  await page.pressToolbarButton();
  await buttonSays(page, '!', FORBIDDEN);
});

/** Presses the button on a page without text: it says so, and when the notice is closed the page is as it was. */
async function findsNothing(page: Page): Promise<void> {
  const before = await readHtml(page);
  await page.pressToolbarButton();
  match(await whenShown(page, 'nothing'), /There is nothing to read on this page\./);
  await buttonSays(page, '–', NOTHING);
  const shown = await page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as Element;
    root.querySelector('[data-light=view]')?.remove();
    return root.outerHTML;
  });
  equal(shown, before);
  await page.settled(600, '[data-light=view]', '[data-action=close]');
  await page.click('[data-light=view]', '[data-action=close]');
  await page.disappears('[data-light=view]');
  equal(await readHtml(page), before);
}

for (const name of ['image', 'empty', 'app-shell']) {
  story(`nothing to read (${name}): the page stays as it was`, async ({ browser, site, visit }) => {
    site.fault('/special/app-shell.json', { kind: 'never' });
    const page = await visit(`/special/${name}`);
    await whenLoaded(page, site.url(`/special/${name}`));
    await findsNothing(page);
    deepEqual(await readLightTabs(browser), []);
  });
}

story('a PDF is left to the viewer of the browser', async ({ browser, visit }) => {
  const page = await visit('/special/pdf');
  await waitUntil(async () => (await page.url()).endsWith('/special/pdf'), { message: 'the PDF to open' });
  await page.pressToolbarButton();
  // Firefox lets no extension into its viewer, Chromium does; the one finds no access there, the other no text.
  const badge = browserName === 'firefox' ? '!' : '–';
  await waitUntil(async () => (await page.action()).badge === badge, {
    message: `the button to say ${badge}`,
  });
  deepEqual(await readLightTabs(browser), []);
});

story.oldest('tabs that are switched at the same instant are all light', async ({ browser, site }) => {
  const pages = [];
  for (const name of ['fast', 'cached', 'strict-csp', 'unset']) {
    const page = await browser.open(site.url(`/special/${name}`));
    await whenLoaded(page, site.url(`/special/${name}`));
    pages.push(page);
  }
  const ids = await Promise.all(pages.map((page) => page.tabId()));
  // A person cannot press so fast: the same script that the button injects, in all tabs at once, while the background is asleep,
  // so that it hears all of them as it wakes.
  await browser.killBackground();
  await browser.inExtension(
    (tabIds) =>
      Promise.all(
        tabIds.map((tabId) =>
          chrome.scripting.executeScript({ target: { tabId }, files: ['extract.js', 'light.js'] }),
        ),
      ).then(() => null),
    ids,
  );
  for (const page of pages) await whenShown(page);
  await waitUntil(async () => (await readLightTabs(browser)).length === ids.length, {
    message: 'all tabs to be light',
  });
  deepEqual((await readLightTabs(browser)).sort(), [...ids].sort());
});

/** What the injection asks with the extension's rights. */
declare const chrome: {
  scripting: { executeScript(what: { target: { tabId: number }; files: string[] }): Promise<unknown> };
};
