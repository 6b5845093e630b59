// Learns how much each word in the names of boxes speaks for text: a logistic regression of which the strongest words are kept.
import type { Page } from './dataset.ts';

const LEAST_SITES = 12;
const MOST_WORDS = 320;
const ROUNDS = 6;
/** Enough to tell the words that are strong. */
const FIRST_ROUNDS = 3;
const RATE = 0.05;
const SHRINK = 0.0015;
const MOST_WEIGHT = 3;
/** What the names are weighed beside, so that they say what it does not: columns of the features, and what they are divided by. */
const BESIDE: [string, number][] = [
  ['kept', 1],
  ['length', 8],
  ['linkShare', 1],
];

/** The same from the same pages in the same order; weights in tenths. */
export function learnNames(pages: readonly Page[], columns: readonly string[]): Map<string, number> {
  const sites = new Map<number, Set<string>>();
  for (const { site, wordIds } of pages)
    for (const id of new Set(wordIds.flatMap((ids) => [...ids])))
      sites.set(id, (sites.get(id) ?? new Set()).add(site));
  const known = [...sites].filter(([, { size }]) => size >= LEAST_SITES).map(([id]) => id);
  const beside = BESIDE.map(([name, by]) => [columns.indexOf(name), by] as const);
  const all = fitModel(pages, new Set(known), beside, FIRST_ROUNDS);
  const toStrength = (id: number) => Math.abs(all.get(id) ?? 0) * Math.sqrt(sites.get(id)?.size ?? 0);
  const strongest = known.sort((a, b) => toStrength(b) - toStrength(a) || a - b).slice(0, MOST_WORDS);
  const weights = fitModel(pages, new Set(strongest), beside);
  const words = pages[0]?.vocabulary ?? [];
  const toTenths = (weight: number) =>
    Math.round(Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, weight)) * 10) / 10;
  return new Map(
    [...weights]
      .map(([id, weight]): [string, number] => [words[id] ?? '', toTenths(weight)])
      .filter(([, weight]) => weight !== 0),
  );
}

/** AdaGrad over all runs, some rounds, with a pull towards nothing. */
function fitModel(
  pages: readonly Page[],
  known: ReadonlySet<number>,
  beside: readonly (readonly [number, number])[],
  rounds = ROUNDS,
): Map<number, number> {
  const most = Math.max(...known) + 1;
  const weights = new Float64Array(most);
  const slopes = new Float64Array(most).fill(1e-3);
  const others = new Float64Array(beside.length + 1);
  const otherSlopes = new Float64Array(beside.length + 1).fill(1e-3);
  const rows = pages.flatMap((page) =>
    page.wordIds.flatMap((ids, at) =>
      page.weights[at] ? [{ page, at, ids: ids.filter((id) => known.has(id)) }] : [],
    ),
  );
  const values = new Float64Array(others.length);
  for (let round = 0; round < rounds; round++) {
    for (const { page, at, ids } of rows) {
      beside.forEach(([column, by], place) => {
        values[place] = (page.rows[at * page.width + column] ?? 0) / by;
      });
      values[beside.length] = 1;
      let odds = 0;
      for (let place = 0; place < values.length; place++)
        odds += (values[place] as number) * (others[place] as number);
      for (const id of ids) odds += weights[id] as number;
      const weight = Math.min((page.weights[at] ?? 0) * 20, 3);
      const slope = weight * (1 / (1 + Math.exp(-odds)) - (page.labels[at] ?? 0));
      for (let place = 0; place < values.length; place++) {
        const own = slope * (values[place] as number);
        otherSlopes[place] = (otherSlopes[place] as number) + own * own;
        others[place] =
          (others[place] as number) - (RATE * 2 * own) / Math.sqrt(otherSlopes[place] as number);
      }
      for (const id of ids) {
        const own = slope + SHRINK * weight * Math.sign(weights[id] as number);
        slopes[id] = (slopes[id] as number) + own * own;
        weights[id] = (weights[id] as number) - (RATE * own) / Math.sqrt(slopes[id] as number);
      }
    }
  }
  return new Map([...known].map((id) => [id, weights[id] as number]));
}
