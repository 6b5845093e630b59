// Measures whether anything is left behind by many pages in one light tab, and by many switches of one page.
// --control=yes measures the same pages, and as many loads of one page as there are switches, in a browser with an extension that does nothing.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserName, type Memory, openBrowser, type Page } from '../browser/browser.ts';
import { waitUntil } from '../browser/tab.ts';
import { type Site, startSite } from '../site/site.ts';
import { ARTICLES } from '../site/texts/all.ts';
import { BROWSERS, readOptions, toChoices, UsageError } from './command.ts';
import { buildLight, builtFor, copyExtension, openLight, printHead, tellProgress } from './light.ts';
import { type Cell, toTable } from './table.ts';

export const about =
  'memory, rules and stored bytes after 500 pages of a light tab and 200 switches of a page, beside 500 pages of a plain tab';

const PAGES = 500;
const SWITCHES = 200;
/** Before these, caches fill and code is compiled: what is measured first is measured after them. */
const WARM_UP = 20;

/** What Light has made in the browser. */
interface Left {
  sessionRules: number;
  dynamicRules: number;
  scripts: number;
  sessionBytes: number;
  localBytes: number;
  /** What stands in `storage.session`, by its keys. */
  sessionKeys: string;
}

interface Row {
  what: string;
  before: Memory;
  after: Memory;
}

export async function run(words: string[]): Promise<void> {
  const { options, others } = readOptions(words, ['browser', 'pages', 'switches', 'control']);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  const names = toChoices('browser', options.browser, BROWSERS);
  const [pages, switches] = [Number(options.pages ?? PAGES), Number(options.switches ?? SWITCHES)];
  await buildLight();
  await printHead(names);
  const play = options.control === 'yes' ? runWithout : runIn;
  for (const name of names) await play(name, pages, switches);
}

/** An event page or service worker that answers each question, so that it can be woken, and does nothing. */
const IDLE = 'chrome.runtime.onMessage.addListener((says, sender, answer) => answer(null));';

async function runWithout(name: BrowserName, pages: number, loads: number): Promise<void> {
  const idle = await copyExtension(builtFor(name), (manifest) => {
    manifest.content_scripts = [];
  });
  await writeFile(join(idle.path, 'background.js'), IDLE);
  const [browser, site] = await Promise.all([openBrowser(name, { extension: idle.path }), startSite()]);
  try {
    const rows = [
      await readMany(browser, site, { count: pages, isLight: false }),
      await loadMany(browser, site, loads),
    ];
    printMemory(`${name} without Light`, rows);
  } finally {
    await Promise.all([browser.close(), site.close(), idle.remove()]);
  }
}

async function runIn(name: BrowserName, pages: number, switches: number): Promise<void> {
  const browser = await openLight(name);
  const site = await startSite();
  try {
    const before = await readLeft(browser);
    const rows = [
      await readMany(browser, site, { count: pages, isLight: false }),
      await readMany(browser, site, { count: pages, isLight: true }),
      await switchMany(browser, site, switches),
    ];
    await browser.closeTabs();
    // What follows from the last event is not awaited by anybody.
    await waitUntil(async () => (await readLeft(browser)).sessionRules === 0, {
      message: 'no rule to be left',
    });
    printMemory(name, rows);
    printLeft(name, before, await readLeft(browser));
  } finally {
    await Promise.all([browser.close(), site.close()]);
  }
}

interface Many {
  count: number;
  isLight: boolean;
}

/** One page after another in one tab: a light one, or one in which Light does nothing, for what browsers keep of pages anyway. */
async function readMany(browser: Browser, site: Site, { count, isLight }: Many): Promise<Row> {
  const tab = await browser.open(site.url(toPath(0)));
  await isHere(tab, toPath(0), false);
  if (isLight) await tab.pressToolbarButton();
  await isHere(tab, toPath(0), isLight);
  const read = async (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      tellProgress(`${browser.name}: ${at} pages`);
      await tab.go(site.url(toPath(at)));
      await isHere(tab, toPath(at), isLight);
    }
  };
  const measure = async () => {
    await wakeBackground(browser);
    return browser.readMemory(await tab.url());
  };
  await read(0, WARM_UP);
  const before = await measure();
  await read(WARM_UP, WARM_UP + count);
  const row = {
    what: `${count} pages in a ${isLight ? 'light' : 'plain'} tab`,
    before,
    after: await measure(),
  };
  await tab.close();
  return row;
}

