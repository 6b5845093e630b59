// Describes each run by what the first pass made of the page around it: text stands beside text.
import type { Context, KnownRun } from './features/context.ts';
import { log, toShare } from './features/surroundings.ts';
import { findSegment, type Segment, toGap, toOutside } from './text-segment.ts';

/** A run counts for no more than so many characters among its neighbours. */
const MOST_CHARS = 500;
/** A run this likely to be text, and this long, may be where the text begins or ends. */
const SURE = 0.6;
const SURE_CHARS = 50;

export const SECOND_FEATURES = [
  ...(['score', 'before1', 'after1', 'before2', 'after2', 'window3', 'window10', 'close5', 'soFar'] as const),
  ...([
    'fromTextStart',
    'fromTextEnd',
    'pageText',
    'parentText',
    'up2Text',
    'familyText',
    'belowText',
    'headingText',
    'up4Text',
    'peak',
    'ofPeak',
    'likelier',
    'fromSegment',
    'gapToSegment',
    'segmentShare',
  ] as const),
];

/** What is summed up of the first pass. */
interface Pass {
  context: Context;
  chances: ArrayLike<number>;
  weights: number[];
  /** Of each box, and of each family, the chances and the weights of all in it. */
  boxes: Float64Array;
  boxWeights: Float64Array;
  families: Float64Array;
  familyWeights: Float64Array;
  before: Float64Array;
  /** Of each run, and of the end, what is no text before it. */
  beside: Float64Array;
  /** How likely text is where it is likeliest: the mean chance of what is chosen, by its chance. */
  peak: number;
  /** Of each run how much of the text is likelier. */
  likelier: Float64Array;
  segment: Segment;
  all: number;
  first: number;
  last: number;
}

/** The features of the second pass, one row after another. */
export function toSecondRows(context: Context, chances: ArrayLike<number>): number[][] {
  const pass = sumPass(context, chances);
  return context.runs.map((run) => toSecondRow(pass, run));
}

function sumPass(context: Context, chances: ArrayLike<number>): Pass {
  const { runs, outline, families } = context;
  const weights = runs.map(({ traits }) => 5 + Math.min(traits.length, MOST_CHARS));
  const pass: Pass = {
    ...{ context, chances, weights, all: 0, first: runs.length, last: -1 },
    boxes: new Float64Array(outline.boxes.length),
    boxWeights: new Float64Array(outline.boxes.length),
    families: new Float64Array(families.length),
    familyWeights: new Float64Array(families.length),
    before: new Float64Array(runs.length + 1),
    beside: new Float64Array(runs.length + 1),
    ...{ peak: 0, likelier: new Float64Array(runs.length), segment: { first: 0, end: 0, sum: 0 } },
  };
  for (const { at, box, familyAt, traits } of runs) {
    const weight = weights[at] ?? 0;
    const chance = chances[at] ?? 0;
    add(pass.boxes, box, weight * chance);
    add(pass.boxWeights, box, weight);
    add(pass.families, familyAt, weight * chance);
    add(pass.familyWeights, familyAt, weight);
    pass.all += weight * chance;
    pass.before[at + 1] = pass.all;
    pass.beside[at + 1] = (pass.beside[at] ?? 0) + weight * (1 - chance);
    pass.peak += weight * chance * chance;
    if (chance < SURE || traits.length < SURE_CHARS) continue;
    pass.first = Math.min(pass.first, at);
    pass.last = at;
  }
  for (let at = outline.boxes.length - 1; at > 0; at--) {
    const parent = outline.boxes[at]?.parent ?? 0;
    add(pass.boxes, parent, pass.boxes[at] ?? 0);
    add(pass.boxWeights, parent, pass.boxWeights[at] ?? 0);
  }
  pass.peak = toShare(pass.peak, pass.all);
  pass.segment = findSegment(chances, weights);
  pass.likelier = rankChances(pass);
  return pass;
}

