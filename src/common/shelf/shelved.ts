// A text that is kept for when there is no network: what is known of it, and what a page or a file hands over.
import { toPageAddress } from '../addresses.ts';

/** What a text is made of where it comes from: a view, a page that was fetched, a file. Nothing of it is to be believed when it is shown. */
export interface Shelving {
  /** Without fragment. */
  address: string;
  state: 'article' | 'links';
  title: string;
  site: string;
  section: string;
  byline: string;
  /** In ms since 1970; a day without a time is midnight UTC. */
  published: number | null;
  modified: number | null;
  minutes: number;
  language: string;
  direction: 'ltr' | 'rtl';
  html: string;
  /** It had all come. */
  isWhole: boolean;
}

/** What the list of the shelf shows of a text. */
export interface ShelvedArticle extends Omit<Shelving, 'html'> {
  keptAt: number;
  /** When its end was on the screen; `null`: unread. */
  readAt: number | null;
  /** Where the reader was: the number of a block, and the share of it that is above the screen's edge: 12.4. */
  place: number;
  /** All that is stored of it, in bytes. */
  bytes: number;
  /** How many pictures are stored with it. */
  pictures: number;
}

export interface ShelvedText {
  address: string;
  html: string;
}

/** Each word of its title and text once, normalised, to be searched. */
export interface ShelvedWords {
  address: string;
  words: string;
}

/** The words of many texts in one record, by address: a search reads them all, and a record a text takes ten times as long. */
export interface WordPack {
  pack: number;
  words: Map<string, string>;
}

/** One text in the three parts that it is stored in. */
export interface ShelvedRecords {
  article: ShelvedArticle;
  text: ShelvedText;
  words: ShelvedWords;
}

/** A picture of a text, as it came. */
export interface ShelvedPicture {
  address: string;
  source: string;
  blob: Blob;
}

/** The key of a text: two places in one page are one text. */
export function toShelfKey(address: string): string {
  return toPageAddress(address);
}
