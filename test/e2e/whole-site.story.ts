// A whole site in one light tab: front page, section, articles, Back and search; pages that only scripts fill; what stands before a page.
import assert from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { browserName, story } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';
import type { Asked } from '../site/site.ts';
import { countSiteRules, makeAlwaysLight } from './choosing.ts';
import { areLight, asksFor, inView, loads, ranScripts, showsText, toPaths, turnOn } from './reading.ts';

const RAIN = '/science/the-valley-that-counts-its-own-rain';
const TRAIN = '/world/the-night-train-comes-back-to-the-salt-coast';
const SEARCH = '/search?edition=en&q=train';

const toBytes = (asked: Asked[]) => asked.reduce((sum, { sentBytes }) => sum + sentBytes, 0);

async function press(page: Page, host: string[], action: string): Promise<void> {
  await page.settled(600, ...host, `[data-action=${action}]`);
  await page.click(...host, `[data-action=${action}]`);
}

const VIEW = [':root > [data-light=view]'];

story(
  'A walk through a site in one light tab costs one request a page, and less than its front page',
  async ({ browser, site, visit }) => {
    const heavy = await visit('/?full');
    await loads(heavy, '/?full');
    const heavyBytes = toBytes(site.asked);
    await heavy.close();
    await makeAlwaysLight(browser);
    site.setLink('edge');
    site.forget();
    const page = await visit('/');
    await showsText(page, '', 'links');
    await page.go(site.url('/science/'));
    await showsText(page, 'Science', 'links');
    await page.click(...inView(`a[href$="${RAIN}"]`));
    await showsText(page, 'The valley');
    await page.back();
    await showsText(page, 'Science', 'links');
    await page.click(...inView(`a[href$="${TRAIN}"]`));
    await showsText(page, 'The night train');
    await page.click(...inView('.search input[type=search]'));
    await page.type('train\n');
    await page.waitFor((path) => location.pathname + location.search === path, [SEARCH]);
    await page.appears(':root > [data-light=view]');
    await page.appears(...inView(`a[href$="${TRAIN}"]`));
    assert.equal(await ranScripts(page), null);
    // Firefox stores no light page: Back costs the HTML there.
    const back = browserName === 'firefox' ? ['/science/'] : [];
    assert.deepEqual(toPaths(site.asked), ['/', '/science/', RAIN, ...back, TRAIN, SEARCH]);
    const lightBytes = toBytes(site.asked);
    assert.ok(lightBytes < heavyBytes, `${lightBytes} of ${heavyBytes} bytes`);
  },
);

story('The browser’s menu opens a link in Light, and shows a page in Light', async (scene) => {
  const { browser, site, visit } = scene;
  // What made the site always light in the story before is taken back a moment after its end.
  await waitUntil(async () => (await browser.inExtension(countSiteRules)) === 0, {
    message: 'no site rules',
  });
  const page = await visit('/science/');
  await loads(page, '/science/');
  await page.click('.cookies button');
  await asksFor(scene);
  site.forget();
  const link = { id: 'link', label: 'Open link in Light' };
  const fresh = await browser.waitForNewTab(() => page.chooseInMenu(link, `a[href$="${TRAIN}"]`));
  await showsText(fresh, 'The night train');
  assert.equal(await ranScripts(fresh), null);
  // The list itself still asks for its cards' pictures where it is scrolled to them.
  assert.deepEqual(
    toPaths(await asksFor(scene)).filter((path) => !path.startsWith('/img/card-')),
    [TRAIN],
  );
  await areLight(browser, [await fresh.tabId()]);
  assert.equal(await page.has(':root > [data-light=view]'), false);
  await page.chooseInMenu({ id: 'page', label: 'Show this page in Light' }, 'h1');
  await showsText(page, 'Science', 'links');
  await areLight(browser, [await page.tabId(), await fresh.tabId()]);
});

story(
  'A page that only scripts fill has them loaded, and nothing of how it looks',
  async ({ site, visit }) => {
    const page = await visit('/special/fast');
    await loads(page);
    await turnOn(page);
    await page.go(site.url('/special/app'));
    await page.appears(...VIEW, '[data-action=scripts]');
    site.forget();
    await press(page, VIEW, 'scripts');
    await showsText(page, 'Bread from a script');
    assert.deepEqual(toPaths(site.asked), ['/special/app', '/special/app.js', '/special/app.json']);
    assert.match((await page.text(...VIEW, 'main')) ?? '', /cost at least/);
    await press(page, VIEW, 'scriptsAlways');
    await page.appears(...VIEW, '[data-action=scriptsUndo]');
    const fresh = await visit('/special/fast?fresh');
    await loads(fresh);
    await turnOn(fresh);
    await fresh.go(site.url('/special/app?again'));
    await showsText(fresh, 'Bread from a script');
  },
);

story(
  'What stands before a page is passed on the page itself, and Light is back after it',
  async ({ browser, site, visit }) => {
    const page = await visit('/special/fast');
    await loads(page);
    await turnOn(page);
    await page.go(site.url('/special/check'));
    await page.appears(...VIEW, '[data-action=pass]');
    await waitUntil(async () => /A check stands before/.test((await page.text(...VIEW, '.toast')) ?? ''), {
      message: 'the word that a check stands there',
    });
    await press(page, VIEW, 'pass');
    await showsText(page, 'Bread behind a check');

    // A page on which one logs in is never switched by a rule: it is given back, and the page after it is light.
    await makeAlwaysLight(browser);
    const login = await visit('/special/login');
    await login.waitFor(() => {
      const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return load?.type === 'reload' && document.readyState === 'complete';
    });
    assert.equal(await login.has('[data-light]'), false);
    await login.click('[type=password]');
    await login.type('secret\n');
    await showsText(login, 'Nothing but the text');

    // A site that answers with an error says so; one that leads round in circles leaves the tab as it was.
    await login.go(site.url('/special/block-page'));
    await waitUntil(async () => /error: 403/.test((await login.text(...VIEW, 'main, .toast')) ?? ''), {
      message: 'the word that the site has answered with an error',
    });
    await login.go(site.url('/special/redirect-loop'));
    await login.go(site.url('/special/pdf'));
    await waitUntil(async () => (await login.url()).endsWith('/special/pdf'), { message: 'the PDF to open' });
    await login.go(site.url('/special/etag'));
    await showsText(login, 'Bread with a label');
  },
);
