// The file that a shelf is saved as, and that another Light takes in: writes it, and parses what may be anybody's, as hostile as a page.
import { type Shelving, toShelfKey } from '../common/shelf/shelved.ts';

/** So many texts of a file are taken in: a longer file is none that Light has written. */
export const MOST_TEXTS = 5000;
/** A longer text is none, in characters: the longest articles have a tenth of it. */
export const MOST_HTML_CHARS = 2_000_000;
const MOST_ADDRESS_CHARS = 4000;
const MOST_LINE_CHARS = 300;
const MOST_MINUTES = 10_000;
/** The last moment that a `Date` can be, in ms since 1970. */
const LAST_MS = 8.64e15;

const KIND = 'light-shelf';
/** Of the file's form. */
const FILE_VERSION = 2;

export interface ShelfFile {
  texts: Shelving[];
  /** How many were left out, because something in them was not what it has to be. */
  refused: number;
}

/** The beginning of a file, which its texts follow with commas between, and its end. */
export const FILE_HEAD = `{"kind":"${KIND}","version":${FILE_VERSION},"texts":[\n`;
export const FILE_END = '\n]}\n';

/** The texts in a file; `null` where it is no file of a shelf. Nothing is taken over but what is known to be sound: HTML is made safe where it is shown. */
export function parseShelfFile(json: string): ShelfFile | null {
  const { kind, texts } = toRecord(parseJson(json));
  if (kind !== KIND || !Array.isArray(texts)) return null;
  const sound = texts
    .slice(0, MOST_TEXTS)
    .map(parseText)
    .filter((text) => text !== null);
  const once = [...new Map(sound.map((text) => [text.address, text])).values()];
  return { texts: once, refused: texts.length - once.length };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Expected of a file that is another one, or broke off on its way.
    return null;
  }
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parseText(value: unknown): Shelving | null {
  const given = toRecord(value);
  const address = toWebAddress(given.address);
  const { html } = given;
  if (!address || typeof html !== 'string' || html === '' || html.length > MOST_HTML_CHARS) return null;
  return {
    address,
    html,
    title: toLine(given.title) || address,
    ...{ site: toLine(given.site), section: toLine(given.section), byline: toLine(given.byline) },
    ...{ published: toMoment(given.published), modified: toMoment(given.modified) },
    minutes: toMinutes(given.minutes),
    language: /^[a-z]{1,8}(-[a-z\d]{1,8}){0,4}$/i.test(String(given.language)) ? String(given.language) : '',
    direction: given.direction === 'rtl' ? 'rtl' : 'ltr',
    state: given.state === 'links' ? 'links' : 'article',
    isWhole: given.isWhole === true,
  };
}

/** Its address is a link: of a scheme that opens pages, and without a name and password in front of the host. */
function toWebAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MOST_ADDRESS_CHARS || !URL.canParse(value)) return null;
  const { protocol, username, password, href } = new URL(value);
  if (!/^https?:$/.test(protocol) || username || password) return null;
  return toShelfKey(href);
}

/** One line without signs that turn or hide what stands beside them. */
function toLine(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .slice(0, MOST_LINE_CHARS)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, '')
    .trim();
}

function toMoment(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= LAST_MS ? value : null;
}

function toMinutes(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value <= MOST_MINUTES ? Math.round(value) : 0;
}
