// Reads of a page of the corpus what its text is chosen from, in the very way in which Light reads it, and keeps it for the next run.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../bench/light.ts';
import { type Score, score } from '../bench/shingles.ts';
import type { ChromiumReader } from '../bench/words/chromium-reader.ts';
import { type KnownPage, readSheet, type Sheet } from '../bench/words/corpus.ts';
import { readCached } from '../bench/words/disk-cache.ts';
import type { Given } from '../bench/words/in-page.ts';
import { askStock } from '../bench/words/page.ts';
import { scoreSegments } from '../bench/words/segments.ts';
import type { Sample } from './dataset.ts';

/** The room that reads pages. */
const READER = 'src/light/extract';
/** What chooses from what was read, or comes after it: when it changes, no page has to be read again. */
const CHOOSER =
  /judgement\/(?!outline)|corrections\/|incremental\/|list\/|choose-|correct-|keep-|places|sign-posts|name-pictures|way-/;

/** Names the code that reads pages: when it changes, all pages are read again. */
export async function toRevision(): Promise<string> {
  const hash = createHash('sha256');
  const files = await readdir(join(ROOT, READER), { recursive: true });
  for (const file of files.filter((each) => each.endsWith('.ts') && !CHOOSER.test(each)).sort())
    hash.update(await readFile(join(ROOT, READER, file)));
  return hash.digest('hex');
}

/** What is kept of a page: what its text is chosen from, `null` where nothing is chosen; what Light shows then. */
interface ReadPage {
  given: Given | null;
  text: string;
}

/** What is known of a page: `sample` is `null` where there is nothing to choose from, on a front page or a page without text. */
export interface Known {
  page: KnownPage;
  sample: Sample | null;
  /** Stock Readability's score, and Light's where nothing is chosen; `null` where nobody has said what is right. */
  stock: Score | null;
  shown: Score | null;
}

/** `revision` names the code that reads pages. */
export async function readSample(
  { folder, page, revision }: { folder: string; page: KnownPage; revision: string },
  reader: ChromiumReader,
): Promise<Known> {
  const sheet = await readSheet(folder, page);
  const { given, text } = await readCached<ReadPage>(`train 3 ${revision}`, sheet, () =>
    reader.readGiven(sheet),
  );
  const stockText = await readCached('stock text', sheet, () => askStock(sheet).text);
  const { gold, segments } = sheet;
  const stock = scoreText(sheet, stockText);
  const sample =
    given && given.outline.runs.length > 0 ? { ...given, page, gold, segments, stock, stockText } : null;
  return { page, sample, stock, shown: sample ? null : scoreText(sheet, text) };
}

function scoreText({ gold, segments }: Sheet, text: string): Score | null {
  if (gold !== null) return score(text, gold);
  return segments && scoreSegments(text, segments);
}
