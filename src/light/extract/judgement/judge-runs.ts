// Says of each run of a page how likely it is part of what a reader wants: two passes of small trees, the second over what the first found.
import { NAME_FEATURES, type NameWeights, toNameRow, toRunWords } from './features/box-names.ts';
import type { Context } from './features/context.ts';
import { FEATURES } from './features/features.ts';
import { createScorer, type Forest, toChance } from './model/forest.ts';
import { SECOND_FEATURES, toSecondRows } from './second-pass.ts';

/** All columns that trees may ask for: those of the first pass alone have no more than `FIRST_COLUMNS` of them. */
export const COLUMNS = [...Object.keys(FEATURES), ...NAME_FEATURES, ...SECOND_FEATURES];
export const FIRST_COLUMNS = COLUMNS.length - SECOND_FEATURES.length;

/** What was learned of runs. */
export interface RunWeights {
  names: NameWeights;
  first: Forest;
  second: Forest;
}

/** Gives the numbers of the first pass of each run; those that nobody asks for are 0. */
export function toFirstRows(
  context: Context,
  names: NameWeights,
  isAsked: (column: number) => boolean = () => true,
): number[][] {
  const features = Object.values(FEATURES).map((feature, column) => (isAsked(column) ? feature : null));
  const words = toRunWords(context.outline, context.boxWords);
  return context.runs.map((run, at) => [
    ...features.map((feature) => feature?.(context, run) ?? 0),
    ...toNameRow(words[at] ?? new Set(), names),
  ]);
}

/** Of each run the chance that it is part of the text, 0 to 1. */
export function judgeRuns(context: Context, { names, first, second }: RunWeights): Float64Array {
  const asked = new Set([...first.columns, ...second.columns]);
  const rows = toFirstRows(context, names, (column) => asked.has(column));
  const chances = Float64Array.from(rows.map(createScorer(first)), toChance);
  const more = toSecondRows(context, chances);
  const score = createScorer(second);
  return Float64Array.from(rows, (row, at) => toChance(score([...row, ...(more[at] ?? [])])));
}
