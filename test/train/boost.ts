// Gradient boosted trees with a logistic loss, on binned features: small, and the same from the same rows on any machine.

/** A tree as it is read from its root: a node with `feature` -1 is a leaf. */
export interface Node {
  feature: number;
  /** Rows with a value of at most this go left. */
  threshold: number;
  left: number;
  right: number;
  value: number;
}

export interface Forest {
  bias: number;
  trees: Node[][];
}

/** Rows as bins: `values` column after column. */
export interface Binned {
  count: number;
  columns: Uint8Array[];
  /** The upper edge of each bin, of each column. */
  edges: number[][];
}

export interface Options {
  trees: number;
  leaves: number;
  rate: number;
  lambda: number;
  leastWeight: number;
  /** Share of the columns that each tree may look at. */
  columnShare: number;
  /** Share of the rows that each tree is grown from. */
  rowShare: number;
  seed: number;
}

/** No more than the data file tells apart: what it would round was learned in vain. */
const MOST_BINS = 10;

/** Numbers from 0 to 1 that look like chance and are the same each time: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Where the bins of a column end: at its quantiles, or at each value where there are few. */
export function toEdges(column: Float32Array): number[] {
  const step = Math.max(1, Math.floor(column.length / 20_000));
  const sample: number[] = [];
  for (let at = 0; at < column.length; at += step) sample.push(column[at] ?? 0);
  sample.sort((a, b) => a - b);
  const distinct = [...new Set(sample)];
  const edges: number[] = [];
  if (distinct.length <= MOST_BINS) {
    for (let at = 0; at + 1 < distinct.length; at++)
      edges.push(((distinct[at] ?? 0) + (distinct[at + 1] ?? 0)) / 2);
  } else {
    for (let bin = 1; bin < MOST_BINS; bin++) {
      const edge = sample[Math.floor((bin * sample.length) / MOST_BINS)] ?? 0;
      if (edges.length === 0 || edge > (edges.at(-1) ?? 0)) edges.push(edge);
    }
  }
  return [...edges.map((edge) => Number(edge.toPrecision(3))), Number.POSITIVE_INFINITY];
}

