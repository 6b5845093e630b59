// Pages that a browser fetches or draws before they are asked for, by the speculation rules of a page: Light ends those, and reads such pages.
import assert from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { areLight, asked, inView, leave, loads, showsText, turnOn } from './reading.ts';

const RAIN = '/science/the-valley-that-counts-its-own-rain';
const TRAIN = '/world/the-night-train-comes-back-to-the-salt-coast';

/** Only Chromium knows speculation rules. */
const CHROMIUM_ALONE = { skip: { firefox: 'it has no speculation rules' } };

/** Longer than a pointer rests on a link before Chromium asks for what is behind it (200 ms). */
const HOVERED_MS = 2000;

/** Adds rules as WordPress and others ship them. */
function addRules(page: Page, how: 'prefetch' | 'prerender'): Promise<void> {
  return page.evaluate((kind) => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    const all = [{ where: { href_matches: '/*' }, eagerness: 'moderate' }];
    rules.textContent = JSON.stringify({ [kind]: all });
    document.head.append(rules);
  }, how);
}

for (const how of ['prefetch', 'prerender'] as const) {
  story.oldest(
    `The rules of a page that ${how} end with the switch: a link of the view is asked for when it is pressed`,
    async ({ browser, site, visit }) => {
      const plain = await visit(RAIN);
      await loads(plain);
      await addRules(plain, how);
      await plain.hover(`main a[href$="${TRAIN}"]`);
      await asked(site, TRAIN);
      await plain.close();

      const page = await browser.open(site.url(`${RAIN}?again`));
      await loads(page);
      await addRules(page, how);
      await turnOn(page);
      site.forget();
      await page.hover(...inView(`article a[href$="${TRAIN}"]`));
      await page.waitFor(
        (until) => performance.now() > until,
        [(await page.evaluate(() => performance.now())) + HOVERED_MS],
      );
      assert.deepEqual(
        site.asked.map(({ path }) => path),
        [],
      );
      await page.click(...inView(`article a[href$="${TRAIN}"]`));
      await showsText(page, 'The night train');
    },
    CHROMIUM_ALONE,
  );
}

story.oldest(
  'A page that was drawn before it was asked for is switched like any other, and given back',
  async ({ browser, site, visit }) => {
    const page = await visit(RAIN);
    await loads(page);
    await addRules(page, 'prerender');
    await page.hover(`main a[href$="${TRAIN}"]`);
    await asked(site, TRAIN);
    await page.click(`main a[href$="${TRAIN}"]`);
    await loads(page, TRAIN);
    const [navigation] = await page.evaluate(() =>
      (performance.getEntriesByType('navigation') as { activationStart?: number }[]).map(
        ({ activationStart = 0 }) => activationStart,
      ),
    );
    assert.ok(navigation, 'it was prerendered');
    await turnOn(page, 'The night train');
    await areLight(browser, [await page.tabId()]);
    await leave(page);
    await areLight(browser, []);
  },
  CHROMIUM_ALONE,
);
