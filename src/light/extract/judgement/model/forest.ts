// Asks small decision trees: numbers about a text in, the chance that it is part of what a reader wants out.

/** Trees as they are kept: of all their nodes, each tree from its root, left before right. */
export interface Forest {
  /** Log odds before any tree is asked. */
  bias: number;
  /** How many nodes each tree has. */
  sizes: readonly number[];
  /** Of each node which of the `columns` it asks for, -1 where it is a leaf. */
  columns: readonly number[];
  /** Of each node the value up to which rows go left; of a leaf what it adds to the log odds. */
  values: readonly number[];
}

/** Of each node the place of the one to its right; the one to its left is the next. */
export function findRights({ sizes, columns }: Forest): Int32Array {
  const rights = new Int32Array(columns.length);
  let from = 0;
  for (const size of sizes) {
    const end = from + size;
    const walk = (at: number): number => {
      if ((columns[at] ?? -1) < 0) return at + 1;
      rights[at] = walk(at + 1);
      return walk(rights[at] ?? end);
    };
    walk(from);
    from = end;
  }
  return rights;
}

export const toChance = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Makes a function that gives the log odds of a row. */
export function createScorer(forest: Forest): (row: ArrayLike<number>) => number {
  const { bias, sizes, columns, values } = forest;
  const rights = findRights(forest);
  return (row) => {
    let odds = bias;
    let from = 0;
    for (const size of sizes) {
      let at = from;
      for (let column = columns[at] ?? -1; column >= 0; column = columns[at] ?? -1)
        at = (row[column] ?? 0) <= (values[at] ?? 0) ? at + 1 : (rights[at] ?? 0);
      odds += values[at] ?? 0;
      from += size;
    }
    return odds;
  };
}
