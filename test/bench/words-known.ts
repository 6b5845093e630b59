// Without it nobody could say whether a page's title, author and date are the right ones.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toWords } from './shingles.ts';
import { type Answer, type Sheet, toDay, toDocument } from './words-page.ts';

export const FACTS = ['title', 'author', 'date', 'direction'] as const;
export type Fact = (typeof FACTS)[number];
/** Whether each is right; `null` where nobody has said what is. */
export type Verdict = Record<Fact, boolean | null>;

/** Where the right answer stands in the page: a selector, with `@` and an attribute where it is not the element's text. */
type Where = Partial<Record<'title' | 'author' | 'date', string>>;

/** Looked up by hand in each page; nothing of a page's text is copied here. */
export const KNOWN: Record<string, Where> = {};

export async function judge(folder: string, sheet: Sheet, answer: Answer): Promise<Verdict> {
  const known = await readKnown(folder, sheet);
  return {
    title: isSame(answer.title, known.title),
    author: isSame(answer.author, known.author),
    date: known.date ? answer.date === toDay(known.date) : null,
    direction: answer.direction === sheet.page.dir,
  };
}

async function readKnown(folder: string, sheet: Sheet) {
  const where = KNOWN[sheet.page.id] ?? {};
  const document = Object.keys(where).length > 0 ? toDocument(sheet) : null;
  const look = (place: string | undefined): string => {
    const [selector = '', attribute] = place?.split('@') ?? [];
    const found = selector ? document?.querySelector(selector) : null;
    return (attribute ? found?.getAttribute(attribute) : found?.textContent) ?? '';
  };
  const own = await readOwn(folder, sheet);
  return {
    title: look(where.title) || own.title,
    author: look(where.author) || own.byline,
    date: look(where.date),
  };
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
