// Measures, step by step, the milliseconds from the press of the button to painted text, on real pages that are here.
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, BrowserName } from '../browser/browser.ts';
import { waitUntil } from '../browser/tab.ts';
import { type Site, startSite } from '../site/site.ts';
import { BROWSERS, readOptions, toChoices, UsageError } from './command.ts';
import { buildLight, builtFor, copyExtension, openLight, printHead, ROOT, tellProgress } from './light.ts';
import { noteSteps, type Steps } from './press/note-steps.ts';
import { toMedian, toTable } from './table.ts';
import { readCorpus, readSheet, type Sheet } from './words/corpus.ts';

export const about = 'from the press of the button to painted text, step by step, on pages that are here';

const SAMPLE = 40;
/** So many of the slowest pages are shown. */
const SLOWEST = 10;
/** What a page asks for elsewhere does not come: it is switched as it is after so long, in ms. */
const PATIENCE_MS = 10_000;

export async function run(words: string[]): Promise<void> {
  const { options, others } = readOptions(words, ['browser', 'corpus', 'pages', 'sample']);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  const names = toChoices('browser', options.browser, BROWSERS);
  const folder = resolve(options.corpus ?? join(ROOT, '../shared/corpus'));
  const isThere = await access(join(folder, 'index.json')).then(
    () => true,
    () => false,
  );
  if (!isThere)
    return console.log(`Skipped: there are no pages in ${folder}. Name the folder with --corpus=…`);
  const sample = options.pages ? undefined : Number(options.sample ?? SAMPLE);
  const pages = (await readCorpus({ folder, pages: options.pages, sample })) ?? [];
  const sheets = await Promise.all(pages.map((page) => readSheet(folder, page)));
  await buildLight();
  await printHead(names);
  for (const name of names) await runIn(name, sheets);
}

/** Of one page, in ms: since the step before, and in all. */
type Row = Record<Step | 'all', number> & { id: string };
const STEPS = ['told', 'injected', 'evaluated', 'read', 'drawn', 'painted'] as const;
type Step = (typeof STEPS)[number];

async function runIn(name: BrowserName, sheets: readonly Sheet[]): Promise<void> {
  const copy = await copyExtension(builtFor(name), () => {});
  await noteSteps(copy.path);
  const browser = await openLight(name, { extension: copy.path });
  const site = await startSite();
  const rows: Row[] = [];
  let unread = 0;
  try {
    for (const sheet of sheets) {
      tellProgress(`${name} ${sheet.page.id}`);
      const row = await pressOn(browser, site, sheet);
      if (row) rows.push(row);
      else unread += 1;
      await browser.closeTabs();
    }
  } finally {
    await Promise.all([browser.close(), site.close(), copy.remove()]);
  }
  tellProgress('');
  print(name, rows, unread);
}

/** `null` where there is nothing to read in the page. */
async function pressOn(browser: Browser, site: Site, sheet: Sheet): Promise<Row | null> {
  const path = `/collected/${sheet.page.id}`;
  site.fault(path, { kind: 'instead', html: sheet.html, zipped: true });
  const tab = await browser.open(site.url(path));
  const isHere = (own: string) => location.pathname === own && document.readyState === 'complete';
  await tab.waitFor(isHere, [path], { timeoutMs: PATIENCE_MS }).catch(() => {});
  const pressedAt = performance.timeOrigin + performance.now();
  await tab.pressToolbarButton();
  const read = () => {
    const isNothing = document.querySelector('[data-light=view][data-state=nothing]') !== null;
    return document.documentElement.dataset.benchSteps ?? (isNothing ? 'null' : '');
  };
  const steps = JSON.parse(await waitUntil(() => tab.evaluate(read), { message: path })) as Steps | null;
  return steps && toRow(sheet.page.id, steps, pressedAt);
}

function toRow(id: string, steps: Steps, pressedAt: number): Row {
  const moments = [pressedAt, ...STEPS.map((step) => steps[step])];
  const took = STEPS.map((step, at) => [step, (moments[at + 1] ?? 0) - (moments[at] ?? 0)]);
  return { id, ...(Object.fromEntries(took) as Record<Step, number>), all: steps.painted - pressedAt };
}

function print(name: BrowserName, rows: Row[], unread: number): void {
  const columns = [...STEPS, 'all'] as const;
  const toCells = (title: string, of: (values: number[]) => number) => [
    title,
    ...columns.map((column) => of(rows.map((row) => row[column])).toFixed(0)),
  ];
  const slowest = rows.toSorted((one, other) => other.all - one.all).slice(0, SLOWEST);
  const table = toTable(
    ['', ...columns],
    [
      toCells('median', toMedian),
      toCells(
        'ninth decile',
        (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.9)] ?? 0,
      ),
      ...slowest.map((row) => [row.id, ...columns.map((column) => row[column].toFixed(0))]),
    ],
  );
  console.log(
    `${name}: ms since the step before, of ${rows.length} pages (${unread} have nothing to read)\n${table}\n`,
  );
}
