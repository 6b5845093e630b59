// Drops pull quotes, and boxes that repeat a sentence of the text.
import { toLength } from '../../text/blocks.ts';
import { toKey } from '../../text/text-similarity.ts';
import type { Run } from '../judgement/features/outline.ts';
import { type Draft, isIn, toBoxes, toTag } from './draft.ts';

/** A shorter repetition may be chance, in characters. */
const REPEATED_CHARS = 40;
const REPEATED_MOST_CHARS = 500;
const QUOTES = new Set(['blockquote', 'aside', 'figure']);

/** A pull quote, or a box that repeats a sentence of the text. */
export function dropRepeats({ outline, keep }: Draft): void {
  const isQuote = (run: Run) => isIn(outline, run.box, QUOTES) || isBoxed({ outline, keep }, run);
  const shown = outline.runs.flatMap((_, at) => (keep[at] ? [at] : []));
  const isTelling = ({ length }: string) => length >= REPEATED_CHARS && length <= REPEATED_MOST_CHARS;
  const quotes = shown.filter((at) => {
    const run = outline.runs[at];
    return run && isTelling(run.text) && isQuote(run);
  });
  if (quotes.length === 0) return;
  const others = shown.flatMap((at) => outline.runs[at] ?? []).filter((run) => !isQuote(run));
  const all = others.map(toRunKey).join('\n');
  for (const at of quotes) {
    const key = toKey(outline.runs[at]?.text ?? '');
    if (toLength(key) >= REPEATED_CHARS / 2 && all.includes(key)) keep[at] = false;
  }
}

const keys = new WeakMap<Run, string>();

/** What a run is compared by, made once: each paragraph may be held against each other one. */
function toRunKey(run: Run): string {
  const key = keys.get(run) ?? toKey(run.text);
  keys.set(run, key);
  return key;
}

/** A paragraph alone in a box of its own, which repeats a part of one that stands in another kind of box, or in any other where it has no name. */
function isBoxed({ outline, keep }: Pick<Draft, 'outline' | 'keep'>, run: Run): boolean {
  const parent = outline.boxes[run.box]?.parent ?? -1;
  const names = outline.boxes[parent]?.names;
  if (names === undefined || toTag(outline, run) !== 'p' || run.text.length < REPEATED_CHARS) return false;
  if (outline.runs.some((each) => each !== run && toBoxes(outline, each.box).includes(parent))) return false;
  const key = toKey(run.text);
  return outline.runs.some((other, at) => {
    if (!keep[at] || other === run || other.text.length <= run.text.length) return false;
    const holder = outline.boxes[other.box]?.parent ?? -1;
    const isApart = names ? outline.boxes[holder]?.names !== names : holder !== parent;
    return isApart && toRunKey(other).includes(key);
  });
}
