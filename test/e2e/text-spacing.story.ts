// With the distances of WCAG 1.4.12 on a screen of 320 pixels nothing that Light says is cut off, and nothing is wider than the screen;
// what stands above a text takes the same room while it comes and when it is here.
import { deepEqual, equal } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { type Scene, stageWith, story } from '../browser/story.ts';
import { qanat } from '../site/texts/qanat.ts';
import { rain } from '../site/texts/rain.ts';
import { hold, openEmpty, whenLoaded, whenShown } from './reader.ts';
import { openPanel } from './reading.ts';
import { openShelf, takeIn, toFile } from './shelving.ts';

const NARROW_PX = 320;

/** Gives all that is on the screen these distances, and says what is cut off by them or wider than the screen. */
async function losesNothing(page: Page, what: string): Promise<void> {
  const lost = await page.evaluate(() => {
    const root = document.querySelector('[data-light=view]')?.shadowRoot ?? document;
    const style = document.createElement('style');
    style.textContent =
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
    (root instanceof ShadowRoot ? root : document.head).append(style);
    const toName = (each: Element) => `${each.localName}.${each.className}: ${each.textContent?.trim()}`;
    const cut = [...root.querySelectorAll('*')].filter((each) => {
      const { overflowX, overflowY } = getComputedStyle(each);
      const isClosed = /hidden|clip/.test(`${overflowX} ${overflowY}`) && each.textContent?.trim();
      // Read by screen readers alone.
      if (!isClosed || !each.checkVisibility() || each.matches('.live')) return false;
      return each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
    });
    const wide = [...root.querySelectorAll('*')].filter((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      // What scrolls inside itself is reached.
      const isIn = each.parentElement?.closest('.scroll, pre');
      return width > 0 && !isIn && each.checkVisibility() && (left < -1 || right > innerWidth + 1);
    });
    style.remove();
    return [...cut.map((each) => `cut: ${toName(each)}`), ...wide.map((each) => `wide: ${toName(each)}`)];
  });
  deepEqual(lost, [], what);
}

/** What a search field says as long as nothing is written there has room in it. */
function isHintSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    const pen = document.createElement('canvas').getContext('2d');
    if (!field || !pen) return false;
    const { font, paddingLeft, paddingRight } = getComputedStyle(field);
    pen.font = font;
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    return pen.measureText(field.placeholder).width <= room;
  });
}

async function areKept({ browser, site }: Scene, article: string, front: string): Promise<void> {
  const page = await openEmpty(browser);
  await page.setViewport(NARROW_PX, 568);
  await page.go(site.url(article));
  await whenLoaded(page, site.url(article));
  await page.pressToolbarButton();
  await whenShown(page);
  await losesNothing(page, 'an article');
  await openPanel(page, 'menu');
  await losesNothing(page, 'the menu');
  await openPanel(page, 'comfort');
  await losesNothing(page, 'the choices of how texts look');
  await page.go(site.url(front));
  await whenShown(page, 'links');
  await losesNothing(page, 'a list');
  const letGo = hold(site, `${article}?plain`, 14_000);
  await page.go(site.url(`${article}?plain`));
  await whenShown(page, 'arriving');
  await losesNothing(page, 'a text on its way');
  await whenShown(page, 'incomplete');
  await losesNothing(page, 'a text that has stopped');
  letGo();
  const empty = await openEmpty(browser);
  await empty.setViewport(NARROW_PX, 568);
  await empty.go(site.url('/special/empty'));
  await whenLoaded(empty, site.url('/special/empty'));
  await empty.pressToolbarButton();
  await whenShown(empty, 'nothing');
  await losesNothing(empty, 'a word in the corner');
  const shelf = await openShelf(browser, 0);
  await shelf.setViewport(NARROW_PX, 568);
  const text = {
    ...rain,
    address: 'https://news.example/',
    language: 'en',
    direction: 'ltr',
    html: '<p>Rain.</p>',
  };
  await takeIn(shelf, toFile(text));
  await shelf.appears('#texts > li');
  await losesNothing(shelf, 'the kept texts');
  await shelf.setViewport(360, 740);
  equal(await isHintSeen(shelf), true, 'what the search of the kept texts says');
  for (const [name, part] of [
    ['options', '#access p'],
    ['welcome', '#button'],
  ] as const) {
    const own = await browser.extensionPage(`${name}.html`);
    await own.setViewport(NARROW_PX, 568);
    await own.appears(part);
    await losesNothing(own, name);
  }
}

story('Wide spacing on a narrow screen loses nothing', (scene) => areKept(scene, rain.path, '/'));

/** What stands above the text takes the same room while it comes and when it is here. */
async function keepsItsPlace({ browser, site }: Scene, article: string): Promise<void> {
  const page = await openEmpty(browser);
  await page.setViewport(360, 740);
  await page.go(site.url('/special/fast'));
  await whenLoaded(page, site.url('/special/fast'));
  await page.pressToolbarButton();
  await whenShown(page);
  const letGo = hold(site, `${article}?plain`, 14_000);
  await page.go(site.url(`${article}?plain`));
  await whenShown(page, 'arriving');
  const readTop = (part: string) =>
    page.waitFor(
      (known) => {
        const root = document.querySelector('[data-light=view]')?.shadowRoot;
        const isKnown = root?.querySelector(known)?.textContent;
        return isKnown && root?.querySelector('[data-part=body] p')?.getBoundingClientRect().top;
      },
      [part],
    );
  const before = await readTop('.about .byline');
  letGo();
  await whenShown(page);
  equal(await readTop('.cost'), before);
}

story('On a phone the text stays in its place when it is all here', (scene) =>
  keepsItsPlace(scene, rain.path),
);

stageWith({ locale: 'fa' });

story('On a phone a Persian text stays in its place when it is all here', (scene) =>
  keepsItsPlace(scene, qanat.path),
);

story('Wide spacing on a narrow screen loses nothing in Persian', (scene) =>
  areKept(scene, qanat.path, '/fa/'),
);
