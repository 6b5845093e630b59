// Learns the judgement of runs from pages: the names of boxes, then a first and a second pass of trees.
import { type NameWeights, toNameRow } from '../../src/light/extract/judgement/features/box-names.ts';
import { FEATURES } from '../../src/light/extract/judgement/features/features.ts';
import {
  judgeKind,
  type KindWeights,
  toKindRow,
  toKindWords,
} from '../../src/light/extract/judgement/judge-kind.ts';
import { COLUMNS, FIRST_COLUMNS } from '../../src/light/extract/judgement/judge-runs.ts';
import { type Forest, toChance } from '../../src/light/extract/judgement/model/forest.ts';
import { toSecondRows } from '../../src/light/extract/judgement/second-pass.ts';
import { PAGE_KINDS } from '../../src/light/extract/page-kind.ts';
import {
  type Binned,
  type Forest as Grown,
  growForest,
  type Options,
  scoreBinned,
  toBins,
  toEdges,
} from './boost.ts';
import type { Page } from './dataset.ts';
import { type KindSample, trainKinds } from './kind-model.ts';
import { learnNames } from './names-model.ts';

/** So many parts of the pages are judged by what was learned from the others, so that a later step sees chances as they will be. */
const PARTS = 3;

export interface Sizes {
  first: Options;
  second: Options;
}

export const SIZES: Sizes = {
  first: {
    trees: 60,
    leaves: 12,
    rate: 0.15,
    lambda: 2,
    leastWeight: 0.5,
    columnShare: 0.35,
    rowShare: 0.8,
    seed: 7,
  },
  second: {
    trees: 100,
    leaves: 16,
    rate: 0.1,
    lambda: 2,
    leastWeight: 0.5,
    columnShare: 0.35,
    rowShare: 0.8,
    seed: 8,
  },
};

export interface Learned {
  names: NameWeights;
  first: Grown;
  second: Grown;
  edges: number[][];
}

type Tables = Map<Page, Float32Array[]>;

export function learnRuns(
  pages: readonly Page[],
  sizes: Sizes,
  log: (text: string) => void = () => {},
): Learned {
  const parts = toParts(pages);
  for (const part of parts) {
    const kinds = learnKinds(pages.filter((page) => !part.includes(page)));
    for (const page of part) setKinds(page, judgeKind(page.context, kinds));
  }
  log('kinds');
  const nameRows: Tables = new Map();
  for (const part of parts) {
    const names = learnNames(
      pages.filter((page) => !part.includes(page)),
      Object.keys(FEATURES),
    );
    for (const page of part) nameRows.set(page, toNameRows(page, names));
  }
  const names = learnNames(pages, Object.keys(FEATURES));
  log('names');
  const all = toTable(pages, nameRows);
  const secondRows: Tables = new Map();
  for (const part of parts) {
    const others = pages.filter((page) => !part.includes(page));
    const grown = growOn(others, nameRows, all.edges, sizes.first);
    for (const page of part)
      secondRows.set(page, toSecond(page, scorePage(page, nameRows, all.edges, grown)));
  }
  log('parts');
  const first = growForest(all, all.labels, all.weights, sizes.first);
  const joined: Tables = new Map(
    pages.map((page) => [page, join(nameRows.get(page) ?? [], secondRows.get(page) ?? [])]),
  );
  const both = toTable(pages, joined, undefined);
  const second = growForest(both, both.labels, both.weights, sizes.second);
  log('grown');
  return { names, first, second, edges: both.edges };
}

/** Of each run its chance. */
export function judgePage(
  page: Page,
  { names, first, second, edges }: Learned,
): { first: Float64Array; chances: Float64Array } {
  const nameRows: Tables = new Map([[page, toNameRows(page, names)]]);
  const scores = scorePage(page, nameRows, edges.slice(0, FIRST_COLUMNS), first);
  const joined: Tables = new Map([[page, join(nameRows.get(page) ?? [], toSecond(page, scores))]]);
  return { first: scores.map(toChance), chances: scorePage(page, joined, edges, second).map(toChance) };
}

/** Notes on a page of what kind it is, as far as that can be told without it. */
export function setKinds(page: Page, kinds: readonly number[]): void {
  page.context.kinds = kinds;
  KIND_COLUMNS.forEach(([column, feature]) => {
    const [run] = page.context.runs;
    const value = run ? feature(page.context, run) : 0;
    for (let at = column; at < page.rows.length; at += page.width) page.rows[at] = value;
  });
}