export function toBins(column: Float32Array, edges: number[]): Uint8Array {
  const bins = new Uint8Array(column.length);
  for (let at = 0; at < column.length; at++) {
    const value = column[at] ?? 0;
    let [low, high] = [0, edges.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= (edges[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    bins[at] = low;
  }
  return bins;
}

interface Leaf {
  rows: Int32Array;
  node: number;
  gradient: number;
  hessian: number;
  histogram: Float64Array;
  best: Split | null;
}

interface Split {
  gain: number;
  column: number;
  bin: number;
}

const toChance = (score: number) => 1 / (1 + Math.exp(-score));

/** Grows a forest for shares of 0 to 1 that are to be told from the rows, each of which has a weight. */
export function growForest(
  binned: Binned,
  labels: Float32Array,
  weights: Float32Array,
  options: Options,
  scores = new Float64Array(binned.count),
): Forest {
  const { count } = binned;
  const random = createRandom(options.seed);
  const gradients = new Float64Array(count);
  const hessians = new Float64Array(count);
  const trees: Node[][] = [];
  let bias = 0;
  let [positive, all] = [0, 0];
  for (let at = 0; at < count; at++) {
    positive += (labels[at] ?? 0) * (weights[at] ?? 0);
    all += weights[at] ?? 0;
  }
  bias = Math.log(positive / (all - positive));
  for (let at = 0; at < count; at++) scores[at] = (scores[at] ?? 0) + bias;
  for (let tree = 0; tree < options.trees; tree++) {
    for (let at = 0; at < count; at++) {
      const chance = toChance(scores[at] ?? 0);
      const weight = weights[at] ?? 0;
      gradients[at] = weight * ((labels[at] ?? 0) - chance);
      hessians[at] = weight * Math.max(1e-6, chance * (1 - chance));
    }
    const columns = binned.columns.map((_, at) => at).filter(() => random() < options.columnShare);
    const rows: number[] = [];
    for (let at = 0; at < count; at++)
      if ((weights[at] ?? 0) > 0 && random() < options.rowShare) rows.push(at);
    const nodes = growTree(binned, Int32Array.from(rows), { gradients, hessians }, columns, options);
    addScores(binned, nodes, scores);
    trees.push(nodes);
  }
  return { bias, trees };
}

interface Slopes {
  gradients: Float64Array;
  hessians: Float64Array;
}

function growTree(
  binned: Binned,
  rows: Int32Array,
  slopes: Slopes,
  columns: number[],
  options: Options,
): Node[] {
  const nodes: Node[] = [toLeafNode()];
  const leaves = [toLeaf(binned, rows, 0, slopes, columns, options)];
  while (leaves.length < options.leaves) {
    let chosen = -1;
    leaves.forEach(({ best }, at) => {
      if (best && (chosen < 0 || best.gain > (leaves[chosen]?.best?.gain ?? 0))) chosen = at;
    });
    const leaf = leaves[chosen];
    if (!leaf?.best) break;
    const { column, bin } = leaf.best;
    const bins = binned.columns[column] as Uint8Array;
    const lefts = leaf.rows.filter((row) => (bins[row] ?? 0) <= bin);
    const rights = leaf.rows.filter((row) => (bins[row] ?? 0) > bin);
    const left = nodes.push(toLeafNode()) - 1;
    const right = nodes.push(toLeafNode()) - 1;
    nodes[leaf.node] = {
      feature: column,
      threshold: binned.edges[column]?.[bin] ?? 0,
      left,
      right,
      value: bin,
    };
    const [small, big] = lefts.length < rights.length ? [lefts, rights] : [rights, lefts];
    const smaller = toLeaf(binned, small, small === lefts ? left : right, slopes, columns, options);
    const bigger = toLeaf(binned, big, big === lefts ? left : right, slopes, columns, options, {
      leaf,
      smaller,
    });
    leaves.splice(chosen, 1, smaller, bigger);
  }
  for (const { node, gradient, hessian } of leaves)
    (nodes[node] as Node).value = (options.rate * gradient) / (hessian + options.lambda);
  return nodes;
}

const toLeafNode = (): Node => ({ feature: -1, threshold: 0, left: -1, right: -1, value: 0 });
const STRIDE = MOST_BINS * 2;

function toLeaf(
  binned: Binned,
  rows: Int32Array,
  node: number,
  { gradients, hessians }: Slopes,
  columns: number[],
  options: Options,
  from?: { leaf: Leaf; smaller: Leaf },
): Leaf {
  let [gradient, hessian] = [0, 0];
  for (const row of rows) {
    gradient += gradients[row] ?? 0;
    hessian += hessians[row] ?? 0;
  }
  let histogram: Float64Array;
  if (from) {
    // What is left of the parent's is that of its bigger child.
    histogram = from.leaf.histogram;
    for (let at = 0; at < histogram.length; at++)
      histogram[at] = (histogram[at] ?? 0) - (from.smaller.histogram[at] ?? 0);
  } else {
    histogram = new Float64Array(columns.length * STRIDE);
    columns.forEach((column, at) => {
      const bins = binned.columns[column] as Uint8Array;
      const base = at * STRIDE;
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index] as number;
        const place = base + (bins[row] as number) * 2;
        histogram[place] = (histogram[place] as number) + (gradients[row] as number);
        histogram[place + 1] = (histogram[place + 1] as number) + (hessians[row] as number);
      }
    });
  }
  const leaf = { rows, node, gradient, hessian, histogram, best: null };
  return { ...leaf, best: findSplit(binned, leaf, columns, options) };
}

function findSplit(
  binned: Binned,
  { gradient, hessian, histogram }: Omit<Leaf, 'best'>,
  columns: number[],
  { lambda, leastWeight }: Options,
): Split | null {
  const base = (gradient * gradient) / (hessian + lambda);
  let best: Split | null = null;
  columns.forEach((column, at) => {
    const last = (binned.edges[column]?.length ?? 1) - 1;
    let [left, weight] = [0, 0];
    for (let bin = 0; bin < last; bin++) {
      left += histogram[at * STRIDE + bin * 2] ?? 0;
      weight += histogram[at * STRIDE + bin * 2 + 1] ?? 0;
      if (weight < leastWeight || hessian - weight < leastWeight) continue;
      const right = gradient - left;
      const gain = (left * left) / (weight + lambda) + (right * right) / (hessian - weight + lambda) - base;
      if (gain > 1e-3 && (!best || gain > best.gain)) best = { gain, column, bin };
    }
  });
  return best;
}

function addScores(binned: Binned, nodes: Node[], scores: Float64Array): void {
  for (let row = 0; row < binned.count; row++) {
    let node = nodes[0] as Node;
    // While a tree is grown its inner nodes keep the bin as their value.
    while (node.feature >= 0)
      node = nodes[
        ((binned.columns[node.feature] as Uint8Array)[row] as number) <= node.value ? node.left : node.right
      ] as Node;
    scores[row] = (scores[row] as number) + node.value;
  }
}

/** What a forest makes of binned rows, as log odds. */
export function scoreBinned(binned: Binned, { bias, trees }: Forest): Float64Array {
  const scores = new Float64Array(binned.count).fill(bias);
  for (const tree of trees) addScores(binned, tree, scores);
  return scores;
}
