// npm run pictures: screenshots of what a reader sees, for the eye and for the documents. Options: --browser=chromium,firefox,
// --scene=article,list,…, --out=test-results/pictures
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BROWSERS, readOptions, runCommand, toChoices } from './bench/command.ts';
import { buildLight, openLight, ROOT } from './bench/light.ts';
import { SUBJECTS } from './bench/ways.ts';
import type { Browser, Page } from './browser/browser.ts';
import { findBrowser, provideFonts } from './browser/find.ts';
import { chooseLimit, holdsTexts, takeIn, toFile } from './e2e/shelving.ts';
import { type Site, startSite } from './site/site.ts';
import { ARTICLES } from './site/texts/all.ts';

const LOCALES = ['en', 'fa'] as const;
type Locale = (typeof LOCALES)[number];

const SCHEMES = ['light', 'dark'] as const;
/** A phone and a desktop, in CSS pixels. */
const SIZES = { phone: [360, 740], desktop: [1280, 800] } as const;

interface Stage {
  browser: Browser;
  site: Site;
  tab: Page;
  locale: Locale;
}

/** What is brought onto the screen before its picture is taken; it stays while size and colours change. */
type Scene = (stage: Stage) => Promise<void>;

async function showLight({ site, tab }: Stage, path: string): Promise<void> {
  await tab.go(site.url(path));
  await tab.waitFor(() => location.protocol === 'http:' && document.readyState === 'complete');
  await tab.pressToolbarButton();
  await tab.appears('[data-light=view]:not([data-state=arriving])');
}

const toArticle = (locale: Locale) => (locale === 'fa' ? SUBJECTS.persian.path : SUBJECTS.english.path);

async function openPanel(stage: Stage, name: 'comfort' | 'menu'): Promise<void> {
  await showLight(stage, toArticle(stage.locale));
  await stage.tab.settled(600, '[data-light=view]', `[data-action=${name}]`);
  await stage.tab.click('[data-light=view]', `[data-action=${name}]`);
  await stage.tab.appears('[data-light=view]', '.panel');
}

/** The panel over an article in those colours; they are not stored, so that the next scene has its own. */
async function openThemed(stage: Stage, theme: 'sepia' | 'contrast'): Promise<void> {
  await openPanel(stage, 'comfort');
  await stage.tab.evaluate((name) => {
    const view = document.querySelector<HTMLElement>('[data-light=view]');
    const main = view?.shadowRoot?.querySelector('main');
    for (const each of [view, main]) each?.setAttribute('data-theme', name);
    const radio = main?.querySelector<HTMLInputElement>(`.theme [value=${name}]`);
    if (radio) radio.checked = true;
  }, theme);
}

/** Opens the shelf with the articles of the test site, in both directions, one of them read. */
async function fillShelf(stage: Stage): Promise<void> {
  const { browser, site } = stage;
  const host = { portal: site.origin, picture: () => '', callToAction: () => '' };
  const texts = ARTICLES.map((article) => ({
    ...{ address: site.url(article.path), title: article.title, section: article.section, isWhole: true },
    ...{ language: article.lang, direction: article.lang === 'en' ? 'ltr' : 'rtl', minutes: article.minutes },
    ...{ published: Date.parse(article.published), html: article.body(host) },
  }));
  const shelf = await browser.extensionPage('shelf.html');
  stage.tab = shelf;
  // From the scene before.
  await shelf.click('[data-action=shelfClear]');
  await holdsTexts(shelf, 0);
  await takeIn(shelf, toFile(...texts));
  await shelf.click('#texts > li:nth-child(2) [data-action=shelfRead]');
  await shelf.appears('#texts > li:nth-child(2).read');
}