/** The columns that say the kind of the page: the same for all its runs. */
const KIND_COLUMNS = Object.entries(FEATURES).flatMap(([name, feature], column) =>
  ['isArticle', 'isForum', 'isProduct', 'isList', 'isService', 'isDocumentation'].includes(name)
    ? [[column, feature] as const]
    : [],
);

/** Learns from the pages whose kind is known. */
export function learnKinds(pages: readonly Page[]): KindWeights {
  return trainKinds(
    pages.flatMap(({ page, site, context }): KindSample[] => {
      const kind = (PAGE_KINDS as readonly (string | null)[]).indexOf(page.kind);
      if (kind < 0) return [];
      // Articles are most of the corpus, by its makers' choice.
      const weight = page.kind === 'article' ? 0.5 : 1;
      return [{ site, kind, weight, words: toKindWords(context), row: toKindRow(context) }];
    }),
  );
}

function toParts(pages: readonly Page[]): Page[][] {
  const sites = [...new Set(pages.map(({ site }) => site))].sort();
  const places = new Map(sites.map((site, at) => [site, (at * 7919) % PARTS]));
  return Array.from({ length: PARTS }, (_, part) => pages.filter(({ site }) => places.get(site) === part));
}

function toNameRows({ wordIds, vocabulary }: Page, names: NameWeights): Float32Array[] {
  return toColumns(
    wordIds.map((ids) => toNameRow(new Set([...ids].map((id) => vocabulary[id] ?? '')), names)),
  );
}

function toSecond({ context }: Page, scores: Float64Array): Float32Array[] {
  return toColumns(toSecondRows(context, scores.map(toChance)));
}

function toColumns(rows: number[][]): Float32Array[] {
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, column) =>
    Float32Array.from(rows, (row) => row[column] ?? 0),
  );
}

const join = (ones: Float32Array[], others: Float32Array[]) => [...ones, ...others];

interface Table extends Binned {
  labels: Float32Array;
  weights: Float32Array;
}

/** The rows that count of these pages, or all of one page, in bins. */
function toTable(pages: readonly Page[], more: Tables, edges?: number[][], every = false): Table {
  const places = pages.map(({ weights }) =>
    [...weights.keys()].filter((at) => every || (weights[at] ?? 0) > 0),
  );
  const count = places.reduce((sum, { length }) => sum + length, 0);
  const width = pages[0]?.width ?? 0;
  const extra = more.get(pages[0] as Page)?.length ?? 0;
  const fill = (read: (page: Page, at: number) => number) => {
    const column = new Float32Array(count);
    let place = 0;
    pages.forEach((page, index) => {
      for (const at of places[index] ?? []) column[place++] = read(page, at);
    });
    return column;
  };
  const used: number[][] = [];
  const columns = Array.from({ length: width + extra }, (_, column) => {
    const values = fill(
      (page, at) =>
        (column < width ? page.rows[at * width + column] : more.get(page)?.[column - width]?.[at]) ?? 0,
    );
    used[column] = edges?.[column] ?? toEdges(values);
    return toBins(values, used[column]);
  });
  return {
    count,
    columns,
    edges: used,
    labels: fill(({ labels }, at) => labels[at] ?? 0),
    weights: fill(({ weights }, at) => weights[at] ?? 0),
  };
}

function growOn(pages: readonly Page[], more: Tables, edges: number[][], options: Options): Grown {
  const table = toTable(pages, more, edges);
  return growForest(table, table.labels, table.weights, options);
}

function scorePage(page: Page, more: Tables, edges: number[][], grown: Grown): Float64Array {
  return scoreBinned(toTable([page], more, edges, true), grown);
}

/** The trees as they run in the page. */
export function toForest({ bias, trees }: Grown): Forest {
  const forest = {
    bias,
    sizes: trees.map(({ length }) => length),
    columns: [] as number[],
    values: [] as number[],
  };
  for (const nodes of trees) {
    const walk = (at: number): void => {
      const node = nodes[at];
      if (!node) return;
      forest.columns.push(node.feature);
      forest.values.push(node.feature < 0 ? node.value : node.threshold);
      if (node.feature < 0) return;
      walk(node.left);
      walk(node.right);
    };
    walk(0);
  }
  return forest;
}

export { COLUMNS };
