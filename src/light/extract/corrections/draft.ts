// A choice of runs that is being corrected, and what corrections ask of it.
import { toLength } from '../../text/blocks.ts';
import { toKey } from '../../text/text-similarity.ts';
import { isProseRun, type Outline, type Run } from '../judgement/features/outline.ts';
import type { PageFacts } from '../page-facts.ts';

/** A choice that is being corrected. */
export interface Draft {
  outline: Outline;
  facts: PageFacts;
  /** Of each run whether it is left in the page without its surroundings. */
  offered: ArrayLike<number>;
  /** Of each run whether it is shown: changed in place. */
  keep: boolean[];
  /** The view says who wrote it, or when. */
  signed: boolean;
  /** Whether a run is a link to another site. */
  isElsewhere?(at: number): boolean;
}

/** A line that consists of links to this share leads elsewhere. */
export const LEADS_ELSEWHERE = 0.6;
/** The marks of notes may follow it. */
export const SENTENCE_END = /[.!?…。！？؟۔।:»”"'’」』）)]\s*(?:\[\w+]\s*)*$/;
/** A paragraph, and so many boxes around it that may be its section. */
const SECTION_DEPTH = 5;

export const toTag = ({ boxes }: Outline, run: Run | undefined): string => boxes[run?.box ?? -1]?.tag ?? '';
export const toLinks = (run: Run | undefined): number =>
  (run?.linkedChars ?? 0) / Math.max(1, run?.text.length ?? 0);
export const sumChars = (runs: Run[]): number => runs.reduce((sum, { text }) => sum + toLength(text), 0);

/** The first and the last run of running text that is shown; `null` where there is none. */
export function findEnds({ outline, keep }: Draft): { first: number; last: number } | null {
  const prose = outline.runs.flatMap((run, at) => (keep[at] && isProseRun(run) ? [at] : []));
  const [first] = prose;
  return first === undefined ? null : { first, last: prose.at(-1) ?? first };
}

/** The place of the heading that says the title; -1 where there is none. */
export function findHeadline({ outline, facts }: Draft): number {
  const title = toKey(facts.title);
  return outline.runs.findIndex(
    (run) => toTag(outline, run) === 'h1' && title.includes(toKey(run.text) || '\n'),
  );
}

/** A box and those around it, from the inside. */
export function toBoxes({ boxes }: Outline, box: number, depth = SECTION_DEPTH): number[] {
  const around: number[] = [];
  for (let at = box; at >= 0 && around.length < depth; at = boxes[at]?.parent ?? -1) around.push(at);
  return around;
}

export function isIn({ boxes }: Outline, box: number, tags: ReadonlySet<string>): boolean {
  for (let at = box; at >= 0; at = boxes[at]?.parent ?? -1) if (tags.has(boxes[at]?.tag ?? '')) return true;
  return false;
}

/** The number of a step: "3.", "(۴)". */
const NUMBER = /^\(?\p{Nd}{1,2}[.):]?$/u;

/**
 * Whether it stands beside its number, which is shown, in a box of its own, and is no link in all its words: a step of a guide. An entry in a list of articles
 * is one.
 */
export function isNumberedStep({ outline: { runs, boxes }, keep }: Draft, at: number): boolean {
  const [number, step] = [runs[at - 1], runs[at]];
  if (!number || !step || !keep[at - 1] || !NUMBER.test(number.text)) return false;
  return boxes[number.box]?.parent === boxes[step.box]?.parent && toLinks(step) < 1;
}
