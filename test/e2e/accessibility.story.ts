// What stands on the screen can be read and used by everybody: axe finds nothing, and everything is done by keyboard.
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Browser, Page } from '../browser/browser.ts';
import { type Scene, stageWith, story } from '../browser/story.ts';
import { qanat } from '../site/texts/qanat.ts';
import { rain } from '../site/texts/rain.ts';
import { isAccessible } from './axe.ts';
import { FAST, HEADLINE_BYTES, whenAsked, whenLoaded, whenShown } from './reader.ts';
import { inView, openPanel } from './reading.ts';
import { chooseLimit, holdsTexts, openShelf, takeIn, toFile } from './shelving.ts';

const VIEW = '[data-light=view]';
const THEMES = ['light', 'sepia', 'dark', 'contrast', 'system'];

async function show(page: Page, state: string): Promise<void> {
  await page.pressToolbarButton();
  await whenShown(page, state);
}

/** Every part of Light, in the language of the browser; the text runs its own way. */
async function lookAtAll(scene: Scene, article: string, front: string): Promise<void> {
  const { browser, site, visit } = scene;
  const asked = await visit('/special/head-script-never');
  await whenAsked(asked);
  for (const colorScheme of ['dark', 'light'] as const) {
    await asked.emulate({ colorScheme });
    await isAccessible(asked, `question, ${colorScheme}`, '[data-light=prompt]');
  }

  const page = await visit(article);
  await whenLoaded(page, site.url(article));
  await show(page, 'article');
  await openPanel(page, 'menu');
  await isAccessible(page, 'menu', VIEW);
  await openPanel(page, 'comfort');
  for (const theme of THEMES) {
    await page.click(...inView(`.theme label:has([value=${theme}])`));
    await page.appears(`${VIEW}[data-theme=${theme}]`);
    await isAccessible(page, `article, ${theme}`, VIEW);
  }
  await page.go(site.url(front));
  await whenShown(page, 'links');
  await isAccessible(page, 'list', VIEW);
  let cut = () => {};
  const until = new Promise<void>((resolve) => {
    cut = resolve;
  });
  site.fault(FAST, { kind: 'break', atByte: HEADLINE_BYTES + 400, until });
  await page.go(site.url(FAST));
  await whenShown(page, 'arriving');
  await isAccessible(page, 'arriving', VIEW);
  cut();
  await whenShown(page, 'incomplete');
  await isAccessible(page, 'incomplete', VIEW);

  const empty = await visit('/special/empty');
  await whenLoaded(empty, site.url('/special/empty'));
  await show(empty, 'nothing');
  await isAccessible(empty, 'nothing', VIEW);

  const options = await browser.extensionPage('options.html');
  await options.appears('#access p');
  for (const colorScheme of ['dark', 'light'] as const) {
    await options.emulate({ colorScheme });
    await isAccessible(options, `settings, ${colorScheme}`);
  }
  await lookAtShelf(browser);
  const welcome = await browser.extensionPage('welcome.html');
  await welcome.appears('#button');
  for (const colorScheme of ['dark', 'light'] as const) {
    await welcome.emulate({ colorScheme });
    await isAccessible(welcome, `welcome, ${colorScheme}`);
  }
}

/** With a text of each direction on it, one of them read, and with the choice of those that are to go. */
async function lookAtShelf(browser: Browser): Promise<void> {
  const shelf = await openShelf(browser, 0);
  await isAccessible(shelf, 'empty shelf');
  const toText = ({ title, lang }: typeof rain, at: number) => ({
    ...{ address: `https://news.example/${at}`, title, language: lang, isWhole: true },
    direction: lang === 'fa' ? 'rtl' : 'ltr',
    // Two of them fill the smallest shelf.
    html: `<p>${'The lamp was trimmed. '.repeat(80_000)}</p>`,
  });
  await chooseLimit(shelf, 5);
  await takeIn(shelf, toFile(...[rain, qanat, rain].map(toText)));
  await holdsTexts(shelf, 2);
  await shelf.click('#texts > li:nth-child(1) [data-action=shelfRead]');
  await shelf.appears('#texts > li:nth-child(1).read');
  await isAccessible(shelf, 'full shelf');
  await shelf.click('#full [data-action=makeRoom]');
  await shelf.appears('#full ul');
  for (const colorScheme of ['dark', 'light'] as const) {
    await shelf.emulate({ colorScheme });
    await isAccessible(shelf, `shelf, ${colorScheme}`);
  }
}

story('axe finds nothing in English', (scene) => lookAtAll(scene, rain.path, '/'));

/** What has the focus in the view, in words. */
const readFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.querySelector('[data-light=view]')?.shadowRoot?.activeElement;
    const { outlineStyle = '' } = focused ? getComputedStyle(focused) : {};
    return { name: focused?.getAttribute('data-action') ?? focused?.localName ?? '', outlineStyle };
  });

story(
  'the bar is the last that is met, one step back from the title, and its menu is walked by arrows',
  async ({ site, visit }) => {
    const page = await visit(rain.path);
    await whenLoaded(page, site.url(rain.path));
    await show(page, 'article');
    deepEqual(
      await page.evaluate(() => {
        const root = document.querySelector('[data-light=view]')?.shadowRoot;
        return [...(root?.querySelectorAll('main > *') ?? [])].map(
          (part) => part.className || part.localName,
        );
      }),
      ['article', 'source', 'foot', 'live', 'top'],
    );
    equal((await readFocus(page)).name, 'h1');
    await page.press('Tab', ['Shift']);
    deepEqual(await readFocus(page), { name: 'leave', outlineStyle: 'solid' });
    await page.press('Tab', ['Shift']);
    await page.settled(600, ...inView('[data-action=menu]'));
    await page.press('Enter');
    await page.appears(...inView('.menu'));
    const first = await readFocus(page);
    deepEqual(first, { name: first.name, outlineStyle: 'solid' });
    await page.press('ArrowUp');
    equal((await readFocus(page)).name, 'settings');
    await page.press('ArrowDown');
    equal((await readFocus(page)).name, first.name);
    await page.press('Escape');
    equal((await readFocus(page)).name, 'menu');
    equal(await page.has(...inView('.menu')), false);
    // Nothing of the bar covers what a narrow screen is for.
    await page.setViewport(320, 568);
    ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  },
);

stageWith({ locale: 'fa' });

story('axe finds nothing in Persian', (scene) => lookAtAll(scene, qanat.path, '/fa/'));

story('a Persian browser on an English page', async ({ site, visit }) => {
  const page = await visit(rain.path);
  await whenLoaded(page, site.url(rain.path));
  await show(page, 'article');
  await isAccessible(page, 'article of the other direction', VIEW);
});
