// Trains what tells the kind of a page: a softmax over the words and numbers of the page, with few words left.
import type { KindWeights } from '../../src/light/extract/judgement/judge-kind.ts';
import { PAGE_KINDS } from '../../src/light/extract/page-kind.ts';

/** A page as this model reads it. */
export interface KindSample {
  site: string;
  kind: number;
  weight: number;
  words: ReadonlySet<string>;
  row: readonly number[];
}

const LEAST_SITES = 10;
const MOST_WORDS = 80;
const ROUNDS = 40;
/** Enough to tell the words that are strong. */
const FIRST_ROUNDS = 10;
const WORD_RATE = 0.05;
const NUMBER_RATE = 0.2;
const SHRINK = 0.004;

/** The same from the same samples in the same order. */
export function trainKinds(samples: KindSample[]): KindWeights {
  const sites = new Map<string, Set<string>>();
  for (const { words, site } of samples)
    for (const word of words) sites.set(word, (sites.get(word) ?? new Set()).add(site));
  const known = [...sites].filter(([, { size }]) => size >= LEAST_SITES).map(([word]) => word);
  const all = fitModel(samples, known.sort(), FIRST_ROUNDS);
  const toStrength = (word: string) =>
    Math.max(...(all.words[word] ?? [0]).map(Math.abs)) * Math.sqrt(sites.get(word)?.size ?? 0);
  const strongest = known.sort((a, b) => toStrength(b) - toStrength(a)).slice(0, MOST_WORDS);
  return fitModel(samples, strongest.sort());
}

function fitModel(samples: KindSample[], vocabulary: string[], rounds = ROUNDS): KindWeights {
  const count = PAGE_KINDS.length;
  const places = new Map(vocabulary.map((word, at) => [word, at]));
  const width = samples[0]?.row.length ?? 0;
  const words = new Float64Array(vocabulary.length * count);
  const numbers = new Float64Array((width + 1) * count);
  const wordSlopes = new Float64Array(words.length).fill(1e-3);
  const numberSlopes = new Float64Array(numbers.length).fill(1e-3);
  const inputs = samples.map((sample) => ({
    ...sample,
    places: [...sample.words].flatMap((word) => places.get(word) ?? []),
    row: [...sample.row, 1],
  }));
  for (let round = 0; round < rounds; round++) {
    for (const { kind, weight, places: here, row } of inputs) {
      const odds = new Float64Array(count);
      for (const at of here)
        for (let k = 0; k < count; k++) odds[k] = (odds[k] as number) + (words[at * count + k] as number);
      row.forEach((value, at) => {
        for (let k = 0; k < count; k++)
          odds[k] = (odds[k] as number) + value * (numbers[at * count + k] as number);
      });
      const most = Math.max(...odds);
      const shares = odds.map((each) => Math.exp(each - most));
      const sum = shares.reduce((total, each) => total + each, 0);
      for (let k = 0; k < count; k++) {
        const slope = weight * ((shares[k] as number) / sum - (k === kind ? 1 : 0));
        for (const at of here) step(words, wordSlopes, at * count + k, slope, WORD_RATE, weight * SHRINK);
        for (const [at, value] of row.entries())
          step(numbers, numberSlopes, at * count + k, slope * value, NUMBER_RATE, 0);
      }
    }
  }
  const toRow = (from: Float64Array, at: number) =>
    Array.from(from.slice(at * count, (at + 1) * count), round2);
  return {
    bias: toRow(numbers, width),
    words: Object.fromEntries(vocabulary.map((word, at) => [word, toRow(words, at)])),
    numbers: Array.from({ length: width }, (_, at) => toRow(numbers, at)),
  };
}

const round2 = (value: number) => Math.round(value * 20) / 20;

/** AdaGrad, with a pull towards nothing. */
function step(
  weights: Float64Array,
  slopes: Float64Array,
  at: number,
  slope: number,
  rate: number,
  shrink: number,
): void {
  const pulled = slope + shrink * Math.sign(weights[at] as number);
  slopes[at] = (slopes[at] as number) + pulled * pulled;
  weights[at] = (weights[at] as number) - (rate * pulled) / Math.sqrt(slopes[at] as number);
}
