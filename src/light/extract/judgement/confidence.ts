// Estimates how good a choice of runs is, from how sure the judgement was of each and how much of Readability's choice it is.
import type { Context } from './features/context.ts';
import { log, toShare } from './features/surroundings.ts';
import { toChance } from './model/forest.ts';

/** What each of `toConfidenceRow` speaks for, in log odds; the first by itself. */
export type Confidence = readonly number[];

/** What was judged, and what was chosen by it. */
export interface Judged {
  context: Context;
  chances: ArrayLike<number>;
  kinds: readonly number[];
  chosen: readonly boolean[];
  expected: number;
}

/** The choice as numbers, each about 0 to 1. */
export function toConfidenceRow({ context, chances, kinds, chosen, expected }: Judged): number[] {
  const { runs, total } = context;
  let [taken, both, doubtful, inside, prose] = [0, 0, 0, 0, 0];
  for (const { at, traits, kept, linkShare } of runs) {
    const chance = chances[at] ?? 0;
    doubtful += traits.length * Math.min(chance, 1 - chance);
    if (!chosen[at]) continue;
    taken += traits.length;
    both += traits.length * kept;
    inside += traits.length * chance;
    if (linkShare < 0.4 && traits.length >= 80) prose += traits.length;
  }
  return [
    1,
    expected,
    expected ** 4,
    toShare(2 * both, taken + total.kept),
    toShare(inside, taken),
    toShare(doubtful, taken),
    toShare(prose, taken),
    log(taken) / 16,
    toShare(taken, total.chars),
    kinds[0] ?? 0,
    kinds[1] ?? 0,
    (kinds[3] ?? 0) + (kinds[4] ?? 0),
  ];
}

/** The F1 that is likely, 0 to 1. */
export function judgeConfidence(judged: Judged, confidence: Confidence): number {
  return toChance(toConfidenceRow(judged).reduce((sum, value, at) => sum + value * (confidence[at] ?? 0), 0));
}
