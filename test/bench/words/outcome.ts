// Scores what stock Readability and Light make of one page; runs in a process of its own, see `pool`.
import { type Score, score } from '../shingles.ts';
import { type KnownPage, readSheet, type Sheet } from './corpus.ts';
import { readCached } from './disk-cache.ts';
import { findLongestRun, type Run } from './longest-run.ts';
import { judge, type Verdict } from './metadata-verdict.ts';
import { type Answer, askStock } from './page.ts';
import { scoreSegments } from './segments.ts';

export const READERS = ['stock', 'light'] as const;
export type Reader = (typeof READERS)[number];

/** What a reader made of a page, without the text itself. */
export interface Result extends Omit<Answer, 'text'> {
  /** `null` where nobody has said what should be seen. */
  score: Score | null;
  verdict: Verdict;
  chars: number;
}

export interface Outcome extends Record<Reader, Result> {
  page: KnownPage;
  /** The longest run of words that Light does not show, and the longest that it should not. */
  missing: Run;
  extra: Run;
}

/** `show` gives what Light makes of it. */
export async function toOutcome(
  folder: string,
  page: KnownPage,
  show: (sheet: Sheet) => Promise<Answer>,
): Promise<Outcome> {
  const sheet = await readSheet(folder, page);
  const stock = await readCached('stock 2', sheet, () => askStock(sheet));
  const light = await show(sheet);
  const gold = sheet.gold ?? sheet.segments?.with.join('\n\n') ?? light.text;
  return {
    page,
    stock: await toResult(folder, sheet, stock),
    light: await toResult(folder, sheet, light),
    missing: findLongestRun(gold, light.text),
    extra: findLongestRun(light.text, gold),
  };
}

async function toResult(folder: string, sheet: Sheet, { text, ...answer }: Answer): Promise<Result> {
  return {
    ...answer,
    chars: text.length,
    score: scoreText(sheet, text),
    verdict: await judge(folder, sheet, { text, ...answer }),
  };
}

/** Against the whole text where there is one, else by its segments. */
function scoreText({ gold, segments }: Sheet, text: string): Score | null {
  if (gold !== null) return score(text, gold);
  return segments && scoreSegments(text, segments);
}
