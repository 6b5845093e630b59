// What pages do to the question, by style, script or layout: it is seen, read and answered all the same.
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { answer, openEmpty, whenAsked, whenLoaded, whenShown } from './reader.ts';

const NO_PHONE = 'its driver lays out no page as a phone does';

/** What a reader sees of the question: its place on the screen, and the size of its words there. */
function readSight(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector('[data-light=prompt]')?.shadowRoot;
    const section = root?.querySelector('section');
    const viewport = visualViewport;
    if (!root || !section || !viewport) throw new Error('no question');
    const { scale, offsetLeft, offsetTop } = viewport;
    const toScreen = (element: Element) => {
      const { left, top, right, bottom, height } = element.getBoundingClientRect();
      return {
        left: Math.round((left - offsetLeft) * scale),
        top: Math.round((top - offsetTop) * scale),
        right: Math.round((right - offsetLeft) * scale),
        bottom: Math.round((bottom - offsetTop) * scale),
        height: Math.round(height * scale),
      };
    };
    const { color, backgroundColor, direction, fontSize } = getComputedStyle(section);
    return {
      ...toScreen(section),
      isSeen: section.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      overflows: section.scrollWidth > section.clientWidth,
      scrolls: section.scrollHeight > section.clientHeight,
      buttons: [...root.querySelectorAll('button')].map(toScreen),
      look: [color, backgroundColor, direction, fontSize],
      window: { width: Math.round(viewport.width * scale), height: Math.round(viewport.height * scale) },
    };
  });
}

async function standsInSight(page: Page): Promise<void> {
  const { left, top, right, bottom, window, buttons, overflows } = await readSight(page);
  const told = JSON.stringify({ left, top, right, bottom, window });
  ok(left >= 0 && top >= 0 && right <= window.width && bottom <= window.height, told);
  ok(right - left >= Math.min(400, window.width - 32) - 1, told);
  // What the size of a button on the screen is, the size of its words is too.
  ok(Math.min(...buttons.map(({ height }) => height)) >= 44, JSON.stringify(buttons));
  equal(overflows, false);
}

story.oldest(
  'what the style of a page says of everything, it does not say of the question',
  async ({ visit }) => {
    const plain = await visit('/special/head-script-never');
    await whenAsked(plain);
    const { look } = await readSight(plain);
    const page = await visit('/special/reaches-in');
    await whenAsked(page);
    await page.settled(0, '[data-light=prompt]', '[data-action=switch]');
    const seen = await readSight(page);
    deepEqual(seen.look, look);
    equal(seen.isSeen, true);
    await standsInSight(page);
  },
);

story('a page that stops every event does not stop an answer by mouse', async ({ visit }) => {
  const page = await visit('/special/stops-events');
  await whenAsked(page);
  await answer(page, 'switch');
  ok((await whenShown(page)).includes('No event gets through'));
});

story('nor one by keyboard', async ({ visit }) => {
  const page = await visit('/special/stops-events');
  await whenAsked(page);
  await page.settled(600, '[data-light=prompt]', 'section');
  await page.evaluate(() => {
    document.querySelector('[data-light=prompt]')?.shadowRoot?.querySelector('button')?.focus();
  });
  await page.press('Enter');
  ok((await whenShown(page)).includes('No event gets through'));
});

story('nor Esc', async ({ visit }) => {
  const page = await visit('/special/stops-events');
  await whenAsked(page);
  await page.settled(600, '[data-light=prompt]', 'section');
  await page.press('Escape');
  await page.disappears('[data-light=prompt]');
});

story('Esc refuses nothing: the site is asked about as often as before', async ({ browser, visit }) => {
  for (const _ of [1, 2, 3]) {
    const page = await visit('/special/head-script-never');
    await whenAsked(page);
    await page.settled(600, '[data-light=prompt]', 'section');
    await page.press('Escape');
    await page.disappears('[data-light=prompt]');
    await page.close();
  }
  const kept = await browser.inExtension(async () => JSON.stringify(await chrome.storage.local.get()));
  equal(kept.includes('news.localhost'), false, kept);
});

/** What is asked with the extension's rights. */
declare const chrome: { storage: { local: { get(): Promise<object> } } };

story('addresses that are none do not keep Light from asking', async ({ visit }) => {
  const page = await visit('/special/malformed-addresses');
  await whenAsked(page);
  equal(await page.text('[data-light=prompt]', '.why'), 'Waiting for never.localhost.');
});

story(
  'the question is painted where an inline style imports a sheet that never comes',
  async ({ site, visit }) => {
    const page = await visit('/special/import-never');
    await whenAsked(page);
    ok(
      await page.evaluate(
        () => new Promise<boolean>((resolve) => requestAnimationFrame(() => resolve(true))),
      ),
    );
    await page.settled(0, '[data-light=prompt]', '[data-action=switch]');
    equal(site.asked.filter(({ path }) => path === '/fonts.css').length, 1, 'the sheet is asked for once');
  },
);

story("a page's own elements of the same names are its own", async ({ visit }) => {
  const page = await visit('/special/same-names');
  await page.waitFor(() =>
    [...document.querySelectorAll('[data-light=prompt]')].some(({ shadowRoot }) => shadowRoot),
  );
  equal(await page.evaluate(() => document.getElementById('lightWorld')?.textContent), 'Ours');
  await page.press('Escape');
  equal(await page.evaluate(() => document.getElementById('lightWorld')?.isConnected), true);
});

for (const [path, what] of [
  ['wide', 'laid out wider than the screen'],
  ['fixed-width', 'made for a width of 1190 pixels'],
  ['stuck-no-viewport', 'that says no width'],
]) {
  story(
    `on a phone, the question stands in sight on a half-loaded page ${what}`,
    async ({ browser, site }) => {
      const page = await openEmpty(browser);
      await page.setViewport(360, 740, true);
      await page.go(site.url(`/special/${path}`));
      await whenAsked(page);
      await page.settled(200, '[data-light=prompt]', '[data-action=switch]');
      await standsInSight(page);
      await page.scroll(600);
      await page.settled(200, '[data-light=prompt]', '[data-action=switch]');
      await standsInSight(page);
    },
    { skip: { firefox: NO_PHONE } },
  );
}

for (const [width, height] of [
  [320, 256],
  [320, 568],
  [360, 740],
] as const) {
  story(`a long name and wide spacing fit ${width} by ${height}`, async ({ browser, site }) => {
    const page = await openEmpty(browser);
    await page.setViewport(width, height);
    await page.go(site.url('/special/long-name'));
    await whenAsked(page);
    await standsInSight(page);
    // WCAG 1.4.12.
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent =
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
      document.querySelector('[data-light=prompt]')?.shadowRoot?.append(style);
    });
    await standsInSight(page);
    // Whatever is not in sight can be scrolled to.
    for (const part of ['close', 'never', 'always', 'switch'])
      await page.settled(0, '[data-light=prompt]', `[data-action=${part}]`);
  });
}

story(
  'a script of fifty kilobytes that comes slowly is not a text that has stopped',
  async ({ browser, site }) => {
    const page = await openEmpty(browser);
    site.setLink('2g');
    const address = site.url('/special/script-inline?plain');
    await page.go(address);
    await page.waitFor(() => {
      if (!document.querySelector('main p')) return false;
      new MutationObserver(() => {
        if (document.querySelector('[data-light=prompt]')) document.documentElement.dataset.asked = 'yes';
      }).observe(document, { childList: true, subtree: true });
      return true;
    });
    await whenLoaded(page, address);
    equal(await page.evaluate(() => document.documentElement.dataset.asked ?? ''), '');
  },
);
