// Finds the longest run of words that is missing from a text, or too many in it: what to mend where a score is bad.
import { SHINGLE_WORDS, toWords } from '../shingles.ts';

/** The longest run of words of one text that the other does not have. */
export interface Run {
  words: number;
  /** Its first words. */
  start: string;
}

/** So many words tell where a run stands. */
const START_WORDS = 9;

/** The longest run of `text` of which no shingle stands in `other`. */
export function findLongestRun(text: string, other: string): Run {
  const [words, others] = [toWords(text), toWords(other)];
  const known = new Set(others.map((_, at) => toShingle(others, at)));
  const isShared = words.map(() => false);
  for (let at = 0; at < words.length; at++)
    if (known.has(toShingle(words, at))) isShared.fill(true, at, at + SHINGLE_WORDS);
  let longest = { at: 0, words: 0 };
  let start = 0;
  for (let at = 0; at <= words.length; at++) {
    if (at < words.length && !isShared[at]) continue;
    if (at - start > longest.words) longest = { at: start, words: at - start };
    start = at + 1;
  }
  return { words: longest.words, start: words.slice(longest.at, longest.at + START_WORDS).join(' ') };
}

const toShingle = (words: string[], at: number): string => words.slice(at, at + SHINGLE_WORDS).join(' ');
