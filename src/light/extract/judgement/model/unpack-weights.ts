// Reads the data file that training writes: `npm run train`.
import type { Confidence } from '../confidence.ts';
import type { KindWeights } from '../judge-kind.ts';
import type { Weights } from '../judge-page.ts';
import { COLUMNS } from '../judge-runs.ts';
import type { Forest } from './forest.ts';

/** The data file. */
export interface PackedWeights {
  /** The columns that trees ask for, by their names: each stands for a digit. */
  columns: readonly string[];
  /** Of each of them the values that are asked for. */
  edges: readonly (readonly number[])[];
  /** Words in the names of boxes, with how much each speaks for text in tenths: `footer:-21 article:12`. */
  names: string;
  first: PackedForest;
  second: PackedForest;
  kinds: KindWeights;
  confidence: Confidence;
}

/** Trees as they are written, each number as a digit. */
export interface PackedForest {
  bias: number;
  /** What one of the steps that leaves are counted in adds to the log odds. */
  step: number;
  /** Of each node its column, `LEAF` of a leaf: each tree from its root, left before right. */
  nodes: string;
  /** Of each node the place of its value among the edges; of a leaf its steps, from `MIDDLE`. */
  values: string;
}

/** The digits from 0 on: what JSON writes as it is, letters with accents for what is rare. */
export const DIGITS =
  '!#$%&()*+,./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~' +
  String.fromCharCode(...Array.from({ length: 64 }, (_, at) => 0xc0 + at));
export const LEAF = '-';
/** The digit of a leaf that adds nothing. */
export const MIDDLE = 44;

export function unpackWeights(packed: PackedWeights): Weights {
  const columns = packed.columns.map((name) => COLUMNS.indexOf(name));
  const toForest = (forest: PackedForest) => unpackForest(forest, columns, packed.edges);
  const names = packed.names.split(' ').map((each) => {
    const end = each.lastIndexOf(':');
    return [each.slice(0, end), Number(each.slice(end + 1)) / 10] as const;
  });
  const { kinds, confidence } = packed;
  return {
    names: new Map(names),
    first: toForest(packed.first),
    second: toForest(packed.second),
    kinds,
    confidence,
  };
}

function unpackForest(
  { bias, step, nodes, values }: PackedForest,
  columns: readonly number[],
  edges: PackedWeights['edges'],
): Forest {
  const asked = Array.from(nodes, (node) => (node === LEAF ? -1 : DIGITS.indexOf(node)));
  const digits = Array.from(values, (value) => DIGITS.indexOf(value));
  return {
    bias,
    sizes: toSizes(asked),
    columns: asked.map((digit) => (digit < 0 ? -1 : (columns[digit] ?? 0))),
    values: asked.map((digit, at) => {
      const value = digits[at] ?? 0;
      return digit < 0 ? (value - MIDDLE) * step : (edges[digit]?.[value] ?? 0);
    }),
  };
}

/** A tree is whole when it has one leaf more than it has nodes that ask. */
function toSizes(asked: readonly number[]): number[] {
  const sizes: number[] = [];
  let [open, size] = [1, 0];
  for (const digit of asked) {
    size += 1;
    open += digit < 0 ? -1 : 1;
    if (open > 0) continue;
    sizes.push(size);
    [open, size] = [1, 0];
  }
  return sizes;
}
