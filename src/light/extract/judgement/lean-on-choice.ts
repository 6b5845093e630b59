// Leans a judgement on what was chosen of the page by other means: where both differ, the judgement has to be the surer.
import { toShare } from './features/surroundings.ts';

/** What was chosen by other means, of each run a share or whether: see `Chosen`. */
interface Chosen {
  kept: ArrayLike<number>;
  ruled: ArrayLike<boolean | number>;
}

/**
 * By so much the chance of a run is raised where Readability and the rules have chosen it, and lowered where neither has: of an article,
 * and of a page that surely is none. What each lean on articles is worth in five folds by site over 1,838 pages, by a script that is not kept, as mean F1 and share of
 * pages more than .05 below stock Readability: 0: .8921, 4.2 %; .05: .8917, 3.9 %; .1: .8910, 3.6 %; .15: .8899, 3.4 %; .2: .8883, 3.4 %. It was chosen on these folds.
 */
const LEAN = { article: 0.1, other: 0.2 };
/** Less than this, as a share of both texts, is an edge, and no other text; with more, what Readability has is not the text. */
const PART = { least: 0.1, most: 0.5 };
/** What is added has to be as likely as this as a whole; what is likelier by itself stays. */
const LIKELY = 0.75;
const LIKELY_ALONE = 0.85;
/** So much of what is added has been chosen by the rules: on pages that are no articles they find what Readability does not look for. */
const RULED_SHARE = 0.3;

/** The chances, leant on what was chosen. `article`: the chance that the page is one. */
export function leanChances(
  chances: ArrayLike<number>,
  { kept, ruled }: Chosen,
  article: number,
): Float64Array {
  const by = LEAN.article * article + LEAN.other * (1 - article);
  return Float64Array.from(chances, (chance, at) => {
    const votes = Number((kept[at] ?? 0) > 0.5) + Number(Boolean(ruled[at])) - 1;
    return Math.min(1, Math.max(0, chance + by * votes));
  });
}

/** What is weighed of a page. */
export interface Weighed extends Chosen {
  /** Of each run whether it would be shown. */
  chosen: readonly boolean[];
  chances: ArrayLike<number>;
  lengths: readonly number[];
  article: number;
}

/** `chosen` without what it adds to Readability's choice, where that is a part of the page that is doubtful as a whole. */
export function refuseDoubtful(weighed: Weighed): boolean[] {
  const { chosen, chances, kept } = weighed;
  const isAdded = (at: number) => chosen[at] === true && (kept[at] ?? 0) <= 0.5;
  if (!isDoubtful(weighed, isAdded)) return [...chosen];
  return chosen.map((isChosen, at) => isChosen && !(isAdded(at) && (chances[at] ?? 0) < LIKELY_ALONE));
}

function isDoubtful(
  { chances, lengths, kept, ruled, article }: Weighed,
  isAdded: (at: number) => boolean,
): boolean {
  const sum = (read: (at: number) => number) =>
    lengths.reduce((all, length, at) => all + length * read(at), 0);
  const added = sum((at) => Number(isAdded(at)));
  const share = toShare(added, added + sum((at) => Number((kept[at] ?? 0) > 0.5)));
  if (share <= PART.least || share >= PART.most) return false;
  const likely = sum((at) => (isAdded(at) ? (chances[at] ?? 0) : 0)) / added;
  const byRules = sum((at) => Number(isAdded(at) && Boolean(ruled[at]))) / added;
  return likely < LIKELY && (article > 0.5 || byRules < RULED_SHARE);
}
