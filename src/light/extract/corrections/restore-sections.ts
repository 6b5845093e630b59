// Brings back boxes with a heading that stand in the same kind of boxes as the text.
import { isHeadingRun, isProseRun, type Outline, toSignature } from '../judgement/features/outline.ts';
import { type Draft, LEADS_ELSEWHERE, toBoxes, toLinks } from './draft.ts';

/** So many runs of one kind make a family. */
const FAMILY = 2;

/** Boxes with a heading, parts of a live blog and the like, that stand in the same kind of boxes as the text; lists of links do not come back. */
export function restoreSections({ outline, keep, offered }: Draft): void {
  const counts = new Map<string, number>();
  const homes = new Set<number>();
  const first = outline.runs.findIndex((run, at) => keep[at] && isProseRun(run));
  outline.runs.forEach((run, at) => {
    if (!keep[at] || !isProseRun(run)) return;
    for (const box of toBoxes(outline, run.box)) {
      homes.add(box);
      const kind = toSignature(outline, box);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  });
  outline.runs.forEach((run, at) => {
    if (at < first || keep[at] || !offered[at] || !isHeadingRun(outline, run)) return;
    const section = toBoxes(outline, run.box).find(
      (box) =>
        !homes.has(box) && isNamed(outline, box) && (counts.get(toSignature(outline, box)) ?? 0) >= FAMILY,
    );
    if (section === undefined) return;
    const inner = outline.runs.flatMap((each, place) =>
      toBoxes(outline, each.box, 99).includes(section) ? [place] : [],
    );
    const isList = inner.some((place) => keep[place] || toLinks(outline.runs[place]) > LEADS_ELSEWHERE);
    if (!isList) for (const place of inner) keep[place] = offered[place] === 1;
  });
}

/** The page has given a name to the box, or to the one around it: boxes without names are all alike. */
function isNamed({ boxes }: Outline, box: number): boolean {
  return Boolean(boxes[box]?.names || boxes[boxes[box]?.parent ?? -1]?.names);
}
