// What counts as trouble, what is said of it, and when the question goes away by itself.
import { equal, match } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { type Scene, story } from '../browser/story.ts';
import { FAST, HEADLINE_BYTES, hold, whenAsked, whenAskedByNow } from './reader.ts';

/** So much of that page is two paragraphs and a half. */
const HALF_BYTES = 3600;

/** Opens the page that stops after so many bytes, and never finishes to load: a picture of it does not come. */
async function openHeld({ site, visit }: Scene, atByte: number): Promise<{ page: Page; letGo: () => void }> {
  const letGo = hold(site, FAST, atByte);
  const page = await visit(FAST);
  await page.waitFor(
    (src) => {
      if (!document.querySelector('main h1')) return false;
      document.body.append(Object.assign(document.createElement('img'), { src, alt: '' }));
      return true;
    },
    [`http://never.localhost:${site.port}/picture.png`],
  );
  return { page, letGo };
}

story('the question says what the page waits for', async ({ visit }) => {
  const page = await visit('/special/head-script-never');
  await whenAsked(page);
  // That it does not answer is said only where everything else came quickly, which a busy machine keeps it from.
  match(
    (await page.text('[data-light=prompt]', '.why')) ?? '',
    /^Waiting for never\.localhost(, which does not answer)?\.$/,
  );
});

story('the question says that the text has not come', async (scene) => {
  const { page } = await openHeld(scene, HEADLINE_BYTES);
  await whenAsked(page);
  match((await page.text('[data-light=prompt]', '.why')) ?? '', /^The text has not come for \d seconds\.$/);
});

story('a reader who has begun to read is asked where the text stops half-way', async (scene) => {
  const { page } = await openHeld(scene, HALF_BYTES);
  await page.setViewport(700, 300);
  await page.scroll(200);
  await page.waitFor(() => scrollY > 0);
  await whenAsked(page);
  equal(await page.text('[data-light=prompt]', '.why'), 'The text has stopped arriving.');
});

story('the question goes away when the page can be read', async (scene) => {
  const { page, letGo } = await openHeld(scene, HEADLINE_BYTES);
  await whenAsked(page);
  letGo();
  await page.disappears('[data-light=prompt]');
  equal(await page.evaluate(() => document.readyState), 'interactive', 'a picture is still on its way');
});

story('the question stays when the page can be read, where the reader is about to answer', async (scene) => {
  const { page, letGo } = await openHeld(scene, HEADLINE_BYTES);
  await whenAsked(page);
  await page.settled(0, '[data-light=prompt]', '[data-action=never]');
  await page.hover('[data-light=prompt]', '[data-action=never]');
  letGo();
  await page.waitFor(() => document.readyState === 'interactive');
  await whenAskedByNow(page, await page.evaluate(() => performance.now()));
  equal(await page.has('[data-light=prompt]'), true);
});

story('a reader who is writing is not asked', async (scene) => {
  const { page } = await openHeld(scene, HEADLINE_BYTES);
  await page.evaluate(() => document.querySelector('h1')?.before(document.createElement('input')));
  await page.click('input');
  await page.type('bread');
  await page.waitFor(() => document.querySelector('input')?.value === 'bread');
  await whenAskedByNow(page);
  equal(await page.has('[data-light=prompt]'), false);
});

story('a reader in an editor is not asked', async (scene) => {
  const { page } = await openHeld(scene, HEADLINE_BYTES);
  await page.evaluate(() => {
    const editor = document.createElement('div');
    editor.contentEditable = 'true';
    document.querySelector('h1')?.before(editor);
    editor.focus();
  });
  await whenAskedByNow(page);
  equal(await page.has('[data-light=prompt]'), false);
});
