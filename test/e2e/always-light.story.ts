// Sites that are always light: from the first byte, in any tab, after a restart; one press from the page; in private windows only if set there;
// and what there is no page.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Page } from '../browser/browser.ts';
import { browserName, type Scene, stageWith, story } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';
import { makeAlwaysLight } from './choosing.ts';
import { answer, openEmpty, whenAsked } from './reader.ts';
import {
  areLight,
  asksFor,
  buttonSays,
  failsVisibly,
  inView,
  leave,
  loads,
  ranScripts,
  showsText,
  toPaths,
  turnOn,
} from './reading.ts';

const DOWNLOADS = mkdtempSync(join(tmpdir(), 'light-downloads-'));
stageWith({ allowPrivate: true, installed: true, downloads: DOWNLOADS });
after(() => rmSync(DOWNLOADS, { recursive: true, force: true }));

const RAIN = '/science/the-valley-that-counts-its-own-rain';
const TRAIN = '/world/the-night-train-comes-back-to-the-salt-coast';

/** On the page's own clock Light has said by then what there is to say, in ms: what holds for a site is waited for a second at most. */
const SAID_BY_MS = 3000;

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

const LOOP = '/special/redirect-loop';
const PDF = '/special/pdf';

/** Opens an address in a new tab, and then in a light tab of the same site: both are to end alike. */
async function openTwice(
  { browser, site, visit }: Scene,
  path: string,
): Promise<{ fresh: Page; light: Page }> {
  await makeAlwaysLight(browser);
  const light = await visit(TRAIN);
  await showsText(light, 'The night train');
  const fresh = await visit(path);
  await light.go(site.url(path));
  return { fresh, light };
}

story(
  'There a way in circles ends with the browser’s own word, and Light goes on after it',
  async (scene) => {
    const { browser, site } = scene;
    const errors = await browser.backgroundErrors();
    const { fresh, light } = await openTwice(scene, LOOP);
    await failsVisibly(browser, fresh);
    await fresh.go(site.url(RAIN));
    await showsText(fresh, 'The valley');
    await failsVisibly(browser, light);
    await buttonSays(light, '!', /did not load/);
    await light.pressToolbarButton();
    await showsText(light, 'The night train');
    assert.deepEqual(await browser.backgroundErrors(), errors);
  },
);

/** The browser's viewer has the PDF, and Light has had the time to say something. */
async function showsPdf(page: Page): Promise<void> {
  await page.waitFor(
    (inPage: boolean, ms: number) =>
      document.contentType === 'application/pdf' &&
      performance.now() > ms &&
      (!inPage || document.querySelector('#viewer .page')?.textContent?.includes('page one')),
    // Chromium's viewer stands in a frame that no driver reaches.
    [browserName === 'firefox', SAID_BY_MS],
    { message: 'the PDF to be shown' },
  );
  assert.equal(await page.has('[data-light]'), false);
}

story('There a PDF is left to the viewer of the browser, without a word over it', async (scene) => {
  const { browser, site } = scene;
  const errors = await browser.backgroundErrors();
  const { fresh, light } = await openTwice(scene, PDF);
  for (const page of [fresh, light]) {
    await showsPdf(page);
    await page.go(site.url(RAIN));
    await showsText(page, 'The valley');
    assert.equal(await ranScripts(page), null);
  }
  const asked = (await asksFor(scene)).filter(({ path }) => path === PDF);
  assert.deepEqual(
    asked.map(({ ended }) => ended),
    [true, true],
  );
  assert.deepEqual(await browser.backgroundErrors(), errors);
});

story('There a picture is left to the browser, too', async ({ browser, visit }) => {
  await makeAlwaysLight(browser);
  const page = await visit('/special/image');
  await page.waitFor(
    (ms: number) => (document.images[0]?.naturalWidth ?? 0) > 0 && performance.now() > ms,
    [SAID_BY_MS],
    { message: 'the picture to be shown' },
  );
  assert.equal(await page.has('[data-light]'), false);
});

story('There a file is saved, and what stands in the tab stays', async (scene) => {
  const { browser, site, visit } = scene;
  const errors = await browser.backgroundErrors();
  await makeAlwaysLight(browser);
  const light = await visit(TRAIN);
  await showsText(light, 'The night train');
  // Chromium closes a tab that was opened with the address of a file.
  const empty = await openEmpty(browser);
  await light.go(site.url('/special/download?as=light'));
  await empty.go(site.url('/special/download?as=empty'));
  for (const name of ['light.bin', 'empty.bin'])
    await waitUntil(() => readBytes(name) === 5000, { message: `${name} to be saved` });
  await showsText(light, 'The night train');
  assert.equal(await light.url(), site.url(TRAIN));
  await areLight(browser, [await light.tabId()]);
  assert.equal(await empty.url(), 'about:blank');
  for (const page of [empty, light]) {
    await page.go(site.url(RAIN));
    await showsText(page, 'The valley');
  }
  assert.deepEqual(await browser.backgroundErrors(), errors);
});

/** The size of a file that was saved, in bytes. */
function readBytes(name: string): number {
  return statSync(join(DOWNLOADS, name), { throwIfNoEntry: false })?.size ?? 0;
}
