// What it costs to keep ten articles, against loading them; how long a shelf of many texts takes to open and to search, and what it takes on disk.
import type { Browser, BrowserName, Page } from '../browser/browser.ts';
import { waitUntil } from '../browser/tab.ts';
import { LINKS, type LinkName, type Site, startSite } from '../site/site.ts';
import { ARTICLES } from '../site/texts/all.ts';
import { BROWSERS, readOptions, toChoice, toChoices, UsageError } from './command.ts';
import { buildLight, openLight, printHead, tellProgress } from './light.ts';
import { openSeeded } from './shelf/seed.ts';
import { type Cell, toMedian, toTable } from './table.ts';

export const about = 'what keeping ten articles costs, and how long a shelf takes to open and to search';

/** With the seven articles of the site, ten. */
const MORE = ['/special/etag', '/special/cached', '/special/fast'];
/** Options: --part=costs|times. */
const PARTS = ['costs', 'times'] as const;
const SIZES = [10, 100, 2000];
/** A page is taken for loaded after this in any case, in ms. */
const CAP_MS = 120_000;
/** Firefox rounds its clock to whole ms. */
const PREFS = { 'privacy.reduceTimerPrecision': false };

export async function run(words: string[]): Promise<void> {
  const { options, others } = readOptions(words, ['browser', 'link', 'rounds', 'part']);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  const names = toChoices('browser', options.browser, BROWSERS);
  // Object.keys gives the names that the type names.
  const link = toChoice('link', options.link ?? '3g', Object.keys(LINKS) as LinkName[]);
  const parts = toChoices('part', options.part, PARTS);
  const rounds = Number(options.rounds ?? 5);
  if (!(Number.isInteger(rounds) && rounds > 0))
    throw new UsageError('--rounds is a number, 5 for instance.');
  await buildLight();
  await printHead(names);
  const costs: Cell[][] = [];
  const times: Cell[][] = [];
  // One after the other: they would take each other's time.
  for (const name of names) {
    if (parts.includes('costs')) costs.push(...(await compareCosts(name, link)));
    if (parts.includes('times'))
      for (const size of SIZES) times.push([name, size, ...(await timeShelf(name, size, rounds))]);
  }
  tellProgress('');
  const { kbps, latencyMs } = LINKS[link];
  console.log(
    `Ten articles over ${link} (${kbps} kbit/s, ${latencyMs} ms): kept one after another, and loaded so.\n`,
  );
  console.log(toTable(['browser', 'way', 'requests', 'KB as sent', 'seconds'], costs));
  console.log(`\nOpen: from the address to the frame in which the list stands. Search: from the word to the frame with what was found, the first one
with reading all words from disk. Medians of ${rounds}, in ms. Taken in: from files, which is how
the shelf is filled here. On disk: what the browser says that Light's database takes, in MB.\n`);
  console.log(
    toTable(
      [
        ...['browser', 'texts', 'open', 'first search', 'next search'],
        ...['taken in, seconds', 'MB of texts', 'MB on disk'],
      ],
      times,
    ),
  );
}

const ADDRESSES = [...ARTICLES.map(({ path }) => path), ...MORE];

async function compareCosts(name: BrowserName, link: LinkName): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for (const [way, play] of [
    ['kept', keepAll],
    ['loaded', loadAll],
  ] as const) {
    tellProgress(`${name} ${way}`);
    const site = await startSite();
    const browser = await openLight(name);
    try {
      site.setLink(link);
      site.forget();
      const startedAt = performance.now();
      await play(browser, site);
      const seconds = (performance.now() - startedAt) / 1000;
      const bytes = site.asked.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
      rows.push([name, way, site.asked.length, Math.round(bytes / 1000), seconds.toFixed(1)]);
    } finally {
      await browser.close();
      await site.close();
    }
  }
  return rows;
}

/** As the shelf's page asks for it. */
async function keepAll(browser: Browser, site: Site): Promise<void> {
  const shelf = await browser.extensionPage('shelf.html');
  await shelf.appears('#tools');
  await shelf.evaluate(
    (links) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): void } };
      };
      chrome.runtime.sendMessage({ ask: 'queue', says: { type: 'add', links } });
    },
    ADDRESSES.map((path) => ({ address: site.url(path), title: path })),
  );
  await shelf.waitFor(
    (count) => document.querySelectorAll('#texts > li').length === count,
    [ADDRESSES.length],
    {
      timeoutMs: CAP_MS,
    },
  );
}

async function loadAll(browser: Browser, site: Site): Promise<void> {
  for (const path of ADDRESSES) {
    const page = await browser.open(site.url(path));
    await waitUntil(() => isLoaded(page, site.url(path)), { timeoutMs: CAP_MS, message: `${path} to load` });
    await page.close();
  }
}

function isLoaded(page: Page, address: string): Promise<boolean> {
  return page.evaluate((url) => location.href === url && document.readyState === 'complete', address);
}

/** Open, first search, next search, in ms; taking them in, in seconds; the texts and the database, in MB. */
async function timeShelf(name: BrowserName, size: number, rounds: number): Promise<Cell[]> {
  tellProgress(`${name}, ${size} texts`);
  const browser = await openLight(name, { prefs: PREFS });
  try {
    const { page, textBytes, takenInSeconds } = await openSeeded(browser, size);
    const taken: number[][] = [];
    for (let round = 0; round < rounds; round++) taken.push(await page.evaluate(timeOnce, size));
    const medians = [0, 1, 2].map((at) =>
      Math.round(toMedian(taken.map((times) => times[at] ?? Number.NaN))),
    );
    const disk = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    return [...medians, takenInSeconds.toFixed(1), (textBytes / 1e6).toFixed(1), (disk / 1e6).toFixed(1)];
  } finally {
    await browser.close();
  }
}

/** In a page of the extension: opens the shelf in a frame, and looks for two texts in it. */
async function timeOnce(size: number): Promise<number[]> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:1000px;height:800px';
  const when = async (isThere: () => boolean) => {
    const startedAt = performance.now();
    while (!isThere()) await new Promise(requestAnimationFrame);
    return performance.now() - startedAt;
  };
  const find = (selector: string) => frame.contentDocument?.querySelector<HTMLInputElement>(selector);
  const search = (word: string, title: string) => {
    const field = find('#search') as HTMLInputElement;
    field.value = word;
    const done = when(() => find('#texts a')?.textContent === title && !find('#texts li:nth-child(2)'));
    field.dispatchEvent(new Event('input'));
    return done;
  };
  frame.src = 'shelf.html';
  const opened = when(() => Boolean(find('#texts a')));
  document.body.append(frame);
  const times = [await opened];
  times.push(await search(`unique${size - 2}x`, `Text ${size - 2}`));
  times.push(await search(`UNIQUE${size - 5}X`, `Text ${size - 5}`));
  frame.remove();
  return times;
}
