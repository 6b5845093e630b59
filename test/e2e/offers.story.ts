// What a page offers beside its text: its publisher's light edition, the headlines of its feed, and what the text of it is not good for.
import assert from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { inView, loads, showsText } from './reading.ts';

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
