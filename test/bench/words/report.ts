// Prints the tables of the words bench.
import { type Cell, toMedian, toTable } from '../table.ts';
import { toFolds, toGroups, toLanguage } from './corpus.ts';
import {
  countRight,
  type Figures,
  isCatastrophe,
  MARGIN,
  toFigures,
  toGain,
  toMean,
  toPageF1,
  toShares,
} from './figures.ts';
import { FACTS, type Fact } from './metadata-verdict.ts';
import type { Outcome, Reader, Result } from './outcome.ts';

/** Languages of fewer pages are counted as one. */
const LANGUAGE_PAGES = 3;

const toPart = (part: number | null): Cell => (part === null || Number.isNaN(part) ? null : part.toFixed(3));
const toPercent = (share: number): Cell => (Number.isNaN(share) ? null : `${(share * 100).toFixed(1)} %`);

const PAGE_HEADER = ['page', 'state', 'stock', 'Light', '+/-', 'prec.', 'recall', ...FACTS, 'ms', 'ratio'];

/** F1 of each page: stock, Light; what else is right: `WRONG` where Light is wrong, a dash where nobody knows. */
export function toPageTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ page, stock, light }) => {
    const [before, after] = [toPageF1(stock), toPageF1(light)];
    return [
      page.id,
      light.state,
      ...[toPart(before), toPart(after)],
      before === null || after === null ? null : (after - before).toFixed(3),
      ...[toPart(light.score?.precision ?? null), toPart(light.score?.recall ?? null)],
      ...FACTS.map((fact) => toMark(light.verdict[fact])),
      ...[light.tookMs.toFixed(0), toRatio(light).toFixed(2)],
    ];
  });
  return toTable(PAGE_HEADER, rows);
}

const toMark = (right: boolean | null): Cell => (right === null ? null : right ? 'right' : 'WRONG');

/** What is counted together beside sets, kinds and languages. */
const GROUPS: [string, (outcome: Outcome) => boolean][] = [
  ['all', () => true],
  ['all with an independent gold', ({ page }) => page.set !== 'mz'],
  ['news and blogs: aeb, fd, dn, rtl, om', ({ page }) => /^(aeb|fd|dn|rtl|om)$/.test(page.set)],
];

const READER_HEADER = ['F1', 'prec.', 'recall', 'page F1'];
const GROUP_HEADER = [
  ...['', 'pages'],
  ...READER_HEADER.map((each) => `stock ${each}`),
  ...READER_HEADER,
  ...['+/-', 'worse', 'better', 'lost'],
];

const toFigureCells = ({ f1, precision, recall, pageF1 }: Figures): Cell[] =>
  [f1, precision, recall, pageF1].map(toPart);

/** Named groups of outcomes, in the order of the tables. */
function toReported(outcomes: readonly Outcome[]): [string, Outcome[]][] {
  const by = (title: string, toKey: (outcome: Outcome) => string): [string, Outcome[]][] =>
    [...toGroups(outcomes, toKey)]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([key, own]) => [`${title} ${key}`, own]);
  const languages = by('', ({ page }) => toLanguage(page) || 'not said');
  const rare = languages.filter(([, own]) => own.length < LANGUAGE_PAGES);
  const reported: [string, Outcome[]][] = [
    ...GROUPS.map(([name, isIn]): [string, Outcome[]] => [name, outcomes.filter(isIn)]),
    ...by('set', ({ page }) => page.set),
    ...by('wx', ({ page }) => (page.set === 'wx' ? (page.kind ?? '') : '')).filter(
      ([name]) => name !== 'wx ',
    ),
    ...languages
      .filter(([, own]) => own.length >= LANGUAGE_PAGES)
      .map(([name, own]): [string, Outcome[]] => [`language${name}`, own]),
    ['other languages', rare.flatMap(([, own]) => own)],
  ];
  return reported.filter(([, own]) => own.length > 0);
}

