// Addresses that do not come: no page is there that could ask, so the toolbar button says what can be done, and does it.
import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { type Scene, story } from '../browser/story.ts';
import { qanat } from '../site/texts/qanat.ts';
import { rain } from '../site/texts/rain.ts';
import { train } from '../site/texts/train.ts';
import { FAST, hold, openEmpty, whenAsked } from './reader.ts';
import {
  areLight,
  asked,
  asksFor,
  buttonSays,
  fails,
  failsVisibly,
  loads,
  ranScripts,
  showsText,
  toPaths,
  turnOn,
} from './reading.ts';

const PATH = '/special/etag';
const TITLE = 'Bread with a label';

/**
 * Two slow loads, and the link is known to be bad. The background sleeps before and after a third one: what it has learned, and what it
 * hears of, does not end with it. `origin` is a site of which nothing is in the cache yet.
 */
async function learnBadLink({ browser, site }: Scene, origin: string): Promise<void> {
  site.setLink('2g');
  for (const { path } of [rain, train]) await whenAsked(await browser.open(origin + path));
  await browser.closeTabs();
  await browser.killBackground();
  await whenAsked(await browser.open(origin + qanat.path));
  await browser.closeTabs();
  site.setLink('fast');
}

story.oldest(
  'an address that could not be reached is asked for again by the button, for its HTML alone',
  async (scene) => {
    const { browser, site, visit } = scene;
    site.fault(PATH, { kind: 'refuse' });
    const page = await visit(PATH);
    await asked(site, PATH);
    await failsVisibly(browser, page);
    // Still away: the press does no harm, and the next one is another try, once that one has failed too.
    await page.evaluate(() => document.documentElement.toggleAttribute('data-first', true));
    await page.pressToolbarButton();
    await page.waitFor(() => !document.documentElement.hasAttribute('data-first'));
    await failsVisibly(browser, page);
    site.fault(PATH, null);
    site.forget();
    await page.pressToolbarButton();
    await showsText(page, TITLE);
    await areLight(browser, [await page.tabId()]);
    deepEqual(toPaths(await asksFor(scene)), [PATH]);
    equal(await ranScripts(page), null);
  },
);

story(
  'on a bad link, an address that does not answer is told of, and asked for again by the button',
  async (scene) => {
    const { browser, site } = scene;
    await learnBadLink(scene, site.origin);
    const page = await openEmpty(browser);
    await browser.killBackground();
    site.fault(PATH, { kind: 'never' });
    await page.go(site.url(PATH));
    await buttonSays(page, '…', /has not answered yet.*Press/);
    site.fault(PATH, null);
    site.forget();
    await page.pressToolbarButton();
    await showsText(page, TITLE);
    await areLight(browser, [await page.tabId()]);
    deepEqual(toPaths(await asksFor(scene)), [PATH]);
  },
);

story(
  'in a light tab, an address that does not answer is told of too, and not when another page has come',
  async (scene) => {
    const { site, visit } = scene;
    const page = await visit(FAST);
    await loads(page);
    await turnOn(page);
    site.fault(PATH, { kind: 'never' });
    await page.go(site.url(PATH));
    await buttonSays(page, '…', /has not answered yet/);
    await page.go(site.url('/special/cached'));
    await showsText(page, 'Bread that keeps');
    await buttonSays(page, '✓', 'Leave Light');
  },
);

story('on a bad link, an address that fails says so, and that it can be tried again', async (scene) => {
  const { browser, site } = scene;
  await learnBadLink(scene, site.elsewhere);
  const page = await openEmpty(browser);
  site.fault(PATH, { kind: 'refuse' });
  await page.go(site.url(PATH));
  await asked(site, PATH);
  await fails(page);
  await buttonSays(page, '!', /did not load\. Press/);
});

/** So much of a page comes before its text: its head, and the beginning of its body. */
const BARE_BYTES = 6000;

// The last one here: the page's files are in the cache afterwards, and those of the bad link must not be.
story(
  'an address that did not come is light when it is asked for again, however slowly that comes',
  async (scene) => {
    const { browser, site, visit } = scene;
    const path = `${train.path}?plain`;
    site.fault(path, { kind: 'refuse' });
    const page = await visit(path);
    await asked(site, path);
    await failsVisibly(browser, page);
    const letGo = hold(site, path, BARE_BYTES);
    await page.pressToolbarButton();
    // It is known to have come light: no copy of its HTML is asked for.
    await page.appears('[data-light=view][data-state=arriving][data-source=page]');
    letGo();
    await showsText(page, train.title);
    await areLight(browser, [await page.tabId()]);
    // It came without its scripts: only a new load gives them back.
    await page.pressToolbarButton();
    await page.disappears('[data-light=view]');
    await loads(page, path);
    notEqual(await ranScripts(page), null);
  },
);