/** Of each run how much of all text is likelier than it, 0 to 1. */
function rankChances({ chances, weights, all }: Pick<Pass, 'chances' | 'weights' | 'all'>): Float64Array {
  const ranks = new Float64Array(weights.length);
  const order = weights.map((_, at) => at).sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0));
  let sum = 0;
  for (const at of order) {
    ranks[at] = toShare(sum, all);
    sum += (weights[at] ?? 0) * (chances[at] ?? 0);
  }
  return ranks;
}

function add(sums: Float64Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by;
}

function toSecondRow(pass: Pass, run: KnownRun): number[] {
  const { chances, before, all, first, last, boxes, boxWeights, context } = pass;
  const { at } = run;
  const own = (pass.weights[at] ?? 0) * (chances[at] ?? 0);
  const toOther = (box: number) =>
    toShare((boxes[box] ?? 0) - own, (boxWeights[box] ?? 0) - (pass.weights[at] ?? 0));
  return [
    ...[
      chances[at] ?? 0,
      chances[at - 1] ?? 0,
      chances[at + 1] ?? 0,
      chances[at - 2] ?? 0,
      chances[at + 2] ?? 0,
    ],
    ...[toMean(pass, at, 3), toMean(pass, at, 10), toClose(pass, at, 5), toShare(before[at] ?? 0, all)],
    ...[toDistance(at - first), toDistance(at - last), toShare(all, boxWeights[0] ?? 0)],
    ...[toOther(toUp(context, run.box, 1)), toOther(toUp(context, run.box, 2))],
    toShare(
      (pass.families[run.familyAt] ?? 0) - own,
      (pass.familyWeights[run.familyAt] ?? 0) - (pass.weights[at] ?? 0),
    ),
    ...[toBelow(pass, run), toHeading(pass, run)],
    toOther(toUp(context, run.box, 4)),
    ...[pass.peak, toShare(chances[at] ?? 0, pass.peak), pass.likelier[at] ?? 0],
    ...[toDistance(toOutside(pass.segment, at)), toGap(pass.segment, pass.beside, at)],
    toShare((before[pass.segment.end] ?? 0) - (before[pass.segment.first] ?? 0), all),
  ];
}

/** The box so many levels above a box, or the outermost one. */
function toUp({ outline }: Context, box: number, levels: number): number {
  let up = box;
  for (let level = 0; level < levels; level++) up = Math.max(0, outline.boxes[up]?.parent ?? 0);
  return up;
}

const toDistance = (by: number) => Math.sign(by) * log(Math.abs(by));

/** The mean of the neighbours so far away, long ones counting more. */
function toMean({ chances, weights }: Pass, at: number, reach: number): number {
  let [sum, all] = [0, 0];
  for (let other = Math.max(0, at - reach); other <= at + reach && other < weights.length; other++) {
    if (other === at) continue;
    sum += (chances[other] ?? 0) * (weights[other] ?? 0);
    all += weights[other] ?? 0;
  }
  return toShare(sum, all);
}

/** The mean of the neighbours so far away, near ones counting more. */
function toClose({ chances, weights }: Pass, at: number, reach: number): number {
  let [sum, all] = [0, 0];
  for (let other = Math.max(0, at - reach); other <= at + reach && other < weights.length; other++) {
    if (other === at) continue;
    sum += (chances[other] ?? 0) / Math.abs(other - at);
    all += 1 / Math.abs(other - at);
  }
  return toShare(sum, all);
}

/** What stands below it up to the next heading: a heading is text where that is. */
function toBelow({ context: { runs }, chances, weights }: Pass, { at, level }: KnownRun): number {
  let [sum, all] = [0, 0];
  for (let other = at + 1; other < runs.length && other < at + 20; other++) {
    const below = runs[other];
    if (below && below.level > 0 && below.level <= (level || 6)) break;
    sum += (chances[other] ?? 0) * (weights[other] ?? 0);
    all += weights[other] ?? 0;
  }
  return toShare(sum, all);
}

/** The heading it stands below. */
function toHeading({ context: { runs }, chances }: Pass, { at }: KnownRun): number {
  for (let other = at - 1; other >= 0 && other > at - 60; other--)
    if (runs[other]?.level) return chances[other] ?? 0;
  return -1;
}
