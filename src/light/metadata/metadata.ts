// Reads a page's metadata: title, byline, dates, section and language, from JSON-LD, then meta elements, then what is visible.
import { readSiteName, toSafeName } from '../../common/words/site-name.ts';
import { toLine, toPlain } from '../extract/plain-text.ts';
import { readNames } from '../text/class-names.ts';
import { isSite } from '../text/text-similarity.ts';
import { toByline } from './byline.ts';
import { toDate } from './date.ts';
import { readArticle } from './json-ld.ts';
import { toTag } from './language.ts';
import { readMeta } from './meta-elements.ts';
import { createLookup, readHeadings } from './page-headings.ts';
import { readShown } from './shown-facts.ts';
import { toTitle } from './title.ts';

/** What a page says of its article beside the text. Strings are '' and dates `null` where it says nothing, or nonsense. */
export interface Metadata {
  /** The site's name where the page has none of its own. */
  title: string;
  section: string;
  byline: string;
  /** The site's name as it is shown. */
  site: string;
  /** When it was first published; see `isDay`. */
  published: Date | null;
  /** When it was changed last, where that is well after it was published. */
  modified: Date | null;
  /** As the page declares it; the text may be in another: see `toLanguage`. */
  language: string;
  direction: string;
}

/** What follows the publication so soon is part of it, in ms. */
const CHANGE_MS = 5 * 60_000;
/** A longer text is no name of a section, in characters. */
const SECTION_CHARS = 60;

// Names of meta elements, in all the spellings that were seen.
const TITLE = /^(?:(?:og|twitter|dc)[:.])?title$/i;
const AUTHOR = /(?:^|[:._-])(?:author|creator)$|^byl$/i;
const SECTION = /article:?section$/i;
const PUBLISHED = /published|pub-?date|publish_?date|^(?:dc\.)?date(?:\.?(?:issued|created))?$/i;
const MODIFIED = /modified|updated_?time/i;
const LANGUAGE = /language$|^og:locale$/i;
const SITE = /^(?:og:site(?:_name)?|application-name)$/i;

const ADDRESS = /^og:url$/;
/** A day in an address: `/2015/03/18/`, `=20150318-`. */
const DAY = /\b(20[0-3]\d)[/-]?([01]\d)[/-]?([0-3]\d)\b/;

// Where a page shows who wrote its article, and when: microdata and other marks.
const BYLINE = '[itemprop~=author], a[rel~=author]';
const BYLINE_NAME = /byline|(?:^|\s)author(?:\s|$)|author[-_]name|write(?:r|by)/i;
const DATE = 'time';
const DATE_NAME = /publish|pubtime|date|timestamp/i;

/** Where a page says what it says, and what it is known by. */
interface Claims {
  page: Document;
  hostname: string;
  /** Of the article in its JSON-LD. */
  article: ReturnType<typeof readArticle>;
  /** Of the meta elements whose names are like that. */
  told: (like: RegExp) => string[];
  /** What readers see there. */
  shown: (marks: string, name?: RegExp) => string[];
}

/** Reads what the page says of its article: JSON-LD first, then meta elements, then what its readers see. */
export function readMetadata(page: Document, hostname = '', named = readNames(page)): Metadata {
  // Looked for only where the page tells nothing to machines: it takes longer than all the rest.
  const shown = (marks: string, name?: RegExp) =>
    readShown(page, [...page.querySelectorAll(marks), ...(name ? named(name, 'class') : [])]);
  const claims = { page, hostname, article: readArticle(page), told: readMeta(page), shown };
  const { documentElement: root, body } = page;
  const { site, sites } = readSite(claims);
  const section = toSection([...claims.article('articleSection'), ...claims.told(SECTION)], sites);
  const language = readLanguage(claims);
  return {
    title: readTitle(claims, sites, section) || site,
    section,
    byline: readByline(claims, sites),
    site,
    ...readDates(claims, language),
    language,
    direction: root.dir || (body?.dir ?? ''),
  };
}

/** The site's name, and all that it is called. */
function readSite({ page, hostname, article, told }: Claims): { site: string; sites: string[] } {
  const own = readSiteName(page, hostname);
  const domain = toDomain(hostname);
  const publishers = article('publisher');
  const sites = [...told(SITE), ...publishers, domain];
  if (own.host) return { site: own.name, sites };
  // A publisher may have many sites: it names this one where the host is named like it.
  const publisher = publishers.find((name) => isSite(name, [domain]));
  // A host is not cut: whose it is stands at its end.
  return { site: publisher ? toSafeName(publisher) : own.name, sites };
}

function readTitle({ page, article, told }: Claims, sites: string[], section: string): string {
  const title = toPlain(page.title);
  const headlines = [...page.querySelectorAll('h1[itemprop~=headline]')].map(toLine);
  const titles = [...article('headline'), ...headlines, ...told(TITLE), title, ...article('name')];
  const { headings, manual } = readHeadings(page, title);
  const names = [...sites, manual];
  return toTitle({ headings, told: titles, sites: names, section, isShown: createLookup(page) });
}

function readByline({ article, told, shown }: Claims, sites: string[]): string {
  const authors = [article('author'), article('creator'), ...told(AUTHOR).map((author) => [author])];
  return (
    // A person may well have a site of the same name.
    toByline([article('author', /Person/)], []) ||
    toByline(authors, sites) ||
    toByline(
      shown(BYLINE, BYLINE_NAME).map((author) => [author]),
      sites,
    )
  );
}

function readLanguage({ page, article, told }: Claims): string {
  const { documentElement: root, body } = page;
  const claimed = [root.lang, body?.lang ?? '', ...article('inLanguage'), ...told(LANGUAGE)];
  return claimed.reduce((tag, each) => tag || toTag(each), '');
}

function readDates(claims: Claims, language: string): Pick<Metadata, 'published' | 'modified'> {
  const { article, told, shown } = claims;
  const toFirstDate = (texts: unknown[]) =>
    texts.map((text) => toDate(text, language)).find((date) => date !== null) ?? null;
  const published =
    toFirstDate([...article('datePublished'), ...told(PUBLISHED)]) ??
    toFirstDate(shown('[itemprop~=datePublished]')) ??
    toFirstDate(shown(DATE, DATE_NAME)) ??
    toFirstDate(readDays(claims));
  const changed =
    toFirstDate([...article('dateModified'), ...told(MODIFIED)]) ??
    toFirstDate(shown('[itemprop~=dateModified]'));
  return { published, modified: Number(changed) - Number(published) >= CHANGE_MS ? changed : null };
}

/** The days in the page's addresses. */
function readDays({ page, told }: Claims): (string | undefined)[] {
  const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  return [...told(ADDRESS), canonical].map((address) => DAY.exec(address)?.slice(1).join('-'));
}

/** The innermost section; addresses and the site itself are none. */
function toSection(names: string[], sites: string[]): string {
  const sections = names.map(
    (name) =>
      toPlain(name)
        .split(/\s*[>›»|]\s*/)
        .at(-1) ?? '',
  );
  const isNamed = (name: string) =>
    /^\p{L}/u.test(name) && name.length <= SECTION_CHARS && !isSite(name, sites);
  return sections.find(isNamed) ?? '';
}

/** The name in a host name: `ledger` of `www.ledger.co.uk`. */
function toDomain(hostname: string): string {
  return /([^.]+)(?:\.(?:co|com|org|net|ac|gov|edu|or|ne|go))?\.\w+$/.exec(hostname)?.[1] ?? '';
}
