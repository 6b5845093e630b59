// Light's text of real pages held against what a reader should see, with stock Readability beside it: one minute. With --browser=chromium,firefox what that costs there, too.
import { join, resolve } from 'node:path';
import type { BrowserName } from '../browser/browser.ts';
import { BROWSERS, readOptions, toChoices, UsageError } from './command.ts';
import { buildLight, openLight, ROOT, readVersion, tellProgress } from './light.ts';
import { type Score, score, toF1 } from './shingles.ts';
import { type Cell, toMedian, toTable } from './table.ts';
import { measureCosts } from './words-cost.ts';
import { FACTS, type Fact, judge, type Verdict } from './words-known.ts';
import {
  type Answer,
  askLight,
  askStock,
  type Extract,
  importExtract,
  type KnownPage,
  readPages,
  readSheet,
  type Sheet,
} from './words-page.ts';
import { findLongestRun } from './words-why.ts';

export const about =
  'the text Light finds in the real pages of ../shared/pages, with stock Readability beside it';

const READERS = ['stock', 'light'] as const;
type Reader = (typeof READERS)[number];

interface Result extends Answer {
  score: Score | null;
  verdict: Verdict;
}

interface Outcome extends Record<Reader, Result> {
  page: KnownPage;
  sheet: Sheet;
}

/** So many of the worst pages are explained. */
const WORST = 10;

export async function run(words: string[]): Promise<void> {
  const { options, others } = readOptions(words, ['browser', 'pages', 'pages-folder', 'why']);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  const folder = resolve(options['pages-folder'] ?? join(ROOT, '../shared/pages'));
  const pages = await readPages(folder, options.pages);
  if (!pages)
    return console.log(`Skipped: there are no pages in ${folder}. Name the folder with --pages-folder=…`);
  const outcomes = await tryPages(folder, pages);
  const worst = Number(options.why ?? WORST);
  console.log([toPageTable(outcomes), toSetTable(outcomes), toCost(outcomes)].join('\n\n'));
  console.log(`\nThe worst of Light's:\n${toWhy(outcomes, worst)}`);
  if (options.browser) await printCosts(toChoices('browser', options.browser, BROWSERS), outcomes);
}

