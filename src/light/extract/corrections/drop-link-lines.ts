// Drops lines of their own that are mostly a link, from a text that is mostly running text.
import { LABEL_CHARS, toLength } from '../../text/blocks.ts';
import { isHeadingRun, isProseRun, type Run } from '../judgement/features/outline.ts';
import {
  type Draft,
  findEnds,
  isIn,
  isNumberedStep,
  LEADS_ELSEWHERE,
  sumChars,
  toBoxes,
  toLinks,
} from './draft.ts';

/** With so much of it running text, a choice is a text. */
const MOSTLY = 0.7;
const ENTRIES = new Set(['li', 'td', 'th', 'pre', 'dt', 'dd', 'table']);

/** Lines of their own that are mostly a link, below the beginning of a text that is mostly running text. */
export function dropLinkLines(draft: Draft): void {
  const { outline, keep } = draft;
  const ends = findEnds(draft);
  const shown = outline.runs.filter((_, at) => keep[at]);
  if (!ends || sumChars(shown.filter(isProseRun)) < sumChars(shown) * MOSTLY) return;
  outline.runs.forEach((run, at) => {
    if (!keep[at] || at <= ends.first || toLinks(run) < LEADS_ELSEWHERE) return;
    if (run.text.length < LABEL_CHARS / 4 || isHeadingRun(outline, run) || draft.isElsewhere?.(at)) return;
    // Amid the text, names that are links are no line that leads elsewhere.
    if (at < ends.last && run.linkedChars / Math.max(1, run.links) < LABEL_CHARS / 4) return;
    if (isNumberedStep(draft, at)) return;
    if (!isIn(outline, run.box, ENTRIES) && !isAboveQuotation(draft, run)) keep[at] = false;
  });
}

/** Above a quotation stands who said it. */
function isAboveQuotation({ outline }: Draft, run: Run): boolean {
  const quotation = toBoxes(outline, run.box).find((box) => outline.boxes[box]?.tag === 'blockquote');
  if (quotation === undefined) return false;
  const quoted = outline.runs.filter((each) => toBoxes(outline, each.box, 99).includes(quotation));
  return sumChars(quoted) > toLength(run.text) * 2;
}
