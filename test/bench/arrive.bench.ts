// Measures reading while a page arrives: how soon, for how many requests, and at what price in processor time; with --corpus on many real pages.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserName } from '../browser/browser.ts';
import { LINKS, type LinkName, startSite } from '../site/site.ts';
import { runCorpus } from './arrive/corpus.ts';
import { measureCost, measureFrames } from './arrive/cost.ts';
import {
  measureClient,
  measureLight,
  measurePage,
  measureSwitch,
  TEXTS,
  type Text,
  watchWords,
} from './arrive/measure.ts';
import { BROWSERS, readOptions, toChoices, UsageError } from './command.ts';
import { buildLight, builtFor, copyExtension, openLight, printHead, ROOT, tellProgress } from './light.ts';
import { type Cell, toMedian, toTable } from './table.ts';

export const about =
  'reading while it arrives: seconds, requests, processor time, against a plain HTTP client';

const OPTIONS = ['browser', 'links', 'rounds', 'corpus', 'sample', 'pages'] as const;
const DEFAULT_LINKS: readonly LinkName[] = ['gprs', 'edge', 'slow3g'];

export async function run(words: string[]): Promise<void> {
  // The folder may be left out.
  const given = words.map((word) => (word === '--corpus' ? '--corpus=' : word));
  const { options, others } = readOptions(given, OPTIONS);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  if (options.corpus !== undefined) return runCorpus({ ...options, folder: options.corpus });
  const names = toChoices('browser', options.browser, BROWSERS);
  const rounds = Number(options.rounds ?? 5);
  if (!(Number.isInteger(rounds) && rounds > 0))
    throw new UsageError('--rounds is a number, 5 for instance.');
  const all = Object.keys(LINKS) as LinkName[]; // Its own names.
  const links = options.links ? toChoices('links', options.links, all) : DEFAULT_LINKS;
  await buildLight();
  await printHead(names);
  console.log(`Medians of ${rounds}; the page as it is: once. Seconds since the navigation began.\n`);
  for (const name of names) {
    const copy = await copyExtension(builtFor(name), () => {});
    await watchWords(copy.path, Object.values(TEXTS));
    const browser = await openLight(name, { extension: copy.path, prefs: AS_SHIPPED });
    try {
      await measureIn(browser, name, links, rounds);
    } finally {
      await browser.close();
      await copy.remove();
    }
  }
}

/** Stories do without, readers do not. */
const AS_SHIPPED = { 'dom.ipc.processPrelaunch.enabled': true };

async function measureIn(
  browser: Browser,
  name: BrowserName,
  links: readonly LinkName[],
  rounds: number,
): Promise<void> {
  const rows: Cell[][] = [];
  for (const [subject, text] of Object.entries(TEXTS)) {
    for (const link of links) {
      tellProgress(`${name} ${subject} ${link}`);
      rows.push([subject, link, ...(await measureLink(browser, text, link, rounds))]);
    }
  }
  tellProgress('');
  console.log(`${name}\n${toTable(HEADER, rows)}\n`);
  await measurePrice(browser, name);
}

const HEADER = [
  'text',
  'link',
  'page: first',
  'client: first',
  'Light: first',
  'ratio',
  'client: last',
  'Light: last',
  'ratio',
  'requests',
  'switch: requests',
  'bytes',
];

async function measureLink(browser: Browser, text: Text, link: LinkName, rounds: number): Promise<Cell[]> {
  const repeat = async <T>(work: () => Promise<T>): Promise<T[]> => {
    const results: T[] = [];
    for (let round = 0; round < rounds; round++) results.push(await work());
    return results;
  };
  const page = await measurePage(browser, text, link);
  const client = await repeat(() => measureClient(text, link));
  const light = await repeat(() => measureLight(browser, text, link));
  const switched = await measureSwitch(browser, text, link);
  const median = <K extends string>(each: Record<K, number>[], key: K) =>
    toMedian(each.map((one) => one[key]));
  const [clientFirst, lightFirst] = [median(client, 'first'), median(light, 'first')];
  const [clientLast, lightLast] = [median(client, 'last'), median(light, 'last')];
  return [
    page === Number.POSITIVE_INFINITY ? '> 120' : page.toFixed(1),
    clientFirst.toFixed(2),
    lightFirst.toFixed(2),
    (lightFirst / clientFirst).toFixed(2),
    clientLast.toFixed(2),
    lightLast.toFixed(2),
    (lightLast / clientLast).toFixed(2),
    median(light, 'requests'),
    switched.requests,
    switched.bytes,
  ];
}

/** Pages by which processor time is measured: five megabytes of running text, and real ones where they are. */
async function readPages(): Promise<[string, string][]> {
  const site = await startSite();
  const response = await fetch(`http://127.0.0.1:${site.port}/special/long`, {
    headers: { host: 'news.localhost' },
  });
  const long = await response.text();
  await site.close();
  const middle = long.slice(long.indexOf('<h2>Part 1'), long.lastIndexOf('</article>'));
  const five = long.replace('</article>', `${middle.repeat(Math.ceil(5e6 / middle.length) - 1)}</article>`);
  const folder = join(ROOT, '../shared/pages/pages');
  const ids = ['mz-bbc-1', 'mz-guardian-1', 'aeb-ac1bfdd4', 'rtl-fa-khabaronline', 'wx-2925'];
  const real = await Promise.all(
    ids.map(
      async (id) =>
        [id, await readFile(join(folder, `${id}.html`), 'utf8').catch(() => '')] as [string, string],
    ),
  );
  return [['long', long], ['five megabytes', five], ...real.filter(([, html]) => html)];
}

async function measurePrice(browser: Browser, name: BrowserName): Promise<void> {
  const rows: Cell[][] = [];
  for (const [id, html] of await readPages()) {
    tellProgress(`${name} ${id}`);
    const { kilobytes, growMs, extractMs } = await measureCost(browser, html);
    const ratio = ((growMs + extractMs) / extractMs).toFixed(2);
    rows.push([id, kilobytes, growMs.toFixed(0), extractMs.toFixed(0), ratio]);
  }
  tellProgress('');
  const header = ['page', 'KB', 'growing, ms', 'one extraction, ms', 'together / one'];
  console.log(`${name}: processor time\n${toTable(header, rows)}\n`);
  const { long, longestMs } = await measureFrames(browser);
  console.log(
    `${name}: frames over 50 ms while 300 KB stream in: ${long} (longest ${longestMs.toFixed(0)} ms)\n`,
  );
}
