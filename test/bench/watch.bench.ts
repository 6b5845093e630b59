// Measures what a page that loads well pays for Light: the same loads with the watcher and without it, by turns, in one run.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserName, openBrowser } from '../browser/browser.ts';
import { startSite } from '../site/site.ts';
import { rain } from '../site/texts/rain.ts';
import { BROWSERS, readOptions, toChoices, UsageError } from './command.ts';
import { buildLight, builtFor, copyExtension, openLight, printHead, tellProgress, WELCOME } from './light.ts';
import { type Cell, toMedian, toTable } from './table.ts';

export const about = 'what a fast page pays for the watcher: first paint, load, main thread';

const PAGES = { 'text alone': '/special/fast', 'news article, 70 files': rain.path };
/** So often the watcher is started in one page to time it: browsers round their clocks. */
const STARTS = 200;

interface Times {
  paintMs: number;
  loadMs: number;
}

export async function run(words: string[]): Promise<void> {
  const { options, others } = readOptions(words, ['browser', 'rounds']);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  const rounds = Number(options.rounds ?? 30);
  if (!(Number.isInteger(rounds) && rounds > 0))
    throw new UsageError('--rounds is a number, 30 for instance.');
  await buildLight();
  const names = toChoices('browser', options.browser, BROWSERS);
  await printHead(names);
  console.log(
    `Medians of ${rounds} loads each over a link without limits, with Light and with the same extension without its watcher, by turns.\n`,
  );
  // One after the other: they would take each other's time.
  for (const name of names) await runIn(name, rounds);
}

async function runIn(name: BrowserName, rounds: number): Promise<void> {
  const bare = await copyExtension(builtFor(name), (manifest) => {
    manifest.content_scripts = [];
  });
  const site = await startSite();
  const browsers = [
    await openLight(name),
    await openBrowser(name, { extension: bare.path, welcome: WELCOME }),
  ] as const;
  try {
    const rows: Cell[][] = [];
    for (const [page, path] of Object.entries(PAGES)) {
      const taken: [Times[], Times[]] = [[], []];
      for (let round = 0; round <= rounds; round++) {
        tellProgress(`${name} ${page} ${round}`);
        for (const [at, browser] of browsers.entries()) {
          const times = await load(browser, site.url(`${path}?round=${round}`));
          // The first load fills the cache.
          if (round > 0) taken[at]?.push(times);
        }
      }
      rows.push(...toRows(page, taken));
    }
    tellProgress('');
    console.log(`${name}\n${toTable(['page', 'until', 'with ms', 'without ms', 'ratio'], rows)}`);
    const page = await browsers[1].open(site.url('/special/fast'));
    await page.waitFor(() => document.readyState === 'complete' && location.protocol === 'http:');
    const code = await readFile(join(builtFor(name), 'watch.js'), 'utf8');
    console.log(
      `Main thread, to compile and start watch.js: ${(await page.evaluate(time, code, STARTS)).toFixed(3)} ms (mean of ${STARTS})\n`,
    );
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await site.close();
    await bare.remove();
  }
}

/** Runs in the page: what one start of the watcher takes. */
function time(code: string, starts: number): number {
  const start = new Function(code);
  start();
  const from = performance.now();
  // Compiled anew each time, as in each new page.
  for (let at = 0; at < starts; at++) new Function(`/*${at}*/${code}`)();
  return (performance.now() - from) / starts;
}

async function load(browser: Browser, url: string): Promise<Times> {
  const page = await browser.open(url);
  const times = await page.waitFor(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (!navigation?.loadEventEnd || !paint) return null;
    return { paintMs: paint.startTime, loadMs: navigation.loadEventEnd };
  });
  await page.close();
  return times;
}

function toRows(page: string, [withLight, without]: [Times[], Times[]]): Cell[][] {
  const compare = (until: string, read: (times: Times) => number): Cell[] => {
    const [ours, theirs] = [toMedian(withLight.map(read)), toMedian(without.map(read))];
    return [page, until, ours.toFixed(0), theirs.toFixed(0), (ours / theirs).toFixed(3)];
  };
  return [
    compare('first contentful paint', ({ paintMs }) => paintMs),
    compare('load', ({ loadMs }) => loadMs),
  ];
}
