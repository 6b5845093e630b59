// Finds the stretch of a page with the most text and the least beside it, and how far other runs are from it.
import { log } from './features/surroundings.ts';

/** A stretch of runs, up to but without `end`. */
export interface Segment {
  first: number;
  end: number;
  /** How much more text than other things there is in it, in weights of runs. */
  sum: number;
}

/** What is likelier than this counts for text. */
const EVEN = 0.5;

/** The maximum subsequence of the chances: Pasternack and Roth, "Extracting Article Text from the Web with Maximum Subsequence Segmentation", 2009. */
export function findSegment(chances: ArrayLike<number>, weights: readonly number[]): Segment {
  const best = { first: 0, end: 0, sum: 0 };
  let [first, sum] = [0, 0];
  weights.forEach((weight, at) => {
    sum += weight * ((chances[at] ?? 0) - EVEN);
    if (sum <= 0) [first, sum] = [at + 1, 0];
    else if (sum > best.sum) Object.assign(best, { first, end: at + 1, sum });
  });
  return best;
}

/** How many runs a run stands before the segment, negative, or after it; 0 in it. */
export function toOutside({ first, end }: Segment, at: number): number {
  if (at < first) return at - first;
  return at < end ? 0 : at - end + 1;
}

/** The logarithm of how much that is no text stands between a run and the segment, negative before it. `beside`: of each run, and of the end, how much of it stands before. */
export function toGap({ first, end }: Segment, beside: ArrayLike<number>, at: number): number {
  if (at < first) return -log((beside[first] ?? 0) - (beside[at] ?? 0));
  return at < end ? 0 : log((beside[at + 1] ?? 0) - (beside[end] ?? 0));
}
