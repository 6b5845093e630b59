// What a page offers beside its text: its publisher's light edition, the headlines of its feed, and what the text of it is not good for.
import assert from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { asksFor, inView, loads, showsText, toPaths } from './reading.ts';

const OFFERS = inView('[data-part=offers]');

/** Switches a front page, and waits until the background has told what holds for its site: by then all is said that is to be said. */
async function turnOnList(page: Page, path: string): Promise<void> {
  await loads(page, path);
  await page.pressToolbarButton();
  await showsText(page, 'The Morning Ledger', 'links');
  await page.appears(...inView('[data-action=always]'));
}

story('What a page offers stays above its text, and leads to its light edition', async ({ visit }) => {
  const page = await visit('/special/front-offers');
  await turnOnList(page, '/special/front-offers');
  const line = (await page.text(...OFFERS)) ?? '';
  assert.match(
    line,
    /^What is filled in, sent, played or drawn .* light edition of this page: news\.localhost/,
  );
  // What is said below the text is said there.
  await page.settled(600, ...inView('[data-action=always]'));
  await page.click(...inView('[data-action=always]'));
  await page.appears(...inView('[data-action=alwaysUndo]'));
  assert.equal(await page.text(...OFFERS), line);
  await page.settled(600, ...inView('[data-part=offers] a'));
  await page.click(...inView('[data-part=offers] a'));
  await showsText(page, 'The light edition');
});

/** Presses below the text. */
async function press(page: Page, action: string): Promise<void> {
  await page.settled(600, ...inView(`[data-action=${action}]`));
  await page.click(...inView(`[data-action=${action}]`));
}

/** The paths of the headlines that stand in the view. */
const readHeadlines = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('[data-light=view]')?.shadowRoot;
    const links = root?.querySelectorAll<HTMLAnchorElement>('[data-part=body] li > a') ?? [];
    return [...links].map(({ href }) => new URL(href).pathname);
  });

const toBriefs = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `/brief/${from + at}`);

const FEED = '/special/front-feed/rss.xml';

story('The headlines of a feed take the place of a list, and the list comes back', async (scene) => {
  const { site, visit } = scene;
  const page = await visit('/special/front-feed');
  await turnOnList(page, '/special/front-feed');
  const own = await readHeadlines(page);
  assert.deepEqual(own, toBriefs(0, 24));
  assert.deepEqual(
    toPaths(await asksFor(scene)).filter((path) => path === FEED),
    [],
  );
  site.forget();
  await press(page, 'headlines');
  await page.appears(...inView('[data-action=ownList]'));
  assert.deepEqual(await readHeadlines(page), toBriefs(1, 12));
  await showsText(page, 'The Morning Ledger', 'links');
  assert.deepEqual(toPaths(await asksFor(scene)), [FEED]);
  await press(page, 'ownList');
  await page.appears(...inView('[data-action=headlines]'));
  assert.deepEqual(await readHeadlines(page), own);
  await press(page, 'headlines');
  await page.appears(...inView('[data-action=ownList]'));
  // A headline of the feed is a link like any other: the next page is light.
  await page.settled(600, ...inView('[data-part=body] li > a'));
  await page.click(...inView('[data-part=body] li > a'));
  await page.waitFor(() => location.pathname === '/brief/1');
  await page.appears(':root > [data-light=view]');
});

/** Waits until it is said that the page's own list stays. */
async function saysKept(page: Page): Promise<void> {
  await page.waitFor(
    (words: string) =>
      document
        .querySelector('[data-light=view]')
        ?.shadowRoot?.querySelector('.foot .note')
        ?.textContent?.includes(words),
    ['is no smaller than this page'],
  );
}

story('A feed that is larger than its page leaves the list, and is not offered again', async ({ visit }) => {
  const page = await visit('/special/front-feed-large');
  await turnOnList(page, '/special/front-feed-large');
  await press(page, 'headlines');
  await saysKept(page);
  assert.deepEqual(await readHeadlines(page), toBriefs(0, 24));
  assert.equal(await page.has(...inView('[data-action=headlines]')), false);
});

for (const [what, fault] of [
  ['is answered with an error', { kind: 'status', status: 503 }],
  ['breaks off', { kind: 'break', atByte: 200 }],
  ['is no feed', { kind: 'instead', html: '<p>Log in to this network first.' }],
] as const)
  story(`A feed that ${what} leaves the list, and is there at the next press`, async (scene) => {
    const { site, visit } = scene;
    const page = await visit('/special/front-feed');
    await turnOnList(page, '/special/front-feed');
    site.fault(FEED, fault);
    await press(page, 'headlines');
    await saysKept(page);
    assert.deepEqual(await readHeadlines(page), toBriefs(0, 24));
    assert.equal(await page.text(...inView('[data-action=headlines]')), 'Try again');
    site.fault(FEED, null);
    site.forget();
    await press(page, 'headlines');
    await page.appears(...inView('[data-action=ownList]'));
    assert.deepEqual(await readHeadlines(page), toBriefs(1, 12));
    assert.deepEqual(toPaths(await asksFor(scene)), [FEED]);
  });
