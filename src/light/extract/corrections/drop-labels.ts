// Drops short lines before and after the text that are no sentences: dates, names, counts.
import { LABEL_CHARS, toLength } from '../../text/blocks.ts';
import { isHeadingRun } from '../judgement/features/outline.ts';
import { type Draft, findEnds, isIn, LEADS_ELSEWHERE, SENTENCE_END, toLinks } from './draft.ts';

/** What stands in these is part of something larger. */
const PARTS = new Set(['table', 'pre', 'blockquote', 'figure', 'ul', 'ol', 'dl']);
/** Where lines are entries: a link is one, too. */
const HEADER = new Set(['header']);

/** Short lines before and after the text that are no sentences: dates, names, counts; those before it only where the view says who and when by itself. */
export function dropLabels(draft: Draft): void {
  const { outline, keep, signed } = draft;
  const ends = findEnds(draft);
  if (!ends) return;
  const home = outline.boxes[outline.runs[ends.first]?.box ?? -1]?.parent;
  outline.runs.forEach((run, at) => {
    if (!keep[at] || isHeadingRun(outline, run)) return;
    if (toLength(run.text) >= LABEL_CHARS || SENTENCE_END.test(run.text) || isIn(outline, run.box, PARTS))
      return;
    // A paragraph without a name, among the others: where an agency writes from, who helped, whom to ask.
    const box = outline.boxes[run.box];
    if (box?.names === '' && box.tag === 'p' && box.parent === home) return;
    const isBefore = (at < ends.first && signed) || isIn(outline, run.box, HEADER);
    const isAfter = at > ends.last && toLinks(run) <= LEADS_ELSEWHERE;
    if (isBefore || isAfter) keep[at] = false;
  });
}
