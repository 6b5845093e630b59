// Brings back headings right above text that is shown.
import { isHeadingRun } from '../judgement/features/outline.ts';
import { type Draft, findEnds, LEADS_ELSEWHERE, toLinks } from './draft.ts';

/** Headings that stand right above text that is shown. */
export function restoreHeadings(draft: Draft): void {
  const { outline, keep, offered } = draft;
  const ends = findEnds(draft);
  if (!ends) return;
  for (let at = ends.first; at < ends.last; at++) {
    const run = outline.runs[at];
    if (keep[at] || !offered[at] || !isHeadingRun(outline, run) || !keep[at + 1]) continue;
    if (run && toLinks(run) < LEADS_ELSEWHERE) keep[at] = true;
  }
}
