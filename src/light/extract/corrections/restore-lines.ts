// Brings back lines in a row of the same kind of boxes, most of which are shown.
import { toSignature } from '../judgement/features/outline.ts';
import { type Draft, findEnds, isNumberedStep, LEADS_ELSEWHERE, SENTENCE_END, toLinks } from './draft.ts';

/** Lines in a row of the same kind of boxes, most of which are shown: steps with a link in them amid those without, the last words of a talk. */
export function restoreLines(draft: Draft): void {
  const { outline, keep, offered } = draft;
  const { runs, boxes } = outline;
  const isSibling = (at: number, other: number) => {
    const [one, two] = [runs[at], runs[other]];
    if (!one || !two || !keep[other]) return false;
    const isBeside = boxes[one.box]?.parent === boxes[two.box]?.parent;
    return isBeside && toSignature(outline, one.box) === toSignature(outline, two.box);
  };
  const first = findEnds(draft)?.first ?? runs.length;
  for (let at = first; at < runs.length; at++) {
    const run = runs[at];
    if (!run || keep[at] || !offered[at]) continue;
    const isStep =
      toLinks(run) > 0 && (isSibling(at, at - 1) || isSibling(at, at + 1)) && draft.isElsewhere?.(at);
    const goesOn =
      SENTENCE_END.test(run.text) &&
      toLinks(run) < LEADS_ELSEWHERE &&
      isSibling(at, at - 1) &&
      isSibling(at, at - 2);
    if (isStep || goesOn || isNumberedStep(draft, at)) keep[at] = true;
  }
}
