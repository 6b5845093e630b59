// Learns the judgement of pages from the corpus, and writes its weights: npm run train [-- --corpus=… --folds=5 --write=no].
// Every figure is told twice: by weights that were learned without the site of the page, and by those that are written.
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isSmall, settleChoice } from '../../src/light/extract/choose-text.ts';
import { toConfidenceRow } from '../../src/light/extract/judgement/confidence.ts';
import { judgePage, type Weights } from '../../src/light/extract/judgement/judge-page.ts';
import { toChance } from '../../src/light/extract/judgement/model/forest.ts';
import { type PackedWeights, unpackWeights } from '../../src/light/extract/judgement/model/unpack-weights.ts';
import { readOptions, runCommand } from '../bench/command.ts';
import { ROOT } from '../bench/light.ts';
import { toF1 } from '../bench/shingles.ts';
import { type KnownPage, readCorpus, toFolds } from '../bench/words/corpus.ts';
import { shareOut } from '../bench/words/pool.ts';
import { type ConfidenceSample, fitConfidence } from './confidence-model.ts';
import { createDataset, type Page, scoreRuns } from './dataset.ts';
import { writeFoldWeights } from './fold-weights.ts';
import { learnKinds, learnRuns, SIZES, toForest } from './learn.ts';
import { packToSize, toText } from './pack-weights.ts';
import { type Known, toRevision } from './read-sample.ts';
import { type Judged, toReport } from './report.ts';

const WEIGHTS = join(ROOT, 'src/light/extract/judgement/model/weights.json');
async function main(): Promise<void> {
  const { options } = readOptions(process.argv.slice(2), ['corpus', 'folds', 'write', 'sample', 'revision']);
  const folder = resolve(options.corpus ?? join(ROOT, '../shared/corpus'));
  const sample = options.sample ? Number(options.sample) : undefined;
  const meant = await readCorpus({ folder, sample });
  if (!meant) return console.log(`Skipped: there is no corpus in ${folder}. Name the folder with --corpus=…`);
  const known = await readPages(folder, meant, options.revision ?? (await toRevision()));
  const pages = createDataset(known.flatMap((each) => each.sample ?? []));
  tell(`${pages.length} pages read`);
  const folded = judgeInFolds(pages, Number(options.folds ?? 5));
  await writeFoldWeights(folded.files);
  const written = toText(packToSize(learn(pages, fitConfidence(toSamples(folded.judged)))));
  const whole = unpackWeights(JSON.parse(written) as PackedWeights);
  const shown = known.flatMap(toShown);
  const judged = pages.map((page) => judge(page, whole));
  console.log(toReport([...folded.judged, ...shown], [...judged, ...shown]));
  console.log(`Weights: ${written.length} bytes, ${gzipSync(written, { level: 9 }).length} with gzip -9.`);
  if (options.write !== 'no') await writeFile(WEIGHTS, written);
}

/** What is read of each page, by as many processes as there are cores. `revision`: of the code that reads; what an earlier one has left is taken with --revision. */
function readPages(folder: string, pages: readonly KnownPage[], revision: string): Promise<Known[]> {
  tell(`--revision=${revision}`);
  return shareOut<Known>(pages, new URL('worker.ts', import.meta.url), { folder, revision });
}

/** A page whose text is not chosen: a front page, or one without text. Whatever was learned, the same is shown. */
function toShown({ page, sample, stock, shown }: Known): Judged[] {
  if (sample) return [];
  const { precision, recall } = shown ?? { precision: 0, recall: 0 };
  const f1 = page.set === 'mz' ? null : shown && toF1(shown);
  return [
    { page: { page, stock, gold: null }, f1, precision, recall, kind: 'listing', confidence: 1, row: [] },
  ];
}

/** Judges each page by what was learned from the pages of other sites. */
function judgeInFolds(pages: readonly Page[], count: number) {
  const folds = toFolds(
    pages.map(({ page }) => page),
    count,
  );
  const isIn = (page: Page, fold: number) => folds.get(page.page) === fold;
  const learned = Array.from({ length: count }, (_, fold) => {
    const others = pages.filter((page) => !isIn(page, fold));
    const packed = packToSize(learn(others, [0]));
    tell(`fold ${fold + 1} of ${count} learned`);
    return packed;
  });
  const first = learned.map((packed, fold) => {
    const weights = unpackWeights(packed);
    return pages.filter((page) => isIn(page, fold)).map((page) => judge(page, weights));
  });
  // How sure it is of a page is told by the pages of the other folds.
  const toOthers = (fold: number) => first.filter((_, at) => at !== fold).flat();
  const files = learned.map((packed, fold) => ({
    weights: { ...packed, confidence: fitConfidence(toSamples(toOthers(fold))) },
    sites: [...new Set(pages.filter((page) => isIn(page, fold)).map(({ site }) => site))],
  }));
  const judged = first.flatMap((group, fold) =>
    group.map((each) => ({
      ...each,
      confidence: toConfidence(each.row, files[fold]?.weights.confidence ?? []),
    })),
  );
  return { judged, files };
}

/** Of pages whose whole text is known. */
function toSamples(judged: readonly Judged[]): ConfidenceSample[] {
  return judged.flatMap(({ row, f1, page }) => (f1 === null || page.gold === null ? [] : [{ row, f1 }]));
}

function toConfidence(row: readonly number[], weights: readonly number[]): number {
  return toChance(row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
}

function learn(pages: readonly Page[], confidence: readonly number[]): Weights {
  const { names, first, second } = learnRuns(pages, SIZES);
  return { names, first: toForest(first), second: toForest(second), kinds: learnKinds(pages), confidence };
}

function judge(page: Page, weights: Weights): Judged {
  const { outline, ruled, context } = page;
  const judgement = judgePage(context, weights);
  const { keep, kind } = isSmall(outline) ? ruled : settleChoice(outline, judgement, ruled);
  const score = page.page.set === 'mz' ? null : scoreRuns(page, (at) => keep[at] ?? false);
  return {
    ...{ page, f1: score && toF1(score), precision: score?.precision ?? 0, recall: score?.recall ?? 0 },
    ...{ kind, confidence: judgement.confidence, row: toConfidenceRow(judgement) },
  };
}

const started = Date.now();
function tell(text: string): void {
  console.error(`${((Date.now() - started) / 1000).toFixed(0)} s: ${text}`);
}

await runCommand(main);
