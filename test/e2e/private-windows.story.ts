// In private windows Light does all that it does elsewhere, and writes nothing of it to disk.
import assert from 'node:assert/strict';
import type { Browser } from '../browser/browser.ts';
import { browserName, stageWith, story } from '../browser/story.ts';
import { answer, whenAsked } from './reader.ts';
import { areLight, buttonSays, fails, leave, loads, ranScripts, showsText, turnOn } from './reading.ts';

stageWith({ allowPrivate: true });

const ASKED = '/special/head-script-never';
const STUCK = `${ASKED}?no-store`;
const BREAD = '/special/cached';

story.oldest(
  'In a private window the text is shown, and the page is given back',
  async ({ browser, site }) => {
    const page = await browser.openPrivate(site.url('/special/fast'));
    await loads(page);
    await turnOn(page, 'Nothing but the text');
    await areLight(browser, [await page.tabId()]);
    // Chromium's driver does not see the buttons of private windows, which have a background of their own.
    if (browserName === 'firefox') await buttonSays(page, '✓', 'Leave Light');
    await leave(page);
    await areLight(browser, []);
    await page.close();
    assert.deepEqual(await readWritten(browser), []);
  },
);

story(
  'In a private window, too, the next page is light, and the button ends it',
  async ({ browser, site }) => {
    const page = await browser.openPrivate(site.url('/special/fast'));
    await loads(page);
    await turnOn(page);
    await page.go(site.url('/special/etag'));
    await showsText(page, 'Bread with a label');
    assert.equal(await ranScripts(page), null);
    await page.pressToolbarButton();
    await page.waitFor(() => (globalThis as { __ran?: string[] }).__ran);
    await areLight(browser, []);
  },
);

story.oldest(
  'A stuck page that is not kept is replayed from history in a private window too',
  async ({ browser, site }) => {
    const page = await browser.openPrivate(site.url(STUCK));
    await site.waitFor((all) => all.some(({ path, ended }) => path === STUCK && ended));
    await page.waitFor(() => document.head?.querySelector('script'));
    await page.pressToolbarButton();
    await showsText(page, 'The script that never came');
    assert.equal(await ranScripts(page), null);
  },
);

story.oldest(
  'The text comes back where the next page of a private window fails to load',
  async ({ browser, site }) => {
    const page = await browser.openPrivate(site.url(BREAD));
    await loads(page, BREAD);
    await page.pressToolbarButton();
    await showsText(page, 'Bread that keeps');
    // The background of the ordinary windows puts its own house in order when it wakes.
    await browser.killBackground();
    const other = await browser.open(site.url('/special/fast'));
    await loads(other);
    await turnOn(other);
    site.fault('/special/etag', { kind: 'refuse' });
    await page.go(site.url('/special/etag'));
    await fails(page);
    await page.pressToolbarButton();
    await showsText(page, 'Bread that keeps');
    site.fault('/special/etag', null);
  },
);

story.oldest(
  'What is said to the question in a private window is written nowhere',
  async ({ browser, site, visit }) => {
    for (const [round, choice] of (['close', 'close', 'never'] as const).entries()) {
      const page = await browser.openPrivate(site.url(`${ASKED}?round=${round}`));
      await whenAsked(page);
      await answer(page, choice);
      await page.disappears('[data-light=prompt]');
      await page.close();
    }
    assert.deepEqual(await readWritten(browser), []);
    // In an ordinary window the site is asked about as if nothing had been said.
    await whenAsked(await visit(ASKED));
  },
);

/** The keys of all that names the site in what outlives the browser. */
function readWritten(browser: Browser): Promise<string[]> {
  return browser.inExtension(async () => {
    const [local, sync] = await Promise.all([chrome.storage.local.get(null), chrome.storage.sync.get(null)]);
    const all = Object.entries({ ...local, ...sync });
    return all.filter(([, value]) => JSON.stringify(value).includes('news.localhost')).map(([key]) => key);
  });
}

/** What the stories read with the extension's rights. */
declare const chrome: {
  storage: Record<'local' | 'sync', { get(keys: null): Promise<Record<string, unknown>> }>;
};
