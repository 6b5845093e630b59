// Drops headings after the end of the text that only links stand below, and those links.
import { toLength } from '../../text/blocks.ts';
import { isHeadingRun, type Run } from '../judgement/features/outline.ts';
import { type Draft, findEnds, isIn, LEADS_ELSEWHERE, toLinks, toTag } from './draft.ts';

const LISTS = new Set(['li', 'dd']);
/** A shorter link in a list is a name, in characters. */
const HEADLINE_CHARS = 30;

/** Headings after the end of the text that nothing but links stands below. */
export function dropLastHeadings(draft: Draft): void {
  const { outline, keep } = draft;
  const ends = findEnds(draft);
  if (!ends) return;
  let below: Run | undefined;
  for (let at = outline.runs.length - 1; at > ends.last; at--) {
    const run = outline.runs[at];
    if (!run || !keep[at]) continue;
    if (isHeadingRun(outline, run) && dropTeasers(draft, at)) continue;
    const isEmpty =
      !below ||
      (toLinks(below) > LEADS_ELSEWHERE && !isIn(outline, below.box, LISTS)) ||
      (isHeadingRun(outline, below) && toTag(outline, below) <= toTag(outline, run));
    if (isHeadingRun(outline, run) && isEmpty) keep[at] = false;
    else below = run;
  }
}

/** Drops a heading with the list below it, where each entry is the headline of something else to read; a list of names is part of the text. */
function dropTeasers({ outline, keep, isElsewhere }: Draft, heading: number): boolean {
  const below = outline.runs.flatMap((_, at) => (at > heading && keep[at] ? [at] : []));
  const end = below.findIndex((at) => !isIn(outline, outline.runs[at]?.box ?? -1, LISTS));
  const list = end < 0 ? below : below.slice(0, end);
  const isTeaser = (at: number) => {
    const run = outline.runs[at];
    return (
      run && toLinks(run) > LEADS_ELSEWHERE && toLength(run.text) >= HEADLINE_CHARS && !isElsewhere?.(at)
    );
  };
  if (list.length === 0 || !list.every(isTeaser)) return false;
  for (const at of [heading, ...list]) keep[at] = false;
  return true;
}
