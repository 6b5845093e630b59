// Sites that are always light: from the first byte, in any tab, after a restart; one press from the page; in private windows only if set there.
import assert from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { stageWith, story } from '../browser/story.ts';
import { answer, whenAsked } from './reader.ts';
import {
  areLight,
  asksFor,
  inView,
  leave,
  loads,
  ranScripts,
  showsText,
  toPaths,
  turnOn,
} from './reading.ts';

stageWith({ allowPrivate: true, installed: true });

const RAIN = '/science/the-valley-that-counts-its-own-rain';
const TRAIN = '/world/the-night-train-comes-back-to-the-salt-coast';

/** Presses what stands below the text, as a reader who has read it. */
async function decide(page: Page, action: string): Promise<void> {
  await page.settled(600, ...inView(`[data-action=${action}]`));
  await page.click(...inView(`[data-action=${action}]`));
}

story('A site that is always light is so from its first byte, also after a restart', async (scene) => {
  const { browser, site, visit } = scene;
  const page = await visit(RAIN);
  await loads(page);
  await turnOn(page);
  await decide(page, 'always');
  await page.appears(...inView('[data-action=alwaysUndo]'));
  await asksFor(scene, 'news.localhost');
  site.forget();
  const fresh = await visit(TRAIN);
  await showsText(fresh, 'The night train');
  assert.equal(await ranScripts(fresh), null);
  assert.deepEqual(toPaths(await asksFor(scene)), [TRAIN]);
  await areLight(browser, [await page.tabId(), await fresh.tabId()]);

  // What it shows in a frame of another site's page, or on a page of another site, is that page's business.
  const other = await browser.open(`${site.elsewhere}${RAIN}`);
  await loads(other);
  assert.ok(await ranScripts(other));

  // One press gives the page itself, and it stays so in this tab.
  await leave(fresh);
  await loads(fresh, TRAIN);
  assert.ok(await ranScripts(fresh));
  await fresh.go(site.url(`${TRAIN}?again`));
  await loads(fresh, `${TRAIN}?again`);
  assert.equal(await fresh.has('[data-light=view]'), false);

  await browser.restart();
  site.forget();
  const again = await visit(TRAIN);
  await showsText(again, 'The night train');
  assert.equal(await ranScripts(again), null);
  assert.deepEqual(toPaths(site.asked.filter(({ host }) => host !== 'news.localhost')), []);
  await decide(again, 'alwaysUndo');
  await again.appears(...inView('[data-action=always]'));
  const plain = await visit(RAIN);
  await loads(plain);
  assert.ok(await ranScripts(plain));
});

/** A page whose head waits for a script that never comes. */
const STUCK = '/special/head-script-never';

story(
  'So it is where that is the answer to the question: this page at once, and the next one',
  async (scene) => {
    const { browser, site, visit } = scene;
    const page = await visit(STUCK);
    await whenAsked(page);
    await answer(page, 'always');
    await showsText(page, 'The script that never came');
    await page.appears(...inView('[data-action=alwaysUndo]'));
    assert.equal(await page.has('[data-light=prompt]'), false);
    await asksFor(scene, 'news.localhost');
    site.forget();
    const next = await visit(TRAIN);
    await showsText(next, 'The night train');
    assert.equal(await ranScripts(next), null);
    assert.deepEqual(toPaths(await asksFor(scene)), [TRAIN]);
    await areLight(browser, [await page.tabId(), await next.tabId()]);
  },
);

story('In a private window that answer holds in private windows alone', async ({ browser, site, visit }) => {
  const own = await browser.openPrivate(site.url(STUCK));
  await whenAsked(own);
  await answer(own, 'always');
  await showsText(own, 'The script that never came');
  const next = await browser.openPrivate(site.url(RAIN));
  await showsText(next, 'The valley');
  const page = await visit(TRAIN);
  await loads(page, TRAIN);
  assert.ok(await ranScripts(page));
  assert.equal(await page.has('[data-light=view]'), false);
});

story(
  'In a private window a site is always light only if that was said there',
  async ({ browser, site, visit }) => {
    const page = await visit(RAIN);
    await loads(page);
    await turnOn(page);
    await decide(page, 'always');
    await page.appears(...inView('[data-action=alwaysUndo]'));
    const own = await browser.openPrivate(site.url(TRAIN));
    await own.waitFor(() => (globalThis as { __ran?: string[] }).__ran);
    await loads(own, TRAIN);
    assert.equal(await own.has('[data-light=view]'), false);
    await turnOn(own);
    await decide(own, 'always');
    await own.appears(...inView('[data-action=alwaysUndo]'));
    const next = await browser.openPrivate(site.url(RAIN));
    await showsText(next, 'The valley');
  },
);