/** Each address once, so that nothing comes from a cache. */
function toPath(at: number): string {
  return `${ARTICLES[at % ARTICLES.length]?.path}?${at}`;
}

function isHere(tab: Page, path: string, isLight: boolean): Promise<unknown> {
  return tab.waitFor(
    (wanted: string, light: boolean) => {
      const isOwn = location.pathname + location.search === wanted && document.readyState === 'complete';
      const state = document.querySelector(':root > [data-light=view]')?.getAttribute('data-state');
      return isOwn && (light ? state === 'article' : state === undefined);
    },
    [path, isLight],
    { message: `${path} to be ${isLight ? 'light' : 'as it was'}` },
  );
}

/** What is asleep cannot be measured. This is what a page asks at its end, to which there is nothing to say. */
function wakeBackground(browser: Browser): Promise<void> {
  return browser.inExtension(async () => {
    await chrome.runtime.sendMessage({ ask: 'ended', says: null });
  });
}

function switchMany(browser: Browser, site: Site, count: number): Promise<Row> {
  return repeat(browser, site, { what: 'switches', count }, async (tab) => {
    await tab.pressToolbarButton();
    await isHere(tab, toPath(0), true);
    await tab.pressToolbarButton();
    await isHere(tab, toPath(0), false);
  });
}

/** What the browser itself keeps of a page that comes again and again. */
function loadMany(browser: Browser, site: Site, count: number): Promise<Row> {
  return repeat(browser, site, { what: 'loads', count }, async (tab) => {
    const began = await tab.evaluate(() => performance.timeOrigin);
    await tab.reload();
    await tab.waitFor((before: number) => performance.timeOrigin !== before, [began]);
    await isHere(tab, toPath(0), false);
  });
}

/** Does the same to one page again and again. */
async function repeat(
  browser: Browser,
  site: Site,
  { what, count }: { what: string; count: number },
  act: (tab: Page) => Promise<void>,
): Promise<Row> {
  const tab = await browser.open(site.url(toPath(0)));
  await isHere(tab, toPath(0), false);
  const play = async (times: number) => {
    for (let at = 0; at < times; at += 1) {
      tellProgress(`${browser.name}: ${at} ${what}`);
      await act(tab);
    }
  };
  await play(WARM_UP);
  const before = await browser.readMemory(await tab.url());
  await play(count);
  const after = await browser.readMemory(await tab.url());
  await tab.close();
  return { what: `${count} ${what} of one page`, before, after };
}

function readLeft(browser: Browser): Promise<Left> {
  return browser.inExtension(async () => {
    const { declarativeNetRequest: rules, scripting, storage } = chrome;
    const toBytes = async (area: { get(keys: null): Promise<object> }) =>
      new TextEncoder().encode(JSON.stringify(await area.get(null))).length;
    return {
      sessionRules: (await rules.getSessionRules()).length,
      dynamicRules: (await rules.getDynamicRules()).length,
      scripts: (await scripting.getRegisteredContentScripts()).length,
      sessionBytes: await toBytes(storage.session),
      localBytes: await toBytes(storage.local),
      sessionKeys: Object.keys(await storage.session.get(null))
        .sort()
        .join(' '),
    };
  });
}

function printMemory(name: string, rows: Row[]): void {
  tellProgress('');
  const toMb = (bytes: number) => (bytes / 1_048_576).toFixed(1);
  const cells = rows.map((row): Cell[] => [
    row.what,
    ...(['page', 'background'] as const).flatMap((key) => [toMb(row.before[key]), toMb(row.after[key])]),
    row.before.nodes,
    row.after.nodes,
  ]);
  const header = ['', 'page, MB', 'at the end', 'background, MB', 'at the end', 'nodes', 'at the end'];
  console.log(`${name}: memory after garbage has been collected\n${toTable(header, cells)}\n`);
}

function printLeft(name: string, before: Left, after: Left): void {
  const left = (Object.keys(before) as (keyof Left)[]).map((key): Cell[] => [key, before[key], after[key]]); // Its own keys.
  console.log(
    `${name}: what Light has made in the browser\n${toTable(['', 'at first', 'at the end'], left)}\n`,
  );
}

/** What the bench reads with the extension's rights. */
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
  declarativeNetRequest: { getSessionRules(): Promise<object[]>; getDynamicRules(): Promise<object[]> };
  scripting: { getRegisteredContentScripts(): Promise<object[]> };
  storage: Record<'local' | 'session', { get(keys: null): Promise<object> }>;
};