/** What finding and drawing a text costs in real browsers. */
async function printCosts(names: readonly BrowserName[], outcomes: Outcome[]): Promise<void> {
  await buildLight();
  for (const name of names) {
    const browser = await openLight(name);
    try {
      const costs = await measureCosts(
        browser,
        outcomes.map(({ sheet }) => sheet),
      );
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

async function tryPages(folder: string, pages: KnownPage[]): Promise<Outcome[]> {
  const extract = await importExtract();
  const outcomes: Outcome[] = [];
  for (const page of pages) {
    tellProgress(page.id);
    const sheet = await readSheet(folder, page);
    outcomes.push({ page, sheet, ...(await tryPage(folder, sheet, extract)) });
  }
  tellProgress('');
  return outcomes;
}

async function tryPage(folder: string, sheet: Sheet, extract: Extract): Promise<Record<Reader, Result>> {
  const stock = askStock(sheet);
  const light = askLight(sheet, extract);
  const toResult = async (answer: Answer): Promise<Result> => ({
    ...answer,
    score: sheet.gold === null ? null : score(answer.text, sheet.gold),
    verdict: await judge(folder, sheet, answer),
  });
  return { stock: await toResult(stock), light: await toResult(light) };
}

const toPart = (part: number | null): Cell => (part === null ? null : part.toFixed(3));
const toPageF1 = ({ score }: Result): number | null => score && toF1(score);

const PAGE_HEADER = ['page', 'state', 'stock', 'Light', '+/-', 'prec.', 'recall', ...FACTS, 'ms', 'ratio'];

/** F1 of each page: stock, Light; what else is right: `x` where Light is wrong, `-` where nobody knows. */
function toPageTable(outcomes: Outcome[]): string {
  const rows = outcomes.map(({ page, stock, light }) => {
    const [before, after] = [toPageF1(stock), toPageF1(light)];
    return [
      page.id,
      light.state,
      ...[toPart(before), toPart(after)],
      before === null || after === null ? null : (after - before).toFixed(3),
      ...[toPart(light.score?.precision ?? null), toPart(light.score?.recall ?? null)],
      ...FACTS.map((fact) => toMark(light.verdict[fact])),
      ...[light.tookMs.toFixed(0), (light.tookMs / stock.tookMs).toFixed(2)],
    ];
  });
  return toTable(PAGE_HEADER, rows);
}

const toMark = (right: boolean | null): Cell => (right === null ? null : right ? 'right' : 'WRONG');

/** What is counted together. */
const GROUPS: [string, RegExp][] = [
  ['all with an independent gold', /^(?!mz-)/],
  ['articles among them', /^(aeb|fd|rtl|om)-/],
  ...['aeb', 'fd', 'rtl', 'om', 'wx', 'mz'].map((set): [string, RegExp] => [
    `${set}-`,
    new RegExp(`^${set}-`),
  ]),
];

function toSetTable(outcomes: Outcome[]): string {
  const sets = GROUPS.map(([name, ids]) =>
    toSetRows(
      name,
      outcomes.filter(({ page }) => ids.test(page.id)),
    ),
  );
  const toLanguage = ({ page }: Outcome) => page.lang.split('-')[0] || 'not said';
  const languages = [...new Set(outcomes.map(toLanguage))].sort();
  const byLanguage = languages.map((language) =>
    toSetRows(
      language,
      outcomes.filter((outcome) => toLanguage(outcome) === language),
    ),
  );
  const header = ['', 'pages', 'reader', 'F1', 'prec.', 'recall', ...FACTS];
  return toTable(header, [...sets, ...byLanguage, toSetRows('all', outcomes)].flat());
}

function toSetRows(name: string, outcomes: Outcome[]): Cell[][] {
  if (outcomes.length === 0) return [];
  return READERS.map((reader) => {
    const results = outcomes.map((outcome) => outcome[reader]);
    const scores = results.flatMap(({ score }) => score ?? []);
    const means = { precision: toMean(scores, 'precision'), recall: toMean(scores, 'recall') };
    const figures = scores.length
      ? [toF1(means), means.precision, means.recall].map(toPart)
      : [null, null, null];
    const facts = FACTS.map((fact) => toShare(results, fact));
    return [name, outcomes.length, reader, ...figures, ...facts];
  });
}

const toMean = (scores: Score[], key: keyof Score): number =>
  scores.reduce((sum, each) => sum + each[key], 0) / scores.length;

function toShare(results: Result[], fact: Fact): Cell {
  const known = results.filter(({ verdict }) => verdict[fact] !== null);
  return known.length ? `${known.filter(({ verdict }) => verdict[fact]).length}/${known.length}` : null;
}

/** What Light's reading costs, as a multiple of Readability's own parse of the same page. */
function toCost(outcomes: Outcome[]): string {
  const ratios = outcomes.map(({ stock, light }) => light.tookMs / stock.tookMs);
  const [median, worst] = [toMedian(ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2));
  const slowest = outcomes[ratios.indexOf(Math.max(...ratios))]?.page.id;
  return `Cost against Readability's own parse, in jsdom: median ${median}, worst ${worst} (${slowest}).`;
}

function toWhy(outcomes: Outcome[], count: number): string {
  const judged = outcomes.filter(({ light }) => light.score);
  judged.sort((a, b) => (toPageF1(a.light) ?? 0) - (toPageF1(b.light) ?? 0));
  const lines = judged.slice(0, count).map(({ page, sheet, light }) => {
    const missing = findLongestRun(sheet.gold ?? '', light.text);
    const extra = findLongestRun(light.text, sheet.gold ?? '');
    return `${page.id}  ${toPart(toPageF1(light))}
  missing  ${missing.words}: ${missing.start}
  extra    ${extra.words}: ${extra.start}`;
  });
  return lines.join('\n');
}
