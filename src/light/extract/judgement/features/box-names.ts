// Weighs the names that a page gives to the boxes around a text: most say what they are for.
import type { Box, Outline } from './outline.ts';

/** Of each word in the names of boxes how much it speaks for text; `0` before a word: of the box the text stands in itself. */
export type NameWeights = ReadonlyMap<string, number>;

/** So many boxes around a run are asked for their names. */
const DEPTH = 7;
/** Longer words are made by machines. */
const WORD_CHARS = 20;

/** The words in the names of a box, its tag as `#tag`, its marks as `@mark`. */
export function toBoxWords({ tag, names, marks }: Box): string[] {
  const words = names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(({ length }) => length > 1 && length <= WORD_CHARS);
  return [...new Set([...words, `#${tag}`, ...(marks ? marks.split(' ').map((mark) => `@${mark}`) : [])])];
}

/** The words of each box, read once for boxes that are called the same. */
export function readBoxWords(boxes: readonly Box[]): (readonly string[])[] {
  const known = new Map<string, string[]>();
  return boxes.map((box) => {
    const key = `${box.tag} ${box.marks} ${box.names}`;
    const words = known.get(key) ?? toBoxWords(box);
    known.set(key, words);
    return words;
  });
}

/** Of each run the words of the boxes around it, each once. */
export function toRunWords({ boxes, runs }: Outline, words = readBoxWords(boxes)): Set<string>[] {
  return runs.map(({ box }) => {
    const all = new Set<string>();
    for (const word of words[box] ?? []) all.add(`0${word}`);
    for (let at = box, depth = 0; at >= 0 && depth < DEPTH; at = boxes[at]?.parent ?? -1, depth++)
      for (const word of words[at] ?? []) all.add(word);
    return all;
  });
}

export const NAME_FEATURES = ['namesSum', 'namesLeast', 'namesMost', 'namesOwn'] as const;

/** The names around a run as numbers. */
export function toNameRow(words: ReadonlySet<string>, weights: NameWeights): number[] {
  let [sum, least, most, own] = [0, 0, 0, 0];
  for (const word of words) {
    const weight = weights.get(word) ?? 0;
    sum += weight;
    least = Math.min(least, weight);
    most = Math.max(most, weight);
    if (word.startsWith('0')) own += weight;
  }
  return [sum, least, most, own];
}
