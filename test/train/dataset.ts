// Turns what was read of the corpus into rows to learn from: each run of each page with its numbers, its label and its weight.
import { type Choice, chooseByRules, type Options } from '../../src/light/extract/choose-text.ts';
import { toRunWords } from '../../src/light/extract/judgement/features/box-names.ts';
import { type Context, createContext } from '../../src/light/extract/judgement/features/context.ts';
import { FEATURES } from '../../src/light/extract/judgement/features/features.ts';
import type { Outline } from '../../src/light/extract/judgement/features/outline.ts';
import type { PageFacts } from '../../src/light/extract/page-facts.ts';
import { type Score, score, toWords } from '../bench/shingles.ts';
import type { KnownPage, Segments } from '../bench/words/corpus.ts';
import { scoreSegments } from '../bench/words/segments.ts';
import { alignRuns } from './align-gold.ts';
import { createRandom } from './boost.ts';

/** What is kept of a page of the corpus: all that the judgement reads of it, and what it is measured by. */
export interface Sample {
  page: KnownPage;
  outline: Outline;
  /** See `Candidate`. */
  kept: number[];
  offered: number[];
  /** Places of the runs that are links to other sites. */
  elsewhere: number[];
  signed: boolean;
  facts: PageFacts;
  gold: string | null;
  segments: Segments | null;
  /** Stock Readability's. */
  stock: Score | null;
  stockText: string;
}

/** A page to learn from. */
export interface Page extends Sample {
  site: string;
  context: Context;
  ruled: Choice;
  /** The features of all runs, row after row, `width` to a row. */
  rows: Float32Array;
  width: number;
  /** Of each run the words of its boxes, as their places in the vocabulary. */
  wordIds: Int32Array[];
  vocabulary: string[];
  /** Of each run whether it is part of the text, and how much it counts: 0 where nobody knows. */
  labels: Float32Array;
  weights: Float32Array;
}

/** Lighter rows are thinned out to so many that each has this weight. */
const LEAST_WEIGHT = 0.02;
/** A page counts as much as so many words that are all the text; one with many other words no more than this many times. */
const BESIDE_WORDS = 100;
const MOST_TIMES = 4;
/** No run counts for more, in words. */
const MOST_WORDS = 300;
/** What a run counts of which only a piece is known. */
const SEGMENT_WEIGHT = 0.1;
const SEGMENT_CHARS = 8;

export function createDataset(samples: readonly Sample[]): Page[] {
  const ids = new Map<string, number>();
  const vocabulary: string[] = [];
  const random = createRandom(1);
  const toId = (word: string) => {
    const id = ids.get(word) ?? vocabulary.push(word) - 1;
    ids.set(word, id);
    return id;
  };
  const features = Object.values(FEATURES);
  return samples.map((sample) => {
    const { outline, kept, facts, page } = sample;
    const ruled = chooseByRules(toOptions(sample));
    const context = createContext(outline, { kept, ruled: ruled.keep }, facts);
    const rows = new Float32Array(context.runs.length * features.length);
    let place = 0;
    for (const run of context.runs) for (const feature of features) rows[place++] = feature(context, run);
    const { labels, weights } = toLabels(sample);
    thin(weights, random);
    const wordIds = toRunWords(outline).map((words) => Int32Array.from([...words], toId));
    return {
      ...sample,
      ...{
        site: page.site,
        context,
        ruled,
        rows,
        width: features.length,
        wordIds,
        vocabulary,
        labels,
        weights,
      },
    };
  });
}

/** What the text of the page is chosen from. */
function toOptions({ outline, kept, offered, elsewhere, facts, signed }: Sample): Options {
  const places = new Set(elsewhere);
  const candidate = {
    ...{ title: facts.title, pictures: new Set<Node>() },
    kept: Float64Array.from(kept),
    offered: Uint8Array.from(offered),
    chars: outline.runs.reduce((sum, { text }, at) => sum + text.length * (kept[at] ?? 0), 0),
  };
  return { outline, candidate, facts, signed, isElsewhere: (at) => places.has(at) };
}

/** The Readability test pages tell what Readability does, not what is right: nothing is learned from them. */
function toLabels({ outline: { runs }, gold, segments, page }: Sample): Pick<Page, 'labels' | 'weights'> {
  const labels = new Float32Array(runs.length);
  const weights = new Float32Array(runs.length);
  const texts = runs.map(({ text }) => text);
  if (page.set === 'mz') return { labels, weights };
  if (gold !== null) {
    labels.set(alignRuns(texts, gold).map((share) => (share >= 0.5 ? 1 : 0)));
    const words = toWords(gold).length;
    texts.forEach((text, at) => {
      weights[at] = (Math.min(toWords(text).length, MOST_WORDS) + 2) / (words + BESIDE_WORDS);
    });
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    if (all > MOST_TIMES)
      for (let at = 0; at < weights.length; at++) weights[at] = ((weights[at] ?? 0) * MOST_TIMES) / all;
  } else if (segments) {
    const toKey = (text: string) => toWords(text).join(' ');
    const [shown, hidden] = [segments.with, segments.without].map((pieces) =>
      pieces.map(toKey).filter(({ length }) => length > SEGMENT_CHARS),
    );
    texts.map(toKey).forEach((text, at) => {
      const isShown = shown?.some((piece) => text.includes(piece));
      if (!isShown && !hidden?.some((piece) => text.includes(piece))) return;
      labels[at] = isShown ? 1 : 0;
      weights[at] = SEGMENT_WEIGHT;
    });
  }
  return { labels, weights };
}

function thin(weights: Float32Array, random: () => number): void {
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] ?? 0;
    if (weight > 0 && weight < LEAST_WEIGHT)
      weights[at] = random() < weight / LEAST_WEIGHT ? LEAST_WEIGHT : 0;
  }
}

/** How good a choice of runs is, as `npm run bench -- words` scores texts; `null` where nobody has said what is right. */
export function scoreRuns(
  { outline: { runs }, gold, segments }: Sample,
  isChosen: (at: number) => boolean,
): Score | null {
  const text = runs
    .filter((_, at) => isChosen(at))
    .map((run) => run.text)
    .join('\n');
  if (gold !== null) return score(text, gold);
  return segments && scoreSegments(text, segments);
}
