// Brings back the lead: the paragraph between headline and text.
import { toKey } from '../../text/text-similarity.ts';
import { isHeadingRun, type Outline } from '../judgement/features/outline.ts';
import { type Draft, findEnds, findHeadline, LEADS_ELSEWHERE, SENTENCE_END, toLinks } from './draft.ts';

/** So much of a lead is compared, in characters: descriptions are cut. */
const LEAD_CHARS = 50;
/** What a lead is called: it may well be no sentence. */
const LEAD =
  /(?:lead|lede|sub-?(?:head|title)\w*|standfirst|dec?k|intro(?:text)?|summary|tagline)(?:$|[-_ ])/i;

/** The paragraph between headline and text that the page describes itself with or calls a lead, or a subheading right below the headline that is a sentence. */
export function restoreLead(draft: Draft): void {
  const { outline, keep, facts } = draft;
  const ends = findEnds(draft);
  if (!ends) return;
  const title = toKey(facts.title);
  const top = findHeadline(draft);
  const wanted = facts.descriptions.map(toKey).filter(({ length }) => length >= LEAD_CHARS);
  for (let at = 0; at < ends.first; at++) {
    const run = outline.runs[at];
    if (!run || keep[at] || toLinks(run) > LEADS_ELSEWHERE) continue;
    const key = toKey(run.text);
    const isBelow = top >= 0 && at === top + 1 && isHeadingRun(outline, run) && SENTENCE_END.test(run.text);
    const isNamed = top >= 0 && at > top && LEAD.test(toNames(outline, run.box));
    const isTold =
      key.length >= LEAD_CHARS && wanted.some((each) => each.startsWith(key.slice(0, LEAD_CHARS)));
    if (
      key === title ||
      run.text.length < LEAD_CHARS / 2 ||
      !(isNamed || isTold || (isBelow && key.length >= LEAD_CHARS))
    )
      continue;
    keep[at] = true;
    return;
  }
}

const toNames = ({ boxes }: Outline, box: number): string =>
  `${boxes[box]?.names ?? ''} ${boxes[boxes[box]?.parent ?? -1]?.names ?? ''}`;
