// The weights that Light is built with are what the training format says, and what is packed comes out again.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { toConfidenceRow } from '../../src/light/extract/judgement/confidence.ts';
import { createContext } from '../../src/light/extract/judgement/features/context.ts';
import { toKindRow } from '../../src/light/extract/judgement/judge-kind.ts';
import type { Weights } from '../../src/light/extract/judgement/judge-page.ts';
import { COLUMNS, FIRST_COLUMNS } from '../../src/light/extract/judgement/judge-runs.ts';
import {
  DIGITS,
  LEAF,
  type PackedForest,
  unpackWeights,
} from '../../src/light/extract/judgement/model/unpack-weights.ts';
import packed from '../../src/light/extract/judgement/model/weights.json';
import { readWeights } from '../../src/light/extract/judgement/model/weights.ts';
import { PAGE_KINDS } from '../../src/light/extract/page-kind.ts';
import { packWeights } from '../train/pack-weights.ts';

/** As it is written, gzip -9, in bytes: part of what a reader downloads. */
const MOST_BYTES = 12 * 1024;
const FILE = join(__dirname, '../../src/light/extract/judgement/model/weights.json');

test('are small', () => {
  expect(existsSync(FILE)).toBe(true);
  expect(gzipSync(readFileSync(FILE), { level: 9 }).length).toBeLessThan(MOST_BYTES);
});

test('ask for columns that there are, the first pass for none of the second', () => {
  expect(packed.columns.filter((name) => !COLUMNS.includes(name))).toEqual([]);
  expect(new Set(packed.columns).size).toBe(packed.columns.length);
  expect(Math.max(...readWeights().first.columns)).toBeLessThan(FIRST_COLUMNS);
  expect(packed.edges).toHaveLength(packed.columns.length);
  for (const edges of packed.edges) expect(edges).toEqual([...edges].sort((a, b) => a - b));
});

test.each<[string, PackedForest]>([
  ['first', packed.first],
  ['second', packed.second],
])('have whole trees of known digits in the %s pass', (_, { nodes, values }) => {
  expect(values).toHaveLength(nodes.length);
  expect([...nodes, ...values].filter((digit) => digit !== LEAF && !DIGITS.includes(digit))).toEqual([]);
  const asking = [...nodes].filter((digit) => digit !== LEAF).length;
  const trees = nodes.length - 2 * asking;
  expect(trees).toBeGreaterThan(9);
  [...nodes].forEach((node, at) => {
    if (node === LEAF) return;
    expect(packed.edges[DIGITS.indexOf(node)]?.[DIGITS.indexOf(values[at] ?? '')]).toBeDefined();
  });
});

test('know every kind, and every number of a page', () => {
  const context = createContext(
    { boxes: [], runs: [] },
    { kept: [], ruled: [] },
    {
      address: 'https://ledger.example/',
      title: '',
      descriptions: [],
      types: '',
      articleBody: '',
    },
  );
  expect(packed.kinds.bias).toHaveLength(PAGE_KINDS.length);
  expect(packed.kinds.numbers).toHaveLength(toKindRow(context).length);
  for (const each of Object.values(packed.kinds.words)) expect(each).toHaveLength(PAGE_KINDS.length);
  const row = toConfidenceRow({
    context,
    chances: [],
    kinds: PAGE_KINDS.map(() => 0),
    chosen: [],
    expected: 0,
  });
  expect(packed.confidence).toHaveLength(row.length);
});

test('come out as they were packed, up to the steps of leaves', () => {
  const [one, other] = [COLUMNS.indexOf('length'), COLUMNS.indexOf('linkShare')];
  const weights: Weights = {
    names: new Map([
      ['#footer', -2.1],
      ['0lead', 1.2],
    ]),
    first: {
      bias: -0.5,
      sizes: [5, 1],
      columns: [one, -1, other, -1, -1, -1],
      values: [4.5, -0.44, 0.25, 0.22, 0.11, 0.01],
    },
    second: { bias: 0.25, sizes: [3], columns: [one, -1, -1], values: [7, -0.88, 0.44] },
    kinds: { bias: [1], words: { thread: [2] }, numbers: [[3]] },
    confidence: [0.5, 1],
  };
  const back = unpackWeights(packWeights(weights));
  expect(back.names).toEqual(weights.names);
  expect(back.first.columns).toEqual(weights.first.columns);
  expect(back.first.sizes).toEqual([5, 1]);
  for (const [at, value] of back.first.values.entries())
    expect(value).toBeCloseTo(weights.first.values[at] ?? 0, 2);
  expect(back.second).toMatchObject({ bias: 0.25, sizes: [3], columns: [one, -1, -1] });
  expect([back.kinds, back.confidence]).toEqual([weights.kinds, weights.confidence]);
});
