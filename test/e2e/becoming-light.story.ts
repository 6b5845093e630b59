// How a page becomes light: every row of the design's table, and what each costs.
import assert from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { type Scene, story } from '../browser/story.ts';
import { hold } from './reader.ts';
import {
  areLight,
  asked,
  asksFor,
  buttonSays,
  inView,
  loads,
  ranScripts,
  showsText,
  toPaths,
  turnOn,
  whenDrawn,
} from './reading.ts';

const RAIN = '/science/the-valley-that-counts-its-own-rain';
const TRAIN = '/world/the-night-train-comes-back-to-the-salt-coast';

story.oldest(
  'A page that is here becomes its text, with all that belongs to it, for nothing',
  async (scene) => {
    const page = await scene.visit(RAIN);
    await loads(page);
    await asksFor(scene);
    scene.site.forget();
    await turnOn(page, 'The valley that counts its own rain');
    assert.deepEqual(toPaths(await asksFor(scene)), []);

    const text = async (selector: string) => (await page.text(...inView(selector)))?.trim();
    assert.equal(await text('.section'), 'Science');
    assert.equal(await text('h1'), 'The valley that counts its own rain');
    assert.equal(await text('.byline'), 'Maren Oakhollow');
    assert.equal(await text('time'), 'November 12, 2026');
    assert.equal(await text('.name'), 'The Morning Ledger');
    assert.equal(await text('.minutes'), '7 min read');
    assert.equal(await text('[data-part=body] h2'), 'A station closes');
    assert.match((await text('[data-part=body] ul')) ?? '', /Do not guess\.$/);
    assert.match((await text('[data-part=body] blockquote')) ?? '', /^A machine that has broken/);
    assert.match(
      (await text('[data-part=body] table')) ?? '',
      /February 2026\s+20 minutes\s+3 hours 5 minutes\s+36 of 40/,
    );
    assert.equal(await text('[data-part=body] pre code'), 'GAUGE 14 / 0630 / 12.4 MM / CLEAR / HALDANE');
    assert.equal(
      await text(`[data-part=body] a[href$="${TRAIN}"]`),
      "the long wait for the salt coast's night train",
    );
    assert.match((await text('[data-part=body]')) ?? '', /Then she goes to see about the hens\.$/);
    await page.appears(...inView('pre + [data-part=call]'));
    assert.match((await text('[data-part=call]')) ?? '', /^The valley, every Friday\s+One letter a week/);
    await buttonSays(page, '✓', 'Leave Light');
  },
);

story('What a style sheet of its own address hides does not appear', async ({ visit }) => {
  const page = await visit('/special/hidden-by-sheet');
  await loads(page, '/special/hidden-by-sheet');
  await turnOn(page, 'What a sheet hides');
  const text = (await page.text(...inView('[data-part=body]'))) ?? '';
  assert.match(text, /three bakeries on Corn Street/);
  assert.doesNotMatch(text, /only machines read|for a phone alone|Lead paragraph/);
});

story('What a page still loads is stopped', async ({ visit, site }) => {
  const page = await visit('/special/leaving');
  const hanging = await asked(site, '/special/leaving/hanging.png?never');
  await page.appears('#hanging');
  await turnOn(page);
  await site.waitFor(() => hanging.aborted);
});

const STUCK = '/special/head-script-never';

/**
 * A page whose parser waits for a script, over a link on which a cancelled request is cancelled in time: in Firefox the pictures
 * wait for the scripts in the head, and go out as those are cancelled, for as long as it takes to cancel them, too.
 */
async function openStuck(scene: Scene, open: () => Promise<Page>): Promise<Page> {
  const page = await open();
  await asked(scene.site, '/tag.js');
  await asksFor(scene);
  scene.site.forget();
  scene.site.setLink('2g');
  return page;
}

/** What was asked for and brought anything. */
async function bringsHome(scene: Scene): Promise<string[]> {
  scene.site.setLink('fast');
  const made = await asksFor(scene);
  await scene.site.waitFor(() => made.every((each) => each.aborted || each.ended));
  return toPaths(made.filter((each) => each.sentBytes > 0));
}

