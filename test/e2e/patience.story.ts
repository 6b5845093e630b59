// How soon a reader is asked is the reader's own choice.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { bread } from '../site/texts/bread.ts';
import { rain } from '../site/texts/rain.ts';
import { train } from '../site/texts/train.ts';
import { choose } from './choosing.ts';
import { whenAsked, whenAskedByNow, whenAwake, whenShown } from './reader.ts';
import { asksFor, inView, showsText, toPaths } from './reading.ts';

/** A page whose head waits for a script that never comes. */
const STUCK = '/special/head-script-never';
/** A patient reader has not been asked by then, on the page's own clock, in ms. */
const STILL_PATIENT_MS = 4500;

/** Said below a text that came without a question. */
const WHY = /The connection is bad/;

const readClock = (page: Page) => page.evaluate(() => performance.now());

story('an eager reader is asked early, a patient one late', async ({ browser, visit }) => {
  await choose(browser, 'patience-eager');
  const early = await visit(STUCK);
  await whenAsked(early);
  const askedAt = await readClock(early);
  await choose(browser, 'patience-patient');
  const late = await visit(STUCK);
  await late.waitFor((ms) => performance.now() > ms, [STILL_PATIENT_MS]);
  equal(await late.has('[data-light=prompt]'), false);
  await whenAsked(late);
  ok((await readClock(late)) > askedAt);
});

story(
  'a reader who wants never to be asked is not, and the button works all the same',
  async ({ browser, visit }) => {
    await choose(browser, 'patience-never');
    await browser.killBackground();
    const page = await visit(STUCK);
    await whenAwake(browser);
    await whenAskedByNow(page);
    equal(await page.has('[data-light=prompt]'), false);
    await page.pressToolbarButton();
    match(await whenShown(page), /The script that never came/);
  },
);

story.oldest(
  'where the reader wants it, a page on a link that is known to be bad is switched without a question',
  async ({ browser, site, visit }) => {
    await choose(browser, 'unasked');
    site.setLink('2g');
    // A first byte that comes so late tells of a bad link at every look; files that stand still for a moment would not.
    for (const { path } of [rain, train]) site.fault(path, { kind: 'think', ms: 1500 });
    const first = await visit(rain.path);
    // One slow page is no bad link yet.
    await whenAsked(first);
    const second = await visit(train.path);
    const text = await whenShown(second);
    ok(text.includes(train.title));
    equal(await second.has('[data-light=prompt]'), false);
  },
);

story(
  'While the link is bad each page costs its HTML alone, its view says why, and one press ends that',
  async (scene) => {
    const { browser, site, visit } = scene;
    await choose(browser, 'unasked');
    site.setLink('2g');
    for (const { path } of [rain, train]) site.fault(path, { kind: 'think', ms: 1500 });
    await whenAsked(await visit(rain.path));
    // The page that told of it is switched amid its load, and those after it as they begin.
    const second = await visit(train.path);
    await showsText(second, train.title);
    await second.appears(...inView('[data-action=stopUnasked]'));
    match((await second.text(...inView('main'))) ?? '', WHY);
    await asksFor(scene);
    site.forget();
    const third = await visit(bread.path);
    await showsText(third, bread.title);
    await third.appears(...inView('[data-action=stopUnasked]'));
    match((await third.text(...inView('main'))) ?? '', WHY);
    deepEqual(toPaths(await asksFor(scene, 'news.localhost')), [bread.path]);

    await third.settled(600, ...inView('[data-action=stopUnasked]'));
    await third.click(...inView('[data-action=stopUnasked]'));
    await third.disappears(...inView('[data-action=stopUnasked]'));
    const fourth = await visit(STUCK);
    await whenAsked(fourth);
    equal(await fourth.has('[data-light=view]'), false);
  },
);

story('a page that is slow on a good link is asked about, not switched', async ({ browser, site }) => {
  await choose(browser, 'unasked');
  // Each of a host of its own: files from the cache take no bytes to come, and where the machine is busy that looks like a bad link.
  for (const host of ['morning', 'noon', 'evening'])
    await whenAsked(await browser.open(`http://${host}.localhost:${site.port}${STUCK}`));
});