const SCENES: Record<string, Scene> = {
  article: (stage) => showLight(stage, toArticle(stage.locale)),
  /** A reader whose language runs the other way than the page. */
  foreign: (stage) => showLight(stage, toArticle(stage.locale === 'fa' ? 'en' : 'fa')),
  panel: (stage) => openPanel(stage, 'comfort'),
  sepia: (stage) => openThemed(stage, 'sepia'),
  contrast: (stage) => openThemed(stage, 'contrast'),
  /** The ring around what has the focus: in the bar, in the text, in a panel, in the question. */
  focusBar: async (stage) => {
    await showLight(stage, toArticle(stage.locale));
    await stage.tab.press('Tab', ['Shift']);
  },
  focusText: async (stage) => {
    await showLight(stage, toArticle(stage.locale));
    await stage.tab.press('Tab');
    await stage.tab.evaluate(() =>
      document
        .querySelector('[data-light=view]')
        ?.shadowRoot?.querySelector<HTMLElement>('figure > .picture')
        ?.focus(),
    );
  },
  focusPanel: async (stage) => {
    await openPanel(stage, 'comfort');
    await stage.tab.press('Tab');
  },
  focusPrompt: async (stage) => {
    await SCENES.prompt?.(stage);
    await stage.tab.press('Tab');
  },
  menu: (stage) => openPanel(stage, 'menu'),
  /** A picture's placeholder, a list and a table, within the text. */
  within: async (stage) => {
    await showLight(stage, toArticle(stage.locale));
  },
  end: async (stage) => {
    await showLight(stage, toArticle(stage.locale));
    await stage.tab.appears('[data-light=view]', '[data-part=after]');
  },
  list: (stage) => showLight(stage, stage.locale === 'fa' ? '/fa/' : '/'),
  nothing: (stage) => showLight(stage, '/special/empty'),
  prompt: async ({ site, tab }) => {
    await tab.go(site.url('/special/head-script-never'));
    await tab.appears('[data-light=prompt]', 'section');
  },
  options: async (stage) => {
    const tab = await stage.browser.extensionPage('options.html');
    await tab.appears('main section');
    stage.tab = tab;
  },
  shelf: fillShelf,
  /** The same where there is no room, and the reader chooses what has to go. */
  room: async (stage) => {
    await fillShelf(stage);
    const large = (at: number) => ({
      ...{ address: `https://large.example/${at}`, title: `A very long text, part ${at}`, isWhole: true },
      html: `<p>${'Rain. '.repeat(300_000)}</p>`,
    });
    await chooseLimit(stage.tab, 5);
    await takeIn(stage.tab, toFile(large(1), large(2), large(3)));
    await stage.tab.click('#full [data-action=makeRoom]');
    await stage.tab.appears('#full ul');
  },
  welcome: async (stage) => {
    const tab = await stage.browser.extensionPage('welcome.html');
    await tab.appears('#button');
    stage.tab = tab;
  },
};

/** What stands in the middle of the window, where that is not the beginning. */
const MIDDLES: Record<string, string> = { within: 'figure', focusText: 'figure', end: '[data-part=after]' };

async function takeScene(name: string, stage: Stage, folder: string): Promise<void> {
  await SCENES[name]?.(stage);
  for (const [size, [width, height]] of Object.entries(SIZES)) {
    await stage.tab.setViewport(width, height);
    for (const colorScheme of SCHEMES) {
      await stage.tab.emulate({ colorScheme, reducedMotion: true });
      await stage.tab.evaluate(async (selector) => {
        // The question takes its new place in the frame after the window has another size.
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        const part =
          selector && document.querySelector('[data-light=view]')?.shadowRoot?.querySelector(selector);
        if (part) part.scrollIntoView({ block: 'center', behavior: 'instant' });
        else scrollTo({ top: 0, behavior: 'instant' });
      }, MIDDLES[name] ?? '');
      const file = `${name}-${stage.locale}-${size}-${colorScheme}-${stage.browser.name}.png`;
      await stage.tab.screenshot(join(folder, file));
    }
  }
}

async function main(): Promise<void> {
  const { options } = readOptions(process.argv.slice(2), ['browser', 'scene', 'locale', 'out']);
  const browsers = toChoices('browser', options.browser ?? 'chromium,firefox', BROWSERS);
  const scenes = toChoices('scene', options.scene ?? Object.keys(SCENES).join(), Object.keys(SCENES));
  const locales = toChoices('locale', options.locale ?? LOCALES.join(), LOCALES);
  const folder = join(ROOT, options.out ?? 'test-results/pictures');
  await buildLight();
  await mkdir(folder, { recursive: true });
  for (const name of browsers) {
    await findBrowser(name);
    await provideFonts();
    for (const locale of locales) await takeAll(name, locale, scenes, folder);
  }
  console.log(`Pictures: ${folder}`);
}

async function takeAll(
  name: (typeof BROWSERS)[number],
  locale: Locale,
  scenes: readonly string[],
  folder: string,
): Promise<void> {
  const site = await startSite();
  const browser = await openLight(name, { locale });
  try {
    for (const scene of scenes) {
      const tab = await browser.open('about:blank');
      await takeScene(scene, { browser, site, tab, locale }, folder);
      await browser.closeTabs();
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

await runCommand(main);
