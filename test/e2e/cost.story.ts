// Stories of what a text has cost: it is said in the bar, and added up by week in the settings.
import { equal, match, ok } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { rain } from '../site/texts/rain.ts';
import { whenLoaded } from './reader.ts';
import { inView, showsText, turnOn } from './reading.ts';

const PICTURE = inView('[data-action=picture]');

/** The kilobytes and the files that the bar names. */
async function readCost(page: Page): Promise<{ words: string; kB: number; files: number }> {
  await page.appears(...inView('.cost:not(:empty)'));
  const words = (await page.text(...inView('.cost'))) ?? '';
  const [, kB = '', files = ''] = /([\d,.]+) kB · Files not loaded: (\d+)$/.exec(words) ?? [];
  return { words, kB: Number(kB), files: Number(files) };
}

story(
  'a light page says what it has cost and what was not loaded, and a picture makes it at least that',
  async ({ browser, site, visit }) => {
    const page = await visit('/special/fast');
    await whenLoaded(page, site.url('/special/fast'));
    await turnOn(page);
    site.forget();
    await page.go(site.url(rain.path));
    // The view that stands there until then is an article, too.
    await showsText(page, rain.title);
    const before = await readCost(page);
    match(before.words, /^\d/, 'nothing came that could not be measured');
    const named = await page.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>(
          'script[src], link[rel=stylesheet], img[src]:not([loading=lazy]), iframe[src]',
        ),
      ];
      return new Set(
        all
          .map((each) => (each as HTMLImageElement).src ?? (each as HTMLLinkElement).href)
          .filter((each) => each.startsWith('http')),
      ).size;
    });
    equal(before.files, named);
    ok(before.kB > 5 && before.kB < 60, before.words);
    await page.settled(600, ...PICTURE);
    await page.click(...PICTURE);
    await page.waitFor(
      (words) =>
        document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('.cost')?.textContent !==
        words,
      [before.words],
    );
    const after = await readCost(page);
    equal(after.words, `at least ${before.words}`, 'browsers do not tell the size of a picture');

    const options = await browser.extensionPage('options.html');
    await options.appears('#spent li');
    match((await options.text('#spent li')) ?? '', /Pages: 2 · Files not loaded: \d+/);
    await options.click('#spent button');
    await options.disappears('#spent li');
  },
);
