// Leaves the weights of each fold in the temporary folder, where `npm run bench -- words --fold-weights=yes` finds them.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackedWeights } from '../../src/light/extract/judgement/model/unpack-weights.ts';

const FOLDER = join(tmpdir(), 'light-train');
const FILE = join(FOLDER, 'folds.json');

/** What was learned from all pages but those of these sites. */
export interface FoldWeights {
  weights: PackedWeights;
  sites: string[];
}

export async function writeFoldWeights(folds: FoldWeights[]): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(FILE, JSON.stringify(folds));
}

/** Gives of a site the weights that were learned without it; fails where `npm run train` was not run before. */
export async function readFoldWeights(): Promise<(site: string) => PackedWeights> {
  // Written above.
  const folds = JSON.parse(await readFile(FILE, 'utf8')) as FoldWeights[];
  return (site) => {
    const fold = folds.find(({ sites }) => sites.includes(site)) ?? folds[0];
    if (!fold) throw new Error(`There are no folds in ${FILE}.`);
    return fold.weights;
  };
}
