// What keeps a tab light: its next pages ask for their HTML alone and run no script, until the reader leaves.
import assert from 'node:assert/strict';
import { story } from '../browser/story.ts';
import { hold } from './reader.ts';
import {
  areLight,
  asked,
  asksFor,
  buttonSays,
  inView,
  leave,
  loads,
  ranScripts,
  readLightTabs,
  showsText,
  toPaths,
  turnOn,
} from './reading.ts';

const RAIN = '/science/the-valley-that-counts-its-own-rain';
const TRAIN = '/world/the-night-train-comes-back-to-the-salt-coast';

/** So much of the special pages, uncompressed, is the beginning of their text. */
const HALF_BYTES = 3600;

const toTrain = inView(`article a[href$="${TRAIN}"]`);

story.oldest(
  'A link followed in a light tab asks for the HTML alone, and so do reloading and going back',
  async (scene) => {
    const { site } = scene;
    const page = await scene.visit(RAIN);
    await loads(page);
    await turnOn(page);
    await asksFor(scene);
    site.forget();
    await page.click(...toTrain);
    await showsText(page, 'The night train');
    const [first, ...others] = await asksFor(scene);
    assert.deepEqual([first?.path, toPaths(others)], [TRAIN, []]);
    assert.equal(first?.headers['save-data'], 'on');
    assert.equal(await ranScripts(page), null);
    assert.equal(await page.url(), site.url(TRAIN));

    site.forget();
    await page.reload();
    await asked(site, TRAIN);
    await page.waitFor(() => performance.getEntriesByType('navigation')[0]?.toJSON().type === 'reload');
    await showsText(page, 'The night train');
    assert.deepEqual(toPaths(await asksFor(scene)), [TRAIN]);
    assert.equal(await ranScripts(page), null);

    site.forget();
    await page.back();
    await showsText(page, 'The valley that counts its own rain');
    await page.forward();
    await showsText(page, 'The night train');
    assert.equal(await ranScripts(page), null);
    // Going back may need the HTML again (in Firefox it does), but nothing more.
    assert.deepEqual(
      toPaths(await asksFor(scene)).filter((path) => path !== RAIN && path !== TRAIN),
      [],
    );
    await areLight(scene.browser, [await page.tabId()]);
  },
);

for (const [how, press] of [
  ['the middle button', 'middleClick'],
  ['Ctrl', 'clickWith'],
] as const) {
  story.oldest(`A link opened in a new tab with ${how} is light from its first byte`, async (scene) => {
    const { browser, site } = scene;
    const page = await scene.visit(RAIN);
    await loads(page);
    await turnOn(page);
    await asksFor(scene);
    site.forget();
    const fresh = await browser.waitForNewTab(() =>
      press === 'middleClick' ? page.middleClick(...toTrain) : page.clickWith(['Control'], ...toTrain),
    );
    await showsText(fresh, 'The night train');
    const [first, ...others] = await asksFor(scene);
    assert.deepEqual([first?.path, toPaths(others)], [TRAIN, []]);
    assert.equal(first?.headers['save-data'], 'on');
    assert.equal(await ranScripts(fresh), null);
    assert.equal(await page.url(), site.url(RAIN));
    await areLight(browser, [await page.tabId(), await fresh.tabId()]);
  });
}

story('An empty new tab opened beside a light one is as any other', async ({ browser, site, visit }) => {
  const page = await visit('/special/fast');
  await loads(page);
  await turnOn(page);
  const fresh = await browser.open('about:blank');
  await fresh.go(site.url('/special/cached'));
  await loads(fresh, '/special/cached');
  assert.notEqual(await ranScripts(fresh), null);
  assert.equal(await fresh.has('[data-light=view]'), false);
  await areLight(browser, [await page.tabId()]);
});

story.oldest('A site behind a service worker is light all the same', async (scene) => {
  const { site } = scene;
  const page = await scene.visit('/special/sw/');
  await page.waitFor(() => navigator.serviceWorker.controller);
  await turnOn(page, 'Served by a worker');
  await asksFor(scene);
  for (const path of ['/special/sw/second', '/special/sw/second']) {
    site.forget();
    if ((await page.url()) === site.url(path)) await page.reload();
    else await page.go(site.url(path));
    // The worker has no tab, so that its own request is none of the tab's; the page's own comes after it.
    await site.waitFor((all) => all.some((each) => each.path === path && each.headers['save-data'] === 'on'));
    await page.waitFor(() => !navigator.serviceWorker.controller);
    await showsText(page, 'Served by a worker, again');
    assert.equal(await ranScripts(page), null);
    // What the worker's page asked for until it was stopped came before: from then on it is the page alone. Whether the worker itself is
    // new is asked by the browser, on its own account.
    const asks = (await asksFor(scene)).filter((each) => !each.path.endsWith('/worker.js'));
    const bare = asks.findIndex((each) => each.headers['save-data'] === 'on');
    assert.deepEqual(toPaths(asks.slice(bare)), [path]);
  }
});

