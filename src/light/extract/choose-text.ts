// Chooses which runs of a page's text are shown.
import { toLength } from '../text/blocks.ts';
import type { Candidate } from './candidate.ts';
import { correctChoice } from './corrections/correct-choice.ts';
import { createContext } from './judgement/features/context.ts';
import type { Box, Outline, Run } from './judgement/features/outline.ts';
import { type Judgement, judgePage } from './judgement/judge-page.ts';
import { readWeights } from './judgement/model/weights.ts';
import { keepContents } from './keep/keep-contents.ts';
import { keepParts } from './keep/keep-parts.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageKind } from './page-kind.ts';

export interface Choice {
  kind: PageKind;
  /** It is all the text of the page's main part. */
  whole: boolean;
  /** Whether it is likely that this is the text, and all of it. */
  sure: boolean;
  /** Of each run whether it is shown. */
  keep: boolean[];
}

/** What the choice is made from. */
export interface Options {
  outline: Outline;
  candidate: Candidate;
  facts: PageFacts;
  /** The view says who wrote it, or when. */
  signed: boolean;
  /** Whether a run is a link to another site. */
  isElsewhere?(at: number): boolean;
  /** Of each run whether it is an entry of a contents list. */
  contents?: readonly boolean[];
}

/** A shorter line that is a link is a menu entry, in characters. */
const ENTRY_CHARS = 40;
/** With more links than this a line is a link. */
const LINKED = 0.6;
/** With less than this share of the text of the page's main part, what Readability chose is not what the page is about. */
const LEAST_SHARE = 0.35;
/** With so much running text, what a page calls an article is one, in characters. */
const ARTICLE_CHARS = 400;
const ARTICLE = /article|BlogPosting|Report\b/i;
/** Pages with fewer runs are unlike those that was learned from: of the corpus 19 of 20 have more. */
const LEAST_RUNS = 40;
/** Less text than this is nothing to read, in characters: see `extractReading`. */
const LEAST_CHARS = 140;
/** In folds by site, of the texts of the corpus with an F1 below .7 so many as 7 in 10 are judged to be less good than this, and of those above .9 1 in 30. */
const SURE = 0.8;
const PRESSED = new Set(['aside', 'button']);

/** What is judged to be the text; of a page of few words, or where that is next to nothing, what the rules choose. */
export function chooseText(options: Options, weights = readWeights()): Choice {
  const { outline, candidate, facts } = options;
  const ruled = chooseByRules(options);
  if (isSmall(outline)) return ruled;
  const context = createContext(outline, { kept: candidate.kept, ruled: ruled.keep }, facts);
  const choice = settleChoice(outline, judgePage(context, weights), ruled);
  return { ...choice, keep: keepContents(choice.keep, ruled.keep, options.contents ?? []) };
}

/** Whether there is too little of a page to judge it. */
export const isSmall = ({ runs }: Outline): boolean => runs.length < LEAST_RUNS;

/** What is shown of what was judged to be the text, beside what the rules chose. */
export function settleChoice(outline: Outline, judgement: Judgement, ruled: Choice): Choice {
  const { kind, confidence, chosen } = judgement;
  const chars = outline.runs.reduce((sum, { text }, at) => sum + (chosen[at] ? text.length : 0), 0);
  if (chars < LEAST_CHARS) return { ...ruled, sure: false };
  return { kind, whole: false, sure: confidence >= SURE, keep: keepParts(outline, chosen, ruled.keep) };
}

/** Readability's choice, corrected, or the main part of the page where that left most of it behind. */
export function chooseByRules(options: Options): Choice {
  const { outline, candidate, facts } = options;
  const main = findMain(outline, candidate);
  const isKept = outline.runs.map((_, at) => (candidate.kept[at] ?? 0) > 0.5);
  const telling = (isIn: (at: number) => boolean) =>
    outline.runs.reduce((sum, run, at) => sum + (isIn(at) && isTelling(run) ? toLength(run.text) : 0), 0);
  const held = telling((at) => isKept[at] === true);
  const all = telling((at) => isKept[at] === true || main[at] === true);
  // Where the page does not say which its main part is, that is everything: what was chosen has to be next to nothing.
  const isText = ARTICLE.test(facts.types) || !outline.boxes.some(isMainBox);
  const isPoor = held < all * LEAST_SHARE && !(held >= ARTICLE_CHARS && isText);
  if (!isPoor) correctChoice({ ...options, offered: candidate.offered, keep: isKept });
  return { kind: 'article', whole: isPoor, sure: !isPoor, keep: isPoor ? main : isKept };
}

const isLinked = ({ text, linkedChars }: Run): boolean => linkedChars >= text.length * LINKED;

const isTelling = (run: Run): boolean => toLength(run.text) >= ENTRY_CHARS && !isLinked(run);

const isMainBox = ({ tag, marks }: Box): boolean => tag === 'main' || /\brole=main\b/.test(marks);

/** Of each run whether it stands in what the page says is its main part, else anywhere, and is no menu entry. */
function findMain({ boxes, runs }: Outline, { offered }: Candidate): boolean[] {
  const mains = boxes.flatMap((box, at) => (isMainBox(box) ? [at] : []));
  const isWithin = (at: number, root: number): boolean =>
    at >= root && (at === root || isWithin(boxes[at]?.parent ?? -1, root));
  const [first = 0, ...others] = mains;
  const root = others.every((each) => isWithin(each, first)) ? first : 0;
  // Parents stand before their children.
  const isMain = boxes.map(() => false);
  boxes.forEach(({ parent, tag }, at) => {
    isMain[at] = at === root || (isMain[parent] === true && !PRESSED.has(tag));
  });
  const isEntry = (run: Run) =>
    isLinked(run) && toLength(run.text) < ENTRY_CHARS && !/^h[1-6]$/.test(boxes[run.box]?.tag ?? '');
  return runs.map((run, at) => Boolean(offered[at]) && isMain[run.box] === true && !isEntry(run));
}
