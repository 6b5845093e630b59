// Makes the stored records of a text, and brings those of older versions of the shelf to the present form.
import { toWords } from './normalise-words.ts';
import type { ShelvedArticle, ShelvedRecords, ShelvedWords, Shelving } from './shelved.ts';
import { toDistinctWords } from './word-packs.ts';

/** The version of the database. */
export const SHELF_VERSION = 3;

/** A longer text is searched in its beginning alone, in characters: the longest articles have a tenth of it. */
const SEARCHED_CHARS = 400_000;

/** What of a text is the reader's doing, and outlives that it is kept once more. */
export type Reading = Pick<ShelvedArticle, 'readAt' | 'place'>;

const UNREAD: Reading = { readAt: null, place: 0 };

/** The records of a text that is kept now. */
export function toRecords(
  { html, ...known }: Shelving,
  keptAt: number,
  reading: Reading = UNREAD,
): ShelvedRecords {
  const searched = `${known.title} ${known.site} ${toPlainText(html)}`.slice(0, SEARCHED_CHARS);
  const words = toDistinctWords(toWords(searched));
  const bytes = toBytes(html) + toBytes(words);
  const { readAt, place } = reading;
  const { address } = known;
  return {
    article: { ...known, keptAt, readAt, place, bytes, pictures: 0 },
    text: { address, html },
    words: { address, words },
  };
}

/**
 * Version 1: all of a text in one record, and of its reading only whether it had been read. Listing the shelf read every text then, and a search
 * normalised them all.
 */
export interface ShelvedInOne extends Shelving {
  keptAt: number;
  isRead: boolean;
}

/** The records of a text that version 1 stored. When it was read is not known: as if when it was kept. */
export function migrateRecord({ keptAt, isRead, ...shelving }: ShelvedInOne): ShelvedRecords {
  return toRecords(shelving, keptAt, { readAt: isRead ? keptAt : null, place: 0 });
}

/** Version 2: the words of each text in a record of their own, as they stand in it. A text is as much smaller as its words are. */
export function migrateWords(
  article: ShelvedArticle,
  { address, words }: ShelvedWords,
): Pick<ShelvedRecords, 'article' | 'words'> {
  const distinct = toDistinctWords(words);
  const bytes = Math.max(0, article.bytes - toBytes(words) + toBytes(distinct));
  return { article: { ...article, bytes }, words: { address, words: distinct } };
}

/**
 * The text of HTML that a sanitiser wrote, without a parser: a service worker has none, and nothing of this is ever shown. Blocks are words of
 * their own. What a file brings may be anything, and takes no longer.
 */
export function toPlainText(html: string): string {
  return html
    .replace(/<\/?(?:a|b|em|i|span|strong|sub|sup|bdi|bdo|code|mark|s|u|small|abbr)(?:\s[^<>]*)?>/g, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ');
}

/** All that `innerHTML` writes. */
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** As it is stored and sent, in UTF-8. */
export function toBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
