// Writes what was learned as the data file that Light is built with: small, and the same from the same numbers.
import { gzipSync } from 'node:zlib';
import type { Weights } from '../../src/light/extract/judgement/judge-page.ts';
import { COLUMNS } from '../../src/light/extract/judgement/judge-runs.ts';
import type { Forest } from '../../src/light/extract/judgement/model/forest.ts';
import {
  DIGITS,
  LEAF,
  MIDDLE,
  type PackedForest,
  type PackedWeights,
} from '../../src/light/extract/judgement/model/unpack-weights.ts';

/** The budget of docs/architecture.md, gzip -9. */
const MOST_BYTES = 12 * 1024 - 1;
/** So many values of a column are told apart, where there is room for them: more tell little. */
const MOST_EDGES = 14;
const LEAST_EDGES = 7;

/** The data file within its budget: values that stand close together become one, then the last trees go, which say least. */
export function packToSize(weights: Weights, mostBytes = MOST_BYTES): PackedWeights {
  const isSmall = (packed: PackedWeights) => gzipSync(toText(packed), { level: 9 }).length <= mostBytes;
  let packed = packWeights(weights);
  for (let edges = MOST_EDGES - 1; edges >= LEAST_EDGES && !isSmall(packed); edges--)
    packed = packWeights(weights, edges);
  for (let { second } = weights; second.sizes.length > 1 && !isSmall(packed); ) {
    second = dropTree(second);
    packed = packWeights({ ...weights, second }, LEAST_EDGES);
  }
  return packed;
}

function dropTree(forest: Forest): Forest {
  const left = forest.columns.length - (forest.sizes.at(-1) ?? 0);
  const { bias, sizes, columns, values } = forest;
  return {
    bias,
    sizes: sizes.slice(0, -1),
    columns: columns.slice(0, left),
    values: values.slice(0, left),
  };
}

/** The data file as it is written: each part in a line of its own. */
export function toText(packed: PackedWeights): string {
  const lines = Object.entries(packed).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

export function packWeights(
  { names, first, second, kinds, confidence }: Weights,
  mostEdges = MOST_EDGES,
): PackedWeights {
  const uses = new Map<number, number>();
  for (const column of [...first.columns, ...second.columns])
    if (column >= 0) uses.set(column, (uses.get(column) ?? 0) + 1);
  // The rarest digits take two bytes.
  const columns = [...uses]
    .sort(([a, times], [b, others]) => others - times || a - b)
    .map(([column]) => column);
  if (columns.length > DIGITS.length)
    throw new Error(`Trees ask for ${columns.length} columns, and there are ${DIGITS.length} digits.`);
  const edges = columns.map((column) => toEdges(column, [first, second], mostEdges));
  const pack = (forest: Forest) => packForest(forest, columns, edges);
  return {
    columns: columns.map((column) => COLUMNS[column] ?? ''),
    edges,
    names: [...names]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([word, weight]) => `${word}:${Math.round(weight * 10)}`)
      .join(' '),
    first: pack(first),
    second: pack(second),
    kinds,
    confidence: confidence.map((each) => Number(each.toFixed(3))),
  };
}

/** The values that trees ask a column for; where there are too many, the middle one of some that stand together. */
function toEdges(column: number, forests: Forest[], mostEdges: number): number[] {
  const values = forests.flatMap((forest) => forest.values.filter((_, at) => forest.columns[at] === column));
  const all = [...new Set(values.map(toShort))].sort((a, b) => a - b);
  const group = Math.ceil(all.length / mostEdges);
  return all.filter(
    (_, at) => at % group === Math.floor(Math.min(group, all.length - (at - (at % group))) / 2),
  );
}

const toShort = (value: number): number => Number(value.toPrecision(3));

/** The place of the value that is nearest. */
function findEdge(edges: readonly number[], value: number): number {
  let best = 0;
  edges.forEach((edge, at) => {
    if (Math.abs(edge - value) < Math.abs((edges[best] ?? 0) - value)) best = at;
  });
  return best;
}

function packForest(
  { bias, columns: asked, values }: Forest,
  columns: number[],
  edges: number[][],
): PackedForest {
  const leaves = values.filter((_, at) => (asked[at] ?? -1) < 0);
  const step = Number((Math.max(...leaves.map(Math.abs)) / MIDDLE).toPrecision(4));
  const digits = asked.map((column) => (column < 0 ? -1 : columns.indexOf(column)));
  return {
    bias: Number(bias.toFixed(4)),
    step,
    nodes: digits.map((digit) => (digit < 0 ? LEAF : DIGITS[digit])).join(''),
    values: digits
      .map(
        (digit, at) =>
          DIGITS[
            digit < 0
              ? Math.round((values[at] ?? 0) / step) + MIDDLE
              : findEdge(edges[digit] ?? [], values[at] ?? 0)
          ],
      )
      .join(''),
  };
}
