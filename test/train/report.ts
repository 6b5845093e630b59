// Prints what the judgement is worth: by weights that have not seen the site of a page, and by those that have.

import type { PageKind } from '../../src/light/extract/page-kind.ts';
import { toF1 } from '../bench/shingles.ts';
import { type Cell, toTable } from '../bench/table.ts';
import { toGroups } from '../bench/words/corpus.ts';
import { MARGIN, toMean } from '../bench/words/figures.ts';
import type { Sample } from './dataset.ts';

/** What was judged of a page. */
export interface Judged {
  page: Pick<Sample, 'page' | 'gold' | 'stock'>;
  f1: number | null;
  precision: number;
  recall: number;
  kind: PageKind;
  confidence: number;
  /** What its confidence is told by. */
  row: number[];
}

const HEADER = ['', 'pages', 'stock', 'F1 in folds', 'F1 of means', 'without folds', 'worse, %', 'lost'];
/** Languages with fewer pages are not told apart. */
const LEAST_PAGES = 10;
/** See `isCatastrophe`. */
const LOST = 0.5;
const FOUND = 0.8;

export function toReport(folded: readonly Judged[], whole: readonly Judged[]): string {
  const rows = [
    ...toRows(folded, whole, ({ page: { page } }) => page.set),
    ...toRows(folded, whole, ({ page: { page } }) => (page.set === 'wx' ? `wx ${page.kind}` : null)),
    ...toRows(folded, whole, ({ page: { page } }) => page.lang.toLowerCase().split(/[-_]/)[0] ?? '').filter(
      ([, count]) => Number(count) >= LEAST_PAGES,
    ),
    ...toRows(folded, whole, () => 'all'),
  ];
  return [toTable(HEADER, rows), toKindLine(folded), toSureLines(folded)].join('\n\n');
}

function toRows(
  folded: readonly Judged[],
  whole: readonly Judged[],
  toKey: (judged: Judged) => string | null,
): Cell[][] {
  const known = (list: readonly Judged[]) =>
    list.filter(({ f1, page }) => f1 !== null && page.stock !== null);
  const all = toGroups(known(whole), (judged) => toKey(judged) ?? '');
  return [...toGroups(known(folded), (judged) => toKey(judged) ?? '')]
    .filter(([key]) => key !== '')
    .map(([key, group]) => {
      const gains = group.map(({ f1, page }) => [f1 ?? 0, page.stock ? toF1(page.stock) : 0] as const);
      const means = {
        precision: toMean(group.map((each) => each.precision)),
        recall: toMean(group.map((each) => each.recall)),
      };
      return [
        ...[
          key,
          group.length,
          toPart(toMean(gains.map(([, stock]) => stock))),
          toPart(toMean(gains.map(([f1]) => f1))),
        ],
        ...[toPart(toF1(means)), toPart(toMean((all.get(key) ?? []).map(({ f1 }) => f1 ?? 0)))],
        ((100 * gains.filter(([f1, stock]) => f1 < stock - MARGIN).length) / group.length).toFixed(1),
        gains.filter(([f1, stock]) => f1 < LOST && stock > FOUND).length,
      ];
    });
}

const toPart = (part: number): string => part.toFixed(3);

function toKindLine(folded: readonly Judged[]): string {
  const known = folded.filter(({ page: { page } }) => page.set === 'wx' && page.kind);
  const right = known.filter(({ kind, page: { page } }) => kind === page.kind);
  const lines = [...toGroups(known, ({ page: { page } }) => page.kind ?? '')].map(
    ([kind, group]) => `${kind} ${group.filter((each) => each.kind === kind).length}/${group.length}`,
  );
  return `Kinds in folds: ${right.length} of ${known.length} right: ${lines.join(', ')}.`;
}

/** How good the texts are that it is more or less sure of. */
function toSureLines(folded: readonly Judged[]): string {
  const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
  const known = folded.filter(({ f1, page }) => f1 !== null && page.gold !== null);
  const rows = edges.slice(1).map((end, at): Cell[] => {
    const start = edges[at] ?? 0;
    const group = known.filter(({ confidence }) => confidence >= start && confidence < end);
    return [
      `${start} to ${end}`,
      group.length,
      toPart(toMean(group.map(({ confidence }) => confidence))),
      toPart(toMean(group.map(({ f1 }) => f1 ?? 0))),
    ];
  });
  return toTable(['confidence in folds', 'pages', 'mean', 'F1'], rows);
}
