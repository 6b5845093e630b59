// What training is made of: gold aligned with runs, trees that learn a rule, the same from the same rows.
import { gzipSync } from 'node:zlib';
import { unpackWeights } from '../../src/light/extract/judgement/model/unpack-weights.ts';
import { readWeights } from '../../src/light/extract/judgement/model/weights.ts';
import { alignRuns } from '../train/align-gold.ts';
import { type Binned, createRandom, growForest, scoreBinned, toBins, toEdges } from '../train/boost.ts';
import { fitConfidence } from '../train/confidence-model.ts';
import { trainKinds } from '../train/kind-model.ts';
import { packToSize, toText } from '../train/pack-weights.ts';

describe('runs are aligned with the gold', () => {
  const GOLD =
    'Rain in the valley. The river took the old bridge on Monday night. Nobody was hurt. Source: the gauge.';

  test.each<[string, string[], number[]]>([
    [
      'long runs by their words',
      ['The river took the old bridge on Monday night.', 'All rights reserved by the publisher'],
      [1, 0],
    ],
    [
      'short ones where they stand beside long ones',
      ['The river took the old bridge on Monday night.', 'Nobody was hurt', 'Home'],
      [1, 1, 0],
    ],
    [
      'what stands twice, where its neighbours are',
      [
        'Home',
        'Rain in the valley',
        'News',
        'Rain in the valley',
        'The river took the old bridge on Monday night.',
      ],
      [0, 0, 0, 1, 1],
    ],
    ['half of a run by its share', ['The river took the old bridge or so they all said'], [3 / 8]],
  ])('%s', (_, texts, shares) => {
    expect([...alignRuns(texts, GOLD)].map((each) => Number(each.toFixed(3)))).toEqual(shares);
  });
});

describe('trees', () => {
  const random = createRandom(3);
  const rows = Array.from({ length: 2000 }, () => [random(), random(), random()] as const);
  const labels = Float32Array.from(rows, ([a, b]) => Number(a > 0.6 !== b > 0.3));
  const columns = [0, 1, 2].map((at) => Float32Array.from(rows, (row) => row[at] ?? 0));
  const edges = columns.map(toEdges);
  const binned: Binned = {
    count: rows.length,
    edges,
    columns: columns.map((column, at) => toBins(column, edges[at] ?? [])),
  };
  const options = {
    trees: 30,
    leaves: 6,
    rate: 0.3,
    lambda: 1,
    leastWeight: 1,
    columnShare: 1,
    rowShare: 0.9,
    seed: 5,
  };
  const grow = () => growForest(binned, labels, new Float32Array(rows.length).fill(1), options);

  test('learn what one column alone does not tell', () => {
    const scores = scoreBinned(binned, grow());
    const right = [...scores].filter((score, at) => score > 0 === (labels[at] === 1)).length;
    expect(right / rows.length).toBeGreaterThan(0.97);
  });

  test('are the same from the same rows', () => {
    expect(grow()).toEqual(grow());
  });
});

test('kinds are told apart by words that several sites use', () => {
  const samples = Array.from({ length: 60 }, (_, at) => ({
    site: `site${at % 30}`,
    kind: at % 2,
    weight: 1,
    words: new Set([at % 2 ? 'thread' : 'story', `own${at}`]),
    row: [1],
  }));
  const { words } = trainKinds(samples);
  expect(Object.keys(words).sort()).toEqual(['story', 'thread']);
  expect((words.thread?.[1] ?? 0) - (words.thread?.[0] ?? 0)).toBeGreaterThan(1);
});

test('confidence follows how good texts were', () => {
  const samples = Array.from({ length: 100 }, (_, at) => ({ row: [1, at / 100], f1: at < 50 ? 0.4 : 0.95 }));
  const [base = 0, slope = 0] = fitConfidence(samples);
  const toEstimate = (value: number) => 1 / (1 + Math.exp(-(base + slope * value)));
  expect(toEstimate(0.1)).toBeLessThan(0.6);
  expect(toEstimate(0.9)).toBeGreaterThan(0.85);
});

test('weights are packed into the budget they are given', () => {
  const most = 4500;
  const weights = readWeights();
  const small = packToSize(
    { ...weights, names: new Map(), kinds: { bias: [], words: {}, numbers: [] } },
    most,
  );
  expect(gzipSync(toText(small), { level: 9 }).length).toBeLessThanOrEqual(most);
  expect(unpackWeights(small).first.sizes).toEqual(weights.first.sizes);
  expect(unpackWeights(small).second.sizes.length).toBeGreaterThan(0);
});
