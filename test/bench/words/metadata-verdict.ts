// Says whether a page's title, author, date and direction are the right ones, where somebody knows.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toWords } from '../shingles.ts';
import { readAgreed } from './agreed-metadata.ts';
import { type Sheet, toLanguage } from './corpus.ts';
import { readCached } from './disk-cache.ts';
import { ANSWERS } from './metadata-answers.ts';
import { type Answer, toDay, toDocument } from './page.ts';

export const FACTS = ['title', 'author', 'date', 'direction', 'language'] as const;
export type Fact = (typeof FACTS)[number];
/** Whether each is right; `null` where nobody has said what is. */
export type Verdict = Record<Fact, boolean | null>;

/** Whether what a reader says of a page is right. */
export async function judge(folder: string, sheet: Sheet, answer: Answer): Promise<Verdict> {
  const known = await readKnown(folder, sheet);
  const language = toLanguage(sheet.page);
  return {
    title: isSame(answer.title, known.title),
    author: known.author === null ? answer.author === '' : isSame(answer.author, known.author),
    date: known.date ? answer.date === toDay(known.date) : null,
    direction: answer.direction === sheet.page.dir,
    language: language ? answer.language.toLowerCase().split(/[-_]/)[0] === language : null,
  };
}

/** What was looked up first; then what the collection says; then what the page states and shows alike. */
async function readKnown(folder: string, sheet: Sheet) {
  const { title: where = '', author = '', date = '' } = ANSWERS[sheet.page.id] ?? {};
  const [selector = '', attribute] = where.split('@');
  const found = selector ? toDocument(sheet).querySelector(selector) : null;
  const title = (attribute ? found?.getAttribute(attribute) : found?.textContent) ?? '';
  const own = await readOwn(folder, sheet);
  const agreed = await readCached('agreed 1', sheet, () => readAgreed(toDocument(sheet)));
  return {
    title: title || own.title || toHeadline(sheet) || agreed.title,
    author: author === null ? null : author || own.byline || agreed.author,
    date: date || agreed.date,
  };
}

/** The gold of this set begins with the headline. */
function toHeadline({ page, gold }: Sheet): string {
  return page.set === 'dn' ? (gold?.trim().split('\n')[0]?.trim() ?? '') : '';
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
