// Sums up what was found in many pages: means, F1 of means, and how often Light is worse or better than stock Readability.
import { type Score, toF1 } from '../shingles.ts';
import type { Fact } from './metadata-verdict.ts';
import type { Outcome, Reader, Result } from './outcome.ts';

/** Of the pages whose text is known; each between 0 and 1, NaN where there are none. */
export interface Figures extends Score {
  /** Of the mean precision and the mean recall, as the article-extraction-benchmark counts. */
  f1: number;
  /** The mean of each page's own F1. */
  pageF1: number;
}

/** How far a page is from stock before it counts as worse or better. */
export const MARGIN = 0.05;
/** Below this where stock is above the other, a page is lost. */
const LOST = 0.5;
const FOUND = 0.8;

export const toMean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;

export const toPageF1 = ({ score }: Result): number | null => score && toF1(score);

/** Light's F1 of a page less stock's; `null` where the text is not known. */
export function toGain({ stock, light }: Outcome): number | null {
  const [before, after] = [toPageF1(stock), toPageF1(light)];
  return before === null || after === null ? null : after - before;
}

export function toFigures(outcomes: readonly Outcome[], reader: Reader): Figures {
  const scores = outcomes.flatMap((outcome) => outcome[reader].score ?? []);
  const precision = toMean(scores.map((each) => each.precision));
  const recall = toMean(scores.map((each) => each.recall));
  return { precision, recall, f1: toF1({ precision, recall }), pageF1: toMean(scores.map(toF1)) };
}

/** The shares of pages on which Light is worse, and better, than stock by more than the margin. */
export function toShares(outcomes: readonly Outcome[]): { worse: number; better: number } {
  const gains = outcomes.flatMap((outcome) => toGain(outcome) ?? []);
  return {
    worse: gains.filter((gain) => gain < -MARGIN).length / gains.length,
    better: gains.filter((gain) => gain > MARGIN).length / gains.length,
  };
}

/** Light shows something else where stock shows the text. */
export function isCatastrophe({ stock, light }: Outcome): boolean {
  const [before, after] = [toPageF1(stock), toPageF1(light)];
  return before !== null && after !== null && before > FOUND && after < LOST;
}

/** How many of the known facts are right. */
export function countRight(outcomes: readonly Outcome[], reader: Reader, fact: Fact) {
  const known = outcomes.filter((outcome) => outcome[reader].verdict[fact] !== null);
  return { right: known.filter((outcome) => outcome[reader].verdict[fact]).length, known: known.length };
}
