// Without it nobody could say whether a page's title, author and date are the right ones.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toWords } from './shingles.ts';
import { ANSWERS } from './words-answers.ts';
import { type Answer, type Sheet, toDay, toDocument } from './words-page.ts';

export const FACTS = ['title', 'author', 'date', 'direction'] as const;
export type Fact = (typeof FACTS)[number];
/** Whether each is right; `null` where nobody has said what is. */
export type Verdict = Record<Fact, boolean | null>;

export async function judge(folder: string, sheet: Sheet, answer: Answer): Promise<Verdict> {
  const known = await readKnown(folder, sheet);
  return {
    title: isSame(answer.title, known.title),
    author: known.author === null ? answer.author === '' : isSame(answer.author, known.author),
    date: known.date ? answer.date === toDay(known.date) : null,
    direction: answer.direction === sheet.page.dir,
  };
}

async function readKnown(folder: string, sheet: Sheet) {
  const { title: where = '', author = '', date = '' } = ANSWERS[sheet.page.id] ?? {};
  const [selector = '', attribute] = where.split('@');
  const found = selector ? toDocument(sheet).querySelector(selector) : null;
  const title = (attribute ? found?.getAttribute(attribute) : found?.textContent) ?? '';
  const own = await readOwn(folder, sheet);
  return { title: title || own.title, author: author === null ? null : author || own.byline, date };
}

/** What Readability itself says of its own test pages, and the collection of its bylines. */
async function readOwn(folder: string, { page }: Sheet): Promise<{ title: string; byline: string }> {
  const path = join(folder, (page.gold_file ?? '').replace(/\.html$/, '.meta.json'));
  const meta = path.endsWith('.json') && (await readFile(path, 'utf8').catch(() => null));
  const { title, byline } = meta ? JSON.parse(meta) : { title: '', byline: '' };
  return { title: title ?? '', byline: byline ?? page.byline ?? '' };
}

/** The same words; `null` where the right ones are not known. */
function isSame(answer: string, known: string): boolean | null {
  return known.trim() === '' ? null : toWords(answer).join(' ') === toWords(known).join(' ');
}
