// Where a reader keeps closing the question, Light leaves the site alone for a while, and says so.
import { equal, match } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { type Scene, story } from '../browser/story.ts';
import { answer, openEmpty, whenAsked, whenAskedByNow, whenAwake } from './reader.ts';

/** A page whose head waits for a script that never comes. */
const STUCK = '/special/head-script-never';

async function refuse({ visit }: Scene): Promise<void> {
  const page = await visit(STUCK);
  await whenAsked(page);
  await answer(page, 'close');
  await page.disappears('[data-light=prompt]');
}

/** Opens the settings when they name the site that rests. */
async function openResting({ browser }: Scene): Promise<Page> {
  const options = await browser.extensionPage('options.html');
  await options.appears('#resting li');
  equal(await options.text('#resting li bdi'), 'news.localhost');
  return options;
}

story.oldest(
  'twice closed, a site is not asked about a third time, until it is given back',
  async (scene) => {
    const { browser, site, visit } = scene;
    await refuse(scene);
    await refuse(scene);
    const options = await openResting(scene);
    match((await options.text('#resting li .note')) ?? '', /^until .*\d{4}$/);
    const page = await openEmpty(browser);
    await browser.killBackground();
    await page.go(site.url(STUCK));
    await whenAwake(browser);
    await whenAskedByNow(page);
    equal(await page.has('[data-light=prompt]'), false);
    // Another site is none of this one's.
    await whenAsked(await browser.open(site.elsewhere + STUCK));
    await options.click('#resting li button');
    await options.disappears('#resting li');
    await whenAsked(await visit(STUCK));
  },
);

story('a reader who switched in between has not had enough of the site', async (scene) => {
  await refuse(scene);
  const page = await scene.visit(STUCK);
  await whenAsked(page);
  await answer(page, 'switch');
  await page.appears('[data-light=view][data-state=article]');
  await page.close();
  await refuse(scene);
  await whenAsked(await scene.visit(STUCK));
  await refuse(scene);
  await openResting(scene);
});
