// Mends what the learned judgement takes apart, for it judges each run by itself: tables and quotations within a text, and the notes below it, are kept as the
// rules have it.
import type { Outline } from '../judgement/features/outline.ts';

/** What is one thing within a text, whatever its single lines look like. */
const PARTS = ['table', 'blockquote', 'pre'];
/** Notes follow the text at once; so many runs at the most. */
const MOST_NOTES = 40;

/** `chosen` with the tables, quotations and code within the text and the numbered notes right after it as `ruled` has them. */
export function keepParts(
  outline: Outline,
  chosen: readonly boolean[],
  ruled: readonly boolean[],
): boolean[] {
  const kept = [...chosen];
  const first = chosen.indexOf(true);
  const last = chosen.lastIndexOf(true);
  const findBox = toFinder(outline);
  for (let at = first; at < last; at++)
    if (PARTS.some((tag) => findBox(at, tag) >= 0)) kept[at] ||= ruled[at] === true;
  const list = first < 0 ? -1 : findBox(last + 1, 'ol');
  for (let at = last + 1; list >= 0 && at <= last + MOST_NOTES && findBox(at, 'ol') === list; at++)
    kept[at] = ruled[at] === true;
  return kept;
}

/** Gives the innermost box of that name around a run; -1 where there is none. */
function toFinder({ runs, boxes }: Outline) {
  return (at: number, tag: string): number => {
    let box = runs[at]?.box ?? -1;
    while (box >= 0 && boxes[box]?.tag !== tag) box = boxes[box]?.parent ?? -1;
    return box;
  };
}