/** F1 of means first, then precision, recall and the mean of the pages' own F1; pages that are worse and better than stock, and lost. */
export function toGroupTable(outcomes: readonly Outcome[]): string {
  const rows = toReported(outcomes).map(([name, own]) => {
    const [stock, light] = [toFigures(own, 'stock'), toFigures(own, 'light')];
    const { worse, better } = toShares(own);
    return [
      ...[name, own.length],
      ...[...toFigureCells(stock), ...toFigureCells(light)],
      ...[toPart(light.f1 - stock.f1), toPercent(worse), toPercent(better)],
      own.filter(isCatastrophe).length,
    ];
  });
  return `${toTable(GROUP_HEADER, rows)}\nworse, better: than stock by more than ${MARGIN}; lost: below .5 where stock is above .8.`;
}

/** Titles, authors, dates and directions that are right of those that are known. */
export function toFactTable(outcomes: readonly Outcome[]): string {
  const toShare = (own: Outcome[], reader: Reader, fact: Fact): Cell => {
    const { right, known } = countRight(own, reader, fact);
    return known ? `${right}/${known}` : null;
  };
  const rows = toReported(outcomes).map(([name, own]) => [
    name,
    ...FACTS.flatMap((fact) => [toShare(own, 'stock', fact), toShare(own, 'light', fact)]),
  ]);
  return toTable(['', ...FACTS.flatMap((fact) => [`stock ${fact}`, fact])], rows);
}

/** Each fold's own figures, by site, and how far they lie apart. */
export function toFoldTable(outcomes: readonly Outcome[], count: number): string {
  const folds = toFolds(
    outcomes.map(({ page }) => page),
    count,
  );
  const parts = toGroups(outcomes, ({ page }) => String(folds.get(page)));
  const rows = [...parts]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([fold, own]) => {
      const [stock, light] = [toFigures(own, 'stock'), toFigures(own, 'light')];
      const { worse, better } = toShares(own);
      return [
        ...[`fold ${Number(fold) + 1}`, own.length],
        ...[toPart(stock.f1), toPart(light.f1), toPart(light.f1 - stock.f1)],
        ...[toPercent(worse), toPercent(better), own.filter(isCatastrophe).length],
      ];
    });
  const means = (['stock', 'light'] as const).map((reader) =>
    toMean([...parts.values()].map((own) => toFigures(own, reader).f1)),
  );
  const table = toTable(['', 'pages', 'stock F1', 'F1', '+/-', 'worse', 'better', 'lost'], rows);
  return `${table}\nMean of the folds: stock ${toPart(means[0] ?? null)}, Light ${toPart(means[1] ?? null)}.`;
}

/** The pages that are lost, by name. */
export function toLost(outcomes: readonly Outcome[]): string {
  const lost = outcomes.filter(isCatastrophe);
  const lines = lost.map(
    ({ page, stock, light }) =>
      `${page.id}  ${page.kind ?? ''}  stock ${toPart(toPageF1(stock))}, Light ${toPart(toPageF1(light))} (${light.state})`,
  );
  return `Lost, ${lost.length}:\n${lines.join('\n')}`;
}

const toRatio = ({ tookMs, stockMs = Number.NaN }: Result): number => tookMs / stockMs;

/** What Light's reading costs, as a multiple of Readability's own parse of the same page. */
export function toCost(outcomes: readonly Outcome[]): string {
  const ratios = outcomes.map(({ light }) => toRatio(light));
  const worst = Math.max(...ratios);
  const slowest = outcomes[ratios.indexOf(worst)]?.page.id;
  return `Cost against Readability's own parse, each once, in Chromium: median ${toMedian(ratios).toFixed(2)}, worst ${worst.toFixed(2)} (${slowest}).`;
}

/** The pages on which Light loses most against stock, and why. */
export function toWhy(outcomes: readonly Outcome[], count: number): string {
  const judged = outcomes.filter((outcome) => toGain(outcome) !== null);
  judged.sort((a, b) => (toGain(a) ?? 0) - (toGain(b) ?? 0));
  const lines = judged.slice(0, count).map(
    ({
      page,
      stock,
      light,
      missing,
      extra,
    }) => `${page.id}  ${page.kind ?? ''}  stock ${toPart(toPageF1(stock))}, Light ${toPart(toPageF1(light))}
  missing  ${missing.words}: ${missing.start}
  extra    ${extra.words}: ${extra.start}`,
  );
  return lines.join('\n');
}
