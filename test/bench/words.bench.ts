// Scores Light's text of real pages against what a reader should see, with stock Readability beside it; with --browser, what that costs there, too.
import { access, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BrowserName } from '../browser/browser.ts';
import { BROWSERS, readOptions, toChoices, UsageError } from './command.ts';
import { buildLight, openLight, ROOT, readVersion } from './light.ts';
import { toMedian, toTable } from './table.ts';
import { type KnownPage, readCorpus, readSheet } from './words/corpus.ts';
import { measureCosts } from './words/cost.ts';
import { tryPages } from './words/pool.ts';
import {
  toCost,
  toFactTable,
  toFoldTable,
  toGroupTable,
  toLost,
  toPageTable,
  toWhy,
} from './words/report.ts';

export const about =
  'the text Light finds in the real pages of ../shared/corpus, with stock Readability beside it';

const OPTIONS = [
  ...(['corpus', 'pages-folder', 'set', 'kind', 'lang', 'pages', 'sample', 'folds'] as const),
  ...(['without', 'why', 'json', 'browser', 'fold-weights'] as const),
];

/** So many of the worst pages are explained. */
const WORST = 10;
/** Of more pages than this no table of each is printed. */
const TABLE_PAGES = 120;

export async function run(words: string[]): Promise<void> {
  const { options, others } = readOptions(words, OPTIONS);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  const folder = await findFolder(options.corpus ?? options['pages-folder']);
  const { set, kind, lang, pages: parts } = options;
  const sample = toCount('sample', options.sample);
  const pages = await readCorpus({ folder, set, kind, lang, pages: parts, sample });
  if (!pages) return console.log(`Skipped: there are no pages in ${folder}. Name the folder with --corpus=…`);
  const outcomes = await tryPages(pages, {
    folder,
    without: options.without?.split(',') ?? [],
    folded: options['fold-weights'] === 'yes',
  });
  const tables = [
    ...(outcomes.length <= TABLE_PAGES ? [toPageTable(outcomes)] : []),
    ...[toGroupTable(outcomes), toFactTable(outcomes), toCost(outcomes), toLost(outcomes)],
    ...(options.folds ? [toFoldTable(outcomes, toCount('folds', options.folds) ?? 1)] : []),
    `Where Light loses most:\n${toWhy(outcomes, toCount('why', options.why) ?? WORST)}`,
  ];
  console.log(tables.join('\n\n'));
  if (options.json) await writeFile(options.json, JSON.stringify(outcomes));
  if (options.browser) await printCosts(toChoices('browser', options.browser, BROWSERS), folder, pages);
}

/** The folder that is named, or the collection beside the checkout: the large one, else the small one. */
async function findFolder(named: string | undefined): Promise<string> {
  if (named) return resolve(named);
  const large = join(ROOT, '../shared/corpus');
  const isThere = await access(join(large, 'index.json')).then(
    () => true,
    () => false,
  );
  return isThere ? large : join(ROOT, '../shared/pages');
}

function toCount(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 0) throw new UsageError(`--${option} is a number, not "${value}".`);
  return count;
}

/** What finding and drawing a text costs in real browsers. */
async function printCosts(
  names: readonly BrowserName[],
  folder: string,
  pages: readonly KnownPage[],
): Promise<void> {
  const sheets = await Promise.all(pages.map((page) => readSheet(folder, page)));
  await buildLight();
  for (const name of names) {
    const browser = await openLight(name);
    try {
      const costs = await measureCosts(browser, sheets);
      const ratios = costs.map(({ stockMs, lightMs }) => lightMs / stockMs);
      const drawn = costs.map(({ stockMs, lightMs, drawMs }) => (lightMs + drawMs) / stockMs);
      const laidOut = costs.map(
        ({ stockMs, lightMs, drawMs, layoutMs }) => (lightMs + drawMs + layoutMs) / stockMs,
      );
      const rows = costs.map(({ id, stockMs, lightMs, drawMs, layoutMs }, at) => [
        id,
        ...[stockMs, lightMs, drawMs, layoutMs].map((each) => each.toFixed(2)),
        ...[ratios, drawn, laidOut].map((each) => each[at]?.toFixed(2) ?? null),
      ]);
      const header = [
        ...['page', "Readability's parse, ms", 'Light, ms', 'drawing, ms', 'layout, ms'],
        ...['ratio', 'drawn', 'laid out'],
      ];
      const longest = Math.max(...costs.map(({ lightMs }) => lightMs)).toFixed(0);
      console.log(
        `\n${await readVersion(name)}, medians:\n${toTable(header, rows)}\nMedian ratio ${toMedian(ratios).toFixed(2)}, drawn ${toMedian(drawn).toFixed(2)}, laid out too ${toMedian(laidOut).toFixed(2)}; longest extraction ${longest} ms.`,
      );
    } finally {
      await browser.close();
    }
  }
}
