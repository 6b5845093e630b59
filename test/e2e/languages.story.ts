// Pages that run from right to left, and pages in an older encoding.
import { equal, match, ok } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { books } from '../site/texts/books.ts';
import { ENCODED } from '../site/texts/encoded.ts';
import { market } from '../site/texts/market.ts';
import { qanat } from '../site/texts/qanat.ts';
import { answer, readPlaces, whenAsked, whenLoaded, whenShown } from './reader.ts';

/** A script in the head of every article. */
const AUCTION = '/js/auction-90k.js';

const readDirection = (page: Page, host: string, selector: string) =>
  page.evaluate(
    (name, inside) => {
      const element = document.querySelector(name)?.shadowRoot?.querySelector(inside);
      return element && getComputedStyle(element).direction;
    },
    host,
    selector,
  );

for (const [says, article] of [
  ['in its HTML', qanat],
  ['in its style sheet alone', books],
] as const) {
  story(
    `a Persian page that says its direction ${says} is asked about and read from right to left`,
    async ({ site, visit }) => {
      site.fault(AUCTION, { kind: 'never' });
      const page = await visit(article.path);
      await whenAsked(page);
      // The question speaks English, and is written as English is.
      equal(await readDirection(page, '[data-light=prompt]', 'section'), 'ltr');
      equal(await page.text('[data-light=prompt]', 'h2'), 'Switch to دفتر صبح Light?');
      await page.settled(0, '[data-light=prompt]', '[data-action=switch]');
      const sides = await page.evaluate(() => {
        const root = document.querySelector('[data-light=prompt]')?.shadowRoot;
        const [section, close] = ['section', '[data-action=close]'].map((each) =>
          root?.querySelector(each)?.getBoundingClientRect(),
        );
        return { section: section?.left ?? 0, close: close?.left ?? 0, width: section?.width ?? 0 };
      });
      ok(sides.close - sides.section > sides.width / 2, 'the close button stands on the right');
      // "Switch to" from left to right, and after it the name with its edition, from right to left.
      const [switchTo, name, light] = await readPlaces(page, 'h2', ['Switch', 'دفتر', 'Light']);
      ok(switchTo < light && light < name, JSON.stringify({ switchTo, light, name }));
      await answer(page, 'switch');
      const text = await whenShown(page);
      ok(text.includes(article.title));
      equal(await readDirection(page, '[data-light=view]', 'article'), 'rtl');
      equal(await readDirection(page, '[data-light=view]', '[data-part=body] p'), 'rtl');
      equal(
        await page.evaluate(
          () => document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('article')?.lang,
        ),
        'fa',
      );
    },
  );
}

for (const where of ['meta', 'header']) {
  const path = `/special/windows-1256-${where}`;
  const isLegible = (text: string) => {
    ok(text.includes(market.title) && text.includes(market.author), text.slice(0, 300));
    ok(!text.includes('\ufffd'));
    match(text, /كان في السوق|السوق/);
  };

  story(
    `windows-1256, named in the ${where}: legible from the page that is here`,
    async ({ site, visit }) => {
      const page = await visit(path);
      await whenLoaded(page, site.url(path));
      await page.pressToolbarButton();
      isLegible(await whenShown(page));
      equal(await readDirection(page, '[data-light=view]', 'article'), 'rtl');
    },
  );

  story(
    `windows-1256, named in the ${where}: legible from the copy while the page hangs`,
    async ({ browser, site }) => {
      // On another site, where no file is in the cache yet.
      site.fault(AUCTION, { kind: 'never' });
      const page = await browser.open(site.elsewhere + path);
      await page.waitFor(
        () => document.querySelector('script[src*=auction]') && document.readyState === 'loading',
      );
      equal(await page.has('main'), false, 'the text is not in the page yet');
      await page.pressToolbarButton();
      isLegible(await whenShown(page));
      equal(await page.has('main'), false, 'it still is not: the text came from the copy');
    },
  );
}

for (const { encoding, declared, language, title, author, paragraphs } of ENCODED) {
  const says = declared ? `on a page that says ${declared}` : 'on a page that says nothing';
  story(
    `${encoding}: legible from the copy while the page hangs, and ${language} ${says}`,
    async ({ browser, site }) => {
      // On another site, where no file is in the cache.
      site.fault(AUCTION, { kind: 'never' });
      const page = await browser.open(`${site.elsewhere}/special/encoded-${encoding}`);
      await page.waitFor(
        () => document.querySelector('script[src*=auction]') && document.readyState === 'loading',
      );
      await page.pressToolbarButton();
      const text = await whenShown(page);
      equal(await page.has('main'), false, 'the text came from the copy');
      for (const part of [title, author, ...paragraphs]) ok(text.includes(part), text.slice(0, 300));
      equal(await page.text('[data-light=view]', 'h1'), title);
      const isRtl = language === 'he' || language === 'fa';
      equal(await readDirection(page, '[data-light=view]', 'article'), isRtl ? 'rtl' : 'ltr');
      equal(
        await page.evaluate(
          () => document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('article')?.lang,
        ),
        language,
      );
    },
  );
}