story.oldest('A page stuck behind a script is read from the copy that the browser holds', async (scene) => {
  const page = await openStuck(scene, () => scene.visit(STUCK));
  await turnOn(page, 'The script that never came');
  assert.deepEqual(await bringsHome(scene), []);
  assert.match((await page.text(...inView('[data-part=body]'))) ?? '', /oven/);
  await areLight(scene.browser, [await page.tabId()]);
});

story('A stuck page reached by a link from another site costs nothing either', async (scene) => {
  const page = await openStuck(scene, async () => {
    const portal = await scene.browser.open(`${scene.site.elsewhere}/special/cross-link`);
    await portal.click(`a[href$="${STUCK}"]`);
    return portal;
  });
  await turnOn(page, 'The script that never came');
  assert.deepEqual(await bringsHome(scene), []);
});

story.oldest('A stuck page that is not kept costs its HTML once more, and nothing else', async (scene) => {
  const page = await openStuck(scene, () => scene.visit(`${STUCK}?no-store`));
  const ran = await ranScripts(page);
  await page.pressToolbarButton();
  await showsText(page, 'The script that never came');
  assert.deepEqual(await bringsHome(scene), [`${STUCK}?no-store`]);
  // It is loaded again, without its scripts. Where the refusal of the copy comes late, as on a busy machine, the HTML is asked for in the page as it stands.
  const ranAfter = await ranScripts(page);
  if (ranAfter) assert.deepEqual(ranAfter, ran);
});

/** Turns Light on while the page is held, lets it go when the tab is light, and sees that nothing has been asked for. */
async function turnOnHeld(scene: Scene, page: Page, letGo: () => void, title: string): Promise<void> {
  await whenDrawn(page);
  await asksFor(scene);
  scene.site.forget();
  await page.pressToolbarButton();
  await page.appears('[data-light=view][data-state=arriving]');
  await areLight(scene.browser, [await page.tabId()]);
  letGo();
  await showsText(page, title);
  assert.deepEqual(toPaths(await asksFor(scene)), []);
}

story('A page on its way that is not kept is read as it grows, and asks for nothing else', async (scene) => {
  const { site } = scene;
  const path = '/special/no-store?plain';
  const letGo = hold(site, path, 6000);
  const page = await scene.visit(path);
  await site.waitFor((all) => all.some((each) => each.path === path && each.sentBytes >= 6000));
  await page.waitFor(() => document.body?.textContent?.includes('Bread'));
  await turnOnHeld(scene, page, letGo, 'Bread that is not kept');
});

story.oldest('The answer to an order is shown as it is, and never asked for again', async (scene) => {
  const { site } = scene;
  const page = await scene.visit('/special/post');
  await loads(page);
  await page.click('#send');
  await page.appears('#ordered');
  await loads(page);
  await asksFor(scene);
  site.forget();
  await turnOn(page, 'A story for Ottoline');
  assert.deepEqual(toPaths(await asksFor(scene)), []);
  assert.match((await page.text(...inView('[data-part=body]'))) ?? '', /ordered by Ottoline/);
});

story('The answer to an order that is on its way is shown too, and never asked for again', async (scene) => {
  const { site } = scene;
  const page = await scene.visit('/special/post');
  await loads(page);
  const letGo = hold(site, '/special/post', 2000);
  await page.click('#send');
  const order = await site
    .waitFor((all) => all.some((each) => each.method === 'POST' && each.sentBytes >= 2000))
    .then(() => site.asked.find((each) => each.method === 'POST'));
  await page.waitFor(() => document.title.includes('A story for Ottoline'));
  await turnOnHeld(scene, page, letGo, 'A story for Ottoline');
  assert.equal(order?.ended, true);
  assert.match((await page.text(...inView('[data-part=body]'))) ?? '', /ordered by Ottoline/);
});
