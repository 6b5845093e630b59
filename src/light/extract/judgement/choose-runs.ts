// Chooses the runs that make up the text from how likely each is part of it, and estimates how good that choice is.
import type { KnownRun } from './features/context.ts';

/** What was chosen of a page. */
export interface Choice {
  /** Of each run whether it is part of the text. */
  chosen: boolean[];
  /** The F1 that can be expected of it, 0 to 1: as good as the chances are. */
  expected: number;
}

/** What is likelier than this is taken in any case. */
const LIKELY = 0.5;
/** What is less likely than this is never taken from a page that is no article; from an article only what is likely. */
const UNLIKELY = 0.15;

/**
 * Takes the likeliest runs, as many as the expected F1 of the words is the greatest with: on a page that is hard to judge that is more
 * than what is likely by itself. https://arxiv.org/abs/1402.1892 `article`: the chance that it is an article, whose text is found where it is likely.
 */
export function chooseRuns(runs: readonly KnownRun[], chances: ArrayLike<number>, article: number): Choice {
  const floor = UNLIKELY + (LIKELY - UNLIKELY) * article;
  const weights = runs.map(({ traits }) => traits.length + 1);
  const order = runs.map((_, at) => at).sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0));
  const all = runs.reduce((sum, _, at) => sum + (chances[at] ?? 0) * (weights[at] ?? 0), 0);
  let [right, taken, expected, least] = [0, 0, 0, 1];
  for (const at of order) {
    const chance = chances[at] ?? 0;
    if (chance < floor) break;
    right += chance * (weights[at] ?? 0);
    taken += weights[at] ?? 0;
    const score = (2 * right) / (taken + all);
    if (score <= expected && chance < LIKELY) continue;
    expected = score;
    least = chance;
  }
  return { chosen: runs.map((_, at) => (chances[at] ?? 0) >= least), expected };
}
