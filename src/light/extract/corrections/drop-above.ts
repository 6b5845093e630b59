// Drops what stands above the headline, where the text is below.
import { type Draft, findHeadline, sumChars } from './draft.ts';

/** With less than this share of the text above it, a headline is where the text begins. */
const ABOVE_SHARE = 0.2;

/** What stands above the headline, where the text is below: a notice to visitors, what is new elsewhere. */
export function dropAbove(draft: Draft): void {
  const { outline, keep } = draft;
  const headline = findHeadline(draft);
  const above = outline.runs.flatMap((_, at) => (keep[at] && at < headline ? [at] : []));
  const toRuns = (places: number[]) => places.flatMap((at) => outline.runs[at] ?? []);
  const all = outline.runs.filter((_, at) => keep[at]);
  if (sumChars(toRuns(above)) < sumChars(all) * ABOVE_SHARE) for (const at of above) keep[at] = false;
}
