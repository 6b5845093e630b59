// Light in the language of its reader: Persian, with its own calendar and digits.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { stageWith, story } from '../browser/story.ts';
import { qanat } from '../site/texts/qanat.ts';
import { rain } from '../site/texts/rain.ts';
import { answer, readPlaces, whenAsked, whenLoaded, whenShown } from './reader.ts';
import { buttonSays } from './reading.ts';

stageWith({ locale: 'fa' });

const AUCTION = '/js/auction-90k.js';

story.oldest('the question, the text and the settings speak Persian', async ({ browser, site, visit }) => {
  site.fault(AUCTION, { kind: 'never' });
  const page = await visit(qanat.path);
  await whenAsked(page);
  equal(await page.text('[data-light=prompt]', 'h2'), 'به دفتر صبح Light می‌روید؟');
  match((await page.text('[data-light=prompt]', '.text')) ?? '', /^به نظر می‌رسد محتوای این صفحه/);
  equal(await page.text('[data-light=prompt]', '[data-action=switch]'), 'رفتن به Light');
  await answer(page, 'never');
  await page.disappears('[data-light=prompt]');
  await page.pressToolbarButton();
  const text = await whenShown(page);
  equal(await page.text('[data-light=view]', 'time'), '۲۰ آبان ۱۴۰۵');
  match(text, /[۱-۹] دقیقه مطالعه/);
  await buttonSays(page, '✓', 'بیرون آمدن از Light');

  const options = await browser.extensionPage('options.html');
  await options.appears('li');
  equal(await options.text('h1'), 'تنظیمات Light');
  equal(await options.text('li button'), 'دوباره بپرس');
  equal(await options.evaluate(() => document.documentElement.dir), 'rtl');
  equal(await options.evaluate(() => document.documentElement.lang), 'fa');
  await options.click('li button');
  await options.disappears('li button');
});

story(
  'an English page is asked about in Persian, in the order in which Persian is read',
  async ({ site, visit }) => {
    site.fault(AUCTION, { kind: 'never' });
    const page = await visit(rain.path);
    await whenAsked(page);
    const look = await page.evaluate(() => {
      const section = document.querySelector('[data-light=prompt]')?.shadowRoot?.querySelector('section');
      return { lang: section?.lang, direction: section && getComputedStyle(section).direction };
    });
    deepEqual(look, { lang: 'fa', direction: 'rtl' });
    // From the right: "to", then the name with its edition, which is English and runs from the left, then "do you go?".
    const [to, the, light, go] = await readPlaces(page, 'h2', ['به', 'The', 'Light', 'می']);
    ok(the < light && go < to, JSON.stringify({ to, the, light, go }));
    const [goTo, brand] = await readPlaces(page, '[data-action=switch]', ['رفتن', 'Light']);
    ok(brand < goTo, 'the button begins at the right');
    const [host, why] = await page.evaluate(() => {
      const root = document.querySelector('[data-light=prompt]')?.shadowRoot;
      const middle = (root?.querySelector('section')?.getBoundingClientRect().left ?? 0) + 200;
      return ['.host bdi', '.text'].map((part) => {
        const range = new Range();
        range.selectNodeContents(root?.querySelector(part) as Node);
        return Math.max(...[...range.getClientRects()].map(({ right }) => right)) > middle;
      });
    });
    deepEqual([host, why], [true, true], 'host and text begin at the right');
  },
);

story(
  "an English page is read from left to right, with Light's own words in Persian",
  async ({ site, visit }) => {
    const page = await visit(rain.path);
    await whenLoaded(page, site.url(rain.path));
    await page.pressToolbarButton();
    await whenShown(page);
    const read = (selector: string) =>
      page.evaluate((inside) => {
        const element = document.querySelector('[data-light=view]')?.shadowRoot?.querySelector(inside);
        return element && getComputedStyle(element).direction;
      }, selector);
    equal(await read('article'), 'ltr');
    equal(await read('[data-part=body] p'), 'ltr');
    equal(await page.text('[data-light=view]', 'time'), '۲۱ آبان ۱۴۰۵');
    ok((await page.text('[data-light=view]', '[data-action=leave]'))?.includes('برگشت به صفحه'));
  },
);

story(
  'a day stays that day, and a change is told, in the calendar of the reader',
  async ({ site, visit }) => {
    const page = await visit('/special/dated');
    await whenLoaded(page, site.url('/special/dated'));
    await page.pressToolbarButton();
    await whenShown(page);
    const times = await page.evaluate(() =>
      [
        ...(document.querySelector('[data-light=view]')?.shadowRoot?.querySelectorAll('.about time') ?? []),
      ].map((time) => [time.textContent, time.getAttribute('datetime')]),
    );
    deepEqual(times, [
      ['۱۱ آبان ۱۴۰۵', '2026-11-02'],
      ['به‌روزرسانی: ۱۴ آبان ۱۴۰۵', '2026-11-05T12:00:00.000Z'],
    ]);
  },
);

story('the search of a site has room on a phone beside what its button says', async ({ site, visit }) => {
  const page = await visit('/fa/');
  await whenLoaded(page, site.url('/fa/'));
  await page.setViewport(360, 740);
  await page.pressToolbarButton();
  await whenShown(page, 'links');
  const [box = 0, search = 0] = await page.evaluate(() => {
    const root = document.querySelector('[data-light=view]')?.shadowRoot;
    return ['.search input[type=search]', '.search'].map(
      (part) => root?.querySelector(part)?.getBoundingClientRect().width,
    );
  });
  ok(search <= 360, `${search} pixels wide`);
  ok(box > search / 2, `${box} of ${search} pixels are the box`);
});

story('the word in the corner has as much room beside it as in English', async ({ site, visit }) => {
  const page = await visit('/special/empty');
  await whenLoaded(page, site.url('/special/empty'));
  await page.pressToolbarButton();
  await whenShown(page, 'nothing');
  const [before = 0, after = 0] = await page.evaluate(() => {
    const root = document.querySelector('[data-light=view]')?.shadowRoot;
    const toast = root?.querySelector('.toast')?.getBoundingClientRect();
    const range = new Range();
    range.selectNodeContents(root?.querySelector('.toast p') as Node);
    const press = root?.querySelector('.toast button')?.getBoundingClientRect();
    return [
      (toast?.right ?? 0) - range.getBoundingClientRect().right,
      (press?.left ?? 0) - (toast?.left ?? 0),
    ];
  });
  ok(Math.abs(before - 17) <= 1 && Math.abs(after - 11) <= 1, `${before} and ${after} pixels`);
});