story.oldest('A page on its way from a service worker is switched for nothing', async (scene) => {
  const { browser, site } = scene;
  const page = await scene.visit('/special/sw-anew/');
  await page.waitFor(() => navigator.serviceWorker.controller);
  const path = '/special/sw-anew/second?plain';
  const letGo = hold(site, path, HALF_BYTES);
  await page.go(site.url(path));
  await page.waitFor(
    (wanted) => location.href.endsWith(wanted) && document.querySelectorAll('.text p').length > 1,
    [path],
  );
  assert.equal(await page.evaluate(() => !!navigator.serviceWorker.controller), true);
  await asksFor(scene);
  site.forget();
  await page.pressToolbarButton();
  await areLight(browser, [await page.tabId()]);
  await page.appears('[data-light=view]');
  letGo();
  await showsText(page, 'Asked for by a worker, again');
  // Not from the worker either, which asks for the page by itself when it is asked for the copy.
  // Chromium looks for newer workers by itself, of sites that were left before, too.
  const asks = (await asksFor(scene)).filter((each) => !each.path.endsWith('/worker.js'));
  assert.deepEqual(toPaths(asks), []);
  await page.pressToolbarButton();
  await areLight(browser, []);
});

for (const path of ['/special/refresh', '/special/refresh-header']) {
  story(`A page that refreshes itself stays still in a light tab (${path})`, async (scene) => {
    const { browser, site } = scene;
    const page = await scene.visit('/special/fast');
    await loads(page);
    await turnOn(page);
    await page.go(site.url(path));
    await showsText(page, 'The page that');
    site.forget();
    // The same page in a tab that is not light, opened later: when it has refreshed itself, this one would have, too.
    await (await browser.open('about:blank')).go(site.url(`${path}?full`));
    await asked(site, `${path}?full`, 2);
    assert.deepEqual(
      toPaths(site.asked).filter((each) => each === path),
      [],
    );
    await showsText(page, 'The page that');
  });
}

story.oldest('No report is sent of what Light does to a page with a strict policy', async (scene) => {
  const { site } = scene;
  const path = '/special/strict-csp?violates';
  // What the page itself does against its policy is reported, while it is not light.
  const page = await scene.visit(path);
  await loads(page);
  await asked(site, '/csp-report');
  await asksFor(scene);
  site.forget();
  await turnOn(page, 'Behind a strict policy');
  await page.go(site.url(`${path}&again`));
  await asked(site, `${path}&again`);
  await page.waitFor(() => location.search.endsWith('again'));
  await showsText(page, 'Behind a strict policy');
  assert.equal(await ranScripts(page), null);
  assert.deepEqual(toPaths(await asksFor(scene)), [`${path}&again`]);
});

story('A tab is light until it is closed', async ({ browser, visit }) => {
  const [first, second] = [await visit('/special/fast?first'), await visit('/special/fast?second')];
  for (const page of [first, second]) {
    await loads(page);
    await turnOn(page);
  }
  await areLight(browser, [await first.tabId(), await second.tabId()]);
  await second.close();
  await areLight(browser, [await first.tabId()]);
  await first.close();
  await areLight(browser, []);
});

story.oldest(
  'A tab is light until the reader leaves, by the view or by the toolbar button',
  async ({ browser, visit }) => {
    const page = await visit('/special/fast');
    await loads(page);
    await turnOn(page);
    await leave(page);
    await areLight(browser, []);
    await turnOn(page);
    await areLight(browser, [await page.tabId()]);
    await page.pressToolbarButton();
    await page.disappears('[data-light=view]');
    await areLight(browser, []);
    await buttonSays(page, '', 'Switch to Light');
  },
);

story.oldest('The next page is light also where the background has been killed meanwhile', async (scene) => {
  const { browser, site } = scene;
  const page = await scene.visit(RAIN);
  await loads(page);
  await turnOn(page);
  await browser.killBackground();
  site.forget();
  await page.click(...toTrain);
  await showsText(page, 'The night train');
  assert.deepEqual(toPaths(await asksFor(scene)), [TRAIN]);
  assert.equal(await ranScripts(page), null);
});

for (const path of ['/special/cached', '/special/etag']) {
  story(
    `After leaving, a page from the cache or confirmed by the server runs its scripts again (${path})`,
    async (scene) => {
      const { site, visit } = scene;
      const page = await visit('/special/fast');
      await loads(page);
      await turnOn(page);
      await page.go(site.url(path));
      await showsText(page, 'Bread');
      assert.equal(await ranScripts(page), null);
      await page.pressToolbarButton();
      await page.waitFor(() => (globalThis as { __ran?: string[] }).__ran);
      await page.disappears('[data-light=view]');
      // In another tab, where it comes from the cache.
      const other = await visit(path);
      await other.waitFor(() => (globalThis as { __ran?: string[] }).__ran);
      await other.close();
      await areLight(scene.browser, []);
    },
  );
}

story('Starting the browser without its tabs ends it', async ({ browser, visit, site }) => {
  const page = await visit('/special/fast');
  await loads(page);
  await turnOn(page);
  await browser.restart();
  assert.deepEqual(await readLightTabs(browser), []);
  const fresh = await browser.open(site.url('/special/fast'));
  await fresh.waitFor(() => (globalThis as { __ran?: string[] }).__ran);
  assert.equal(await fresh.has('[data-light=view]'), false);
});
