// Brings back what was taken out amid the text though it stands beside it, or in the same kind of boxes.
import { isProseRun, toSignature } from '../judgement/features/outline.ts';
import { type Draft, findEnds, LEADS_ELSEWHERE, SENTENCE_END, toLinks } from './draft.ts';

/** So many runs of one kind make a family. */
const FAMILY = 2;

/** What was taken out amid the text though it stands in the same box as the text, or in the same kind of boxes. */
export function restoreFamily(draft: Draft): void {
  const { outline, keep, offered } = draft;
  const ends = findEnds(draft);
  if (!ends) return;
  const counts = new Map<string, number>();
  const homes = new Set<number>();
  outline.runs.forEach((run, at) => {
    if (!keep[at] || !isProseRun(run)) return;
    homes.add(outline.boxes[run.box]?.parent ?? -1);
    const kind = toSignature(outline, run.box);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  });
  for (let at = ends.first; at < outline.runs.length; at++) {
    const run = outline.runs[at];
    if (!run || keep[at] || !offered[at]) continue;
    const isAmid = at < ends.last;
    const isText =
      isProseRun(run) || (isAmid && SENTENCE_END.test(run.text) && toLinks(run) < LEADS_ELSEWHERE);
    if (!isText) continue;
    const isHome = isAmid && homes.has(outline.boxes[run.box]?.parent ?? -1);
    keep[at] = isHome || (counts.get(toSignature(outline, run.box)) ?? 0) >= FAMILY;
  }
}
