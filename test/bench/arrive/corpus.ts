// Measures the arrival of many real pages over 50 kbit/s and 500 ms: played without a browser, and in real ones.
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BrowserName } from '../../browser/browser.ts';
import { LINKS } from '../../site/site.ts';
import { BROWSERS, toChoices, UsageError } from '../command.ts';
import { buildLight, builtFor, copyExtension, openLight, printHead, ROOT, tellProgress } from '../light.ts';
import { readCorpus, readSheet } from '../words/corpus.ts';
import { type MarkedSheet, measureArrivals, watchMarks } from './corpus-browser.ts';
import { type Arrived, isSoon, toPageTable, toSummary } from './corpus-report.ts';
import { importLight, readMarks, simulate } from './simulate.ts';

const LINK = 'gprs';
const SAMPLE = 60;
/** Of so many pages more some have no gold text that stands in them as it is. */
const SPARE = 2;
/** What goes of a text is told of pages from this share on. */
const TOLD_GONE = 0.03;
const PLACES = ['simulation', ...BROWSERS] as const;

export interface CorpusBenchOptions {
  /** Of the collection; '' for the one beside the checkout. */
  folder: string;
  pages?: string | undefined;
  sample?: string | undefined;
  /** Where the pages are loaded: all places where it is not said. */
  browser?: string | undefined;
}

export async function runCorpus(options: CorpusBenchOptions): Promise<void> {
  const places = toChoices('browser', options.browser, PLACES);
  const folder = resolve(options.folder || join(ROOT, '../shared/corpus'));
  const isThere = await access(join(folder, 'index.json')).then(
    () => true,
    () => false,
  );
  if (!isThere)
    return console.log(`Skipped: there are no pages in ${folder}. Name the folder with --corpus=…`);
  const sheets = await readMarked(folder, options);
  const names = places.filter((place): place is BrowserName => place !== 'simulation');
  if (names.length > 0) await buildLight();
  await printHead(names);
  console.log(
    `${sheets.length} pages over ${LINKS[LINK].kbps} kbit/s and ${LINKS[LINK].latencyMs} ms, in light tabs.\n`,
  );
  if (places.includes('simulation')) await runSimulation(sheets);
  for (const name of names) await runIn(name, sheets);
}

/** Pages spread over sets, kinds and sites whose gold text says where their first and last paragraphs end. */
async function readMarked(
  folder: string,
  { pages: parts, sample }: CorpusBenchOptions,
): Promise<MarkedSheet[]> {
  const count = Number(sample ?? SAMPLE);
  if (!(Number.isInteger(count) && count > 0)) throw new UsageError('--sample is a number, 60 for instance.');
  const pages = await readCorpus({ folder, pages: parts, sample: parts ? undefined : count * SPARE });
  const marked: MarkedSheet[] = [];
  for (const page of pages ?? []) {
    tellProgress(page.id);
    const sheet = await readSheet(folder, page);
    const marks = readMarks(sheet);
    if (marks) marked.push({ sheet, marks });
  }
  tellProgress('');
  // Every so many, so that no set is left out at the end.
  const step = Math.max(1, marked.length / count);
  return marked.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, count);
}

async function runSimulation(sheets: readonly MarkedSheet[]): Promise<void> {
  const light = await importLight();
  const all = sheets.map(({ sheet, marks }) => {
    tellProgress(`simulation ${sheet.page.id}`);
    return simulate(sheet, marks, { link: LINKS[LINK], light });
  });
  print('Simulation: what the extraction alone delays', all);
}

async function runIn(name: BrowserName, sheets: readonly MarkedSheet[]): Promise<void> {
  const copy = await copyExtension(builtFor(name), () => {});
  await watchMarks(copy.path, sheets);
  const browser = await openLight(name, { extension: copy.path });
  const all: Arrived[] = [];
  try {
    await measureArrivals(browser, sheets, {
      link: LINK,
      onPage(arrived) {
        all.push(arrived);
        tellProgress(`${name} ${all.length} of ${sheets.length}: ${arrived.page.id}`);
      },
    });
  } finally {
    await browser.close();
    await copy.remove();
  }
  print(name, all);
}

function print(title: string, all: readonly Arrived[]): void {
  tellProgress('');
  const told = all.filter((each) => !isSoon(each) || each.gone > each.words * TOLD_GONE);
  console.log(`${title}: ${all.length} pages; those that are late, or of whose text something goes again:`);
  console.log(`${toPageTable(told)}\n\n${toSummary(all)}\n`);
}
