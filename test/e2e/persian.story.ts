// Light in the language of its reader: Persian, with its own calendar and digits.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { stageWith, story } from '../browser/story.ts';
import { qanat } from '../site/texts/qanat.ts';
import { rain } from '../site/texts/rain.ts';
import { answer, whenAsked, whenLoaded, whenShown } from './reader.ts';
import { buttonSays } from './reading.ts';

stageWith({ locale: 'fa' });

const AUCTION = '/js/auction-90k.js';

story('the question, the text and the settings speak Persian', async ({ browser, site, visit }) => {
  site.fault(AUCTION, { kind: 'never' });
  const page = await visit(qanat.path);
  await whenAsked(page);
  equal(await page.text('light-prompt', 'h2'), 'به دفتر صبح Light می‌روید؟');
  match((await page.text('light-prompt', '.text')) ?? '', /^به نظر می‌رسد محتوای این صفحه/);
  equal(await page.text('light-prompt', '[data-action=switch]'), 'رفتن به Light');
  await answer(page, 'never');
  await page.disappears('light-prompt');
  await page.pressToolbarButton();
  const text = await whenShown(page);
  equal(await page.text('light-view', 'time'), '۲۰ آبان ۱۴۰۵');
  match(text, /[۱-۹] دقیقه مطالعه/);
  await buttonSays(page, '✓', 'بیرون آمدن از Light');

  const options = await browser.extensionPage('options.html');
  await options.appears('li');
  equal(await options.text('h1'), 'تنظیمات Light');
  equal(await options.text('li button'), 'دوباره بپرس');
  equal(await options.evaluate(() => document.documentElement.dir), 'rtl');
  equal(await options.evaluate(() => document.documentElement.lang), 'fa');
  await options.click('li button');
  await options.disappears('li');
});

story(
  "an English page is read from left to right, with Light's own words in Persian",
  async ({ site, visit }) => {
    const page = await visit(rain.path);
    await whenLoaded(page, site.url(rain.path));
    await page.pressToolbarButton();
    await whenShown(page);
    const read = (selector: string) =>
      page.evaluate((inside) => {
        const element = document.querySelector('light-view')?.shadowRoot?.querySelector(inside);
        return element && getComputedStyle(element).direction;
      }, selector);
    equal(await read('article'), 'ltr');
    equal(await read('[part=body] p'), 'ltr');
    equal(await page.text('light-view', 'time'), '۲۱ آبان ۱۴۰۵');
    ok((await page.text('light-view', '[data-action=leave]'))?.includes('برگشت به صفحه'));
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
      [...(document.querySelector('light-view')?.shadowRoot?.querySelectorAll('.about time') ?? [])].map(
        (time) => [time.textContent, time.getAttribute('datetime')],
      ),
    );
    deepEqual(times, [
      ['۱۱ آبان ۱۴۰۵', '2026-11-02'],
      ['به‌روزرسانی: ۱۴ آبان ۱۴۰۵', '2026-11-05T12:00:00.000Z'],
    ]);
  },
);
