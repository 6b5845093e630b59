// What Light looks like where the reader or the page wants something else.
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { answer, FAST, HEADLINE_BYTES, hold, openEmpty, whenAsked, whenLoaded, whenShown } from './reader.ts';

const NO_PHONE = 'its driver lays out no page as a phone does';

/** How the element is drawn. */
function readStyle(page: Page, host: string, selector: string) {
  return page.evaluate(
    (name, inside) => {
      const element = document.querySelector(name)?.shadowRoot?.querySelector(inside);
      if (!element) throw new Error(`no ${inside}`);
      const { fontSize, color, backgroundColor, display, animationName } = getComputedStyle(element);
      return {
        fontSize,
        color,
        backgroundColor,
        display,
        animationName,
        width: Math.round(element.getBoundingClientRect().width),
      };
    },
    host,
    selector,
  );
}

/** How light a colour is, from 0 (black) to 255. */
function toLight(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}

/** The ink of an element is far enough from the paper, on the side that is asked for. */
function isContrast(paper: string, ink: string, scheme: 'light' | 'dark'): void {
  const contrast = toLight(paper) - toLight(ink);
  ok((scheme === 'dark' ? -contrast : contrast) > 150, `${ink} on ${paper}`);
}

for (const [scheme, reducedMotion] of [
  ['dark', true],
  ['light', false],
] as const) {
  story(
    `${scheme} colours and ${reducedMotion ? 'no ' : ''}motion are honoured`,
    async ({ browser, site }) => {
      const page = await openEmpty(browser);
      await page.emulate({ colorScheme: scheme, reducedMotion });
      const letGo = hold(site, FAST, HEADLINE_BYTES);
      await page.go(site.url(FAST));
      await whenAsked(page);
      const question = await readStyle(page, '[data-light=prompt]', 'section');
      isContrast(question.backgroundColor, question.color, scheme);
      equal(question.animationName, 'none');
      await answer(page, 'switch');
      // It is hidden until the view says what it waits for, and again when nothing has come for long.
      const motion = await page.waitFor(() => {
        const view = document.querySelector('[data-light=view]')?.shadowRoot;
        const line = view?.querySelector('.progress:not([hidden], .known)');
        return line && getComputedStyle(line, '::before').animationName;
      });
      equal(motion, reducedMotion ? 'none' : 'pass');
      letGo();
      await whenShown(page);
      const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      isContrast(paper, (await readStyle(page, '[data-light=view]', '[data-part=body] p')).color, scheme);
      await page.emulate({ colorScheme: 'light', reducedMotion: false });
    },
  );
}

/** The page's root while the view stands over it. */
function readRoot(page: Page) {
  return page.evaluate(() => {
    const { transform, filter, opacity, visibility, position } = getComputedStyle(document.documentElement);
    return { transform, filter, opacity, visibility, position };
  });
}

async function isLegible(page: Page): Promise<void> {
  await page.settled(600, '[data-light=view]', '[data-action=leave]');
  const paragraph = await readStyle(page, '[data-light=view]', '[data-part=body] p');
  equal(paragraph.display, 'block');
  equal(paragraph.animationName, 'none');
  ok(Number.parseFloat(paragraph.fontSize) >= 16, paragraph.fontSize);
  ok(paragraph.width > 400 && paragraph.width < 1000, `${paragraph.width} pixels wide`);
  deepEqual(await readRoot(page), {
    transform: 'none',
    filter: 'none',
    opacity: '1',
    visibility: 'visible',
    position: 'static',
  });
}

/** Where each page stops: just inside its text. */
const STOPS = { hidden: 1800, unset: 1780 };

for (const [name, atByte] of Object.entries(STOPS)) {
  story(`question and text are seen on a page whose style is ${name}`, async ({ site, visit }) => {
    const path = `/special/${name}?plain`;
    const letGo = hold(site, path, atByte);
    const page = await visit(path);
    await whenAsked(page);
    // A press would reach it.
    await page.settled(0, '[data-light=prompt]', '[data-action=switch]');
    const { fontSize, color, display, width } = await readStyle(page, '[data-light=prompt]', 'section');
    deepEqual(
      { fontSize, color, display, width },
      { fontSize: '15px', color: 'rgb(29, 27, 22)', display: 'grid', width: 400 },
    );
    await answer(page, 'switch');
    letGo();
    await whenShown(page);
    await isLegible(page);
  });
}

story.oldest('the text is seen on a page whose style is against it', async ({ site, visit }) => {
  const page = await visit('/special/hostile-styles');
  await whenLoaded(page, site.url('/special/hostile-styles'));
  await page.pressToolbarButton();
  await whenShown(page);
  await isLegible(page);
});

story(
  'on a phone, the text of a page that is made for 1190 pixels has the width of the phone',
  async ({ browser, site }) => {
    const page = await openEmpty(browser);
    await page.setViewport(360, 740, true);
    await page.go(site.url('/special/made-for-a-desk'));
    await whenLoaded(page, site.url('/special/made-for-a-desk'));
    ok((await page.evaluate(() => innerWidth)) > 1000, 'the page is laid out for a desk');
    await page.pressToolbarButton();
    await whenShown(page);
    const { width, fontSize } = await readStyle(page, '[data-light=view]', '[data-part=body] p');
    ok(width > 280 && width <= 360, `${width} pixels wide`);
    ok(Number.parseFloat(fontSize) >= 16, fontSize);
    equal(await page.evaluate(() => innerWidth), 360);
    await page.settled(600, '[data-light=view]', '[data-action=leave]');
    await page.click('[data-light=view]', '[data-action=leave]');
    await page.disappears('[data-light=view]');
    ok((await page.evaluate(() => innerWidth)) > 1000, 'the page has its own width again');
  },
  { skip: { firefox: NO_PHONE } },
);

story('a long address stays on the paper', async ({ site, visit }) => {
  // Of other letters than Latin ones each is nine characters, and nothing in it lets the line break.
  const path = `/special/fast?q=${encodeURIComponent('قنات'.repeat(20))}`;
  const page = await visit(path);
  await whenLoaded(page, site.url(path));
  await page.setViewport(700, 900);
  await page.pressToolbarButton();
  await whenShown(page);
  await page.emulate({ medium: 'print' });
  const width = await page.waitFor(() => {
    const source = document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('.source');
    return source?.checkVisibility() ? source.scrollWidth : undefined;
  });
  ok(width <= 700, `${width} pixels wide`);
});
