// Looks around a run of text: at its boxes, its neighbours, and the headings above and below it.
import type { Context, KnownRun, Sums } from './context.ts';
import type { Box } from './outline.ts';

/** Lengths and counts of all sizes side by side. */
export const log = (value: number) => Math.log2(1 + Math.max(0, value));
export const toShare = (part: number, all: number) => (all > 0 ? part / all : 0);

/** Finds out once for a run what several of its numbers are made of: they are asked for one after another. */
function oncePerRun<T>(read: (context: Context, run: KnownRun) => T): (context: Context, run: KnownRun) => T {
  let known: { run: KnownRun; value: T } | null = null;
  return (context, run) => {
    if (known?.run !== run) known = { run, value: read(context, run) };
    return known.value;
  };
}

/** An ancestor's sums, so many levels above the run's own box. */
export function toAncestor({ outline, sums }: Context, run: KnownRun, levels: number): Sums | undefined {
  let box = run.box;
  for (let level = 0; level < levels && box > 0; level++) box = outline.boxes[box]?.parent ?? 0;
  return sums[box];
}

/** The child of the main box that the run stands in, or the main box itself. */
export const toBranch = oncePerRun(({ outline, main, sums }, run): Sums | undefined => {
  let branch = run.box;
  for (let box = run.box; box > main; box = outline.boxes[box]?.parent ?? -1) branch = box;
  return sums[branch];
});

export function isIn({ ends }: Context, box: number, outer: number): boolean {
  return box >= outer && box < (ends[outer] ?? 0);
}

/** Of each box how many levels up the first around it is that is like that, from 1 for itself; 0 where there is none. Found once for a page. */
export function toLevels(context: Context, like: RegExp, read: (box: Box) => string): Int16Array {
  const { outline, levels } = context;
  const known = levels.get(like);
  if (known) return known;
  const found = new Int16Array(outline.boxes.length);
  outline.boxes.forEach((box, at) => {
    const above = found[box.parent] ?? 0;
    found[at] = like.test(read(box)) ? 1 : above && above + 1;
  });
  levels.set(like, found);
  return found;
}

export function toWindow(
  { runs }: Context,
  run: KnownRun,
  reach: number,
  read: (other: KnownRun) => number,
): number {
  let sum = 0;
  let weight = 0;
  for (let at = run.at - reach; at <= run.at + reach; at++) {
    const other = runs[at];
    if (!other || at === run.at) continue;
    const by = 1 + Math.min(other.traits.length, 400);
    sum += by * read(other);
    weight += by;
  }
  return toShare(sum, weight);
}

/** What stands below a heading, or below the heading above: up to the next heading. */
export const toSection = oncePerRun(({ runs }, run) => {
  let [chars, linked, kept] = [0, 0, 0];
  for (let at = run.at + 1; at < runs.length; at++) {
    const other = runs[at];
    if (!other || (other.level > 0 && other.level <= (run.level || 6))) break;
    chars += other.traits.length;
    linked += other.linkShare * other.traits.length;
    kept += other.kept * other.traits.length;
    if (chars > 5000) break;
  }
  return { chars, linkShare: toShare(linked, chars), kept: toShare(kept, chars) };
});

export const toHeadingAbove = oncePerRun(({ runs }, run): KnownRun | undefined => {
  for (let at = run.at - 1; at >= 0 && at > run.at - 60; at--) if (runs[at]?.level) return runs[at];
  return undefined;
});

const TAG_KINDS =
  'p div li td th dt dd figcaption pre blockquote button label section article summary address time caption legend'.split(
    ' ',
  );

export function toTagKind(context: Context, run: KnownRun): number {
  const tag = context.outline.boxes[run.box]?.tag ?? '';
  return run.level > 0 ? -run.level : TAG_KINDS.indexOf(tag) + 1;
}

/** How many levels above the run's own box the first is that its neighbour stands in, too. */
export function toLevelsApart({ outline, ends, runs }: Context, run: KnownRun, by: number): number {
  const other = runs[run.at + by];
  if (!other) return -1;
  let levels = 0;
  for (let box = run.box; box > 0; box = outline.boxes[box]?.parent ?? 0, levels++)
    if (other.box >= box && other.box < (ends[box] ?? 0)) break;
  return levels;
}

/** How many runs before it the last one is that is a long sentence outside of links. */
export function toSinceSentence({ runs }: Context, run: KnownRun): number {
  for (let at = run.at - 1; at >= 0 && at > run.at - 40; at--) {
    const other = runs[at];
    if (other?.traits.isSentence && other.traits.length > 100 && other.linkShare < 0.3) return run.at - at;
  }
  return 40;
}
