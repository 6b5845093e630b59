// Without this, the reader would not learn what a text is called, who wrote it and when, and in what language it is declared to be.
import { readSiteName, toSafeName } from '../common/site-name.ts';
import { toByline } from './byline.ts';
import { toDate } from './date.ts';
import { readArticle } from './json-ld.ts';
import { toTag } from './language.ts';
import { isSite, toKey } from './likeness.ts';
import { readNames } from './names.ts';
import { toLine, toPlain } from './plain.ts';
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
/** A page with more has one for each of its texts. */
const HEADINGS = 20;
/** A longer text is no name of a section, in characters. */
const SECTION_CHARS = 60;
/** A longer one is no byline and no date, with all the blanks in its HTML. */
const SHOWN_CHARS = 300;

/** A heading of the first level, by its element or by what assistive technology is told. */
const HEADLINE = 'h1, [role=heading][aria-level="1"]';

// Names of meta elements, in all the spellings that were seen.
const NAMES = ['property', 'name', 'itemprop', 'http-equiv'];
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
/** What stands here is of other articles, or of those who answer. An article's own footer often says who wrote it. */
const ELSEWHERE = 'nav, aside, footer:not(article *), [class*=comment i], [class*=related i]';

/** Reads what the page says of its article: JSON-LD first, then meta elements, then what its readers see. */
export function readMetadata(page: Document, hostname = '', named = readNames(page)): Metadata {
  const article = readArticle(page);
  const told = readMeta(page);
  // Looked for only where the page tells nothing to machines: it takes longer than all the rest.
  const shown = (marks: string, name?: RegExp) =>
    readShown(page, [...page.querySelectorAll(marks), ...(name ? named(name, 'class') : [])]);
  const { documentElement: root, body, title } = page;
  const own = readSiteName(page, hostname);
  const domain = toDomain(hostname);
  const publishers = article('publisher');
  const sites = [...told(SITE), ...publishers, domain];
  const section = toSection([...article('articleSection'), ...told(SECTION)], sites);
  const headlines = [...page.querySelectorAll('h1[itemprop~=headline]')].map(toLine);
  const titles = [...article('headline'), ...headlines, ...told(TITLE), toPlain(title), ...article('name')];
  const { headings, manual } = readHeadings(page, toPlain(title));
  const authors = [article('author'), article('creator'), ...told(AUTHOR).map((author) => [author])];
  const addresses = [...told(ADDRESS), page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? ''];
  const language = [root.lang, body?.lang ?? '', ...article('inLanguage'), ...told(LANGUAGE)].reduce(
    (tag, each) => tag || toTag(each),
    '',
  );
  const toFirstDate = (texts: unknown[]) =>
    texts.map((text) => toDate(text, language)).find((date) => date !== null) ?? null;
  const published =
    toFirstDate([...article('datePublished'), ...told(PUBLISHED)]) ??
    toFirstDate(shown('[itemprop~=datePublished]')) ??
    toFirstDate(shown(DATE, DATE_NAME)) ??
    toFirstDate(addresses.map((address) => DAY.exec(address)?.slice(1).join('-')));
  const changed =
    toFirstDate([...article('dateModified'), ...told(MODIFIED)]) ??
    toFirstDate(shown('[itemprop~=dateModified]'));
  // A publisher may have many sites: it names this one where the host is named like it.
  const site = own.host
    ? own.name
    : toSafeName(publishers.find((name) => isSite(name, [domain])) ?? own.name);
  return {
    title: toTitle({ headings, told: titles, sites: [...sites, manual], section }) || site,
    section,
    byline:
      toByline(authors, sites) ||
      toByline(
        shown(BYLINE, BYLINE_NAME).map((author) => [author]),
        sites,
      ),
    site,
    published,
    modified: Number(changed) - Number(published) >= CHANGE_MS ? changed : null,
    language,
    direction: root.dir || (body?.dir ?? ''),
  };
}

/**
 * The headings of the first level. One that ends the document's title, where its beginning is a heading below, is the name of a whole
 * `manual` or site: what it begins with is the page's.
 */
function readHeadings(page: Document, title: string): { headings: string[]; manual: string } {
  const own = [...page.querySelectorAll(HEADLINE)].slice(0, HEADINGS).filter(isOwn);
  const [begins = '', manual = ''] = title.split(/\s+[-–—|·•:«»]\s+/);
  const [key, manualKey] = [toKey(begins), toKey(manual)];
  const top = key && own.find((each) => toKey(toLine(each)) === manualKey);
  const isPage = (each: Element) => {
    const name = toKey(toLine(each));
    return name === key || (each.localName === 'h1' && name.includes(key));
  };
  const all = top ? [...page.querySelectorAll('h1, h2, h3')].slice(0, HEADINGS) : [];
  const below = all.find((each) => top && isAfter(top, each) && isPage(each));
  // With the mark by which it leads to itself.
  const toName = (each: Element) => toLine(each).replace(/[\s¶\u200b]+$/, '');
  if (!below) return { headings: own.map(toName), manual: '' };
  return { headings: [toKey(toLine(below)) === key ? begins : toLine(below)], manual };
}

function isAfter(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
}

/** A heading that leads to the start page is the name of the site. */
function isOwn(heading: Element): boolean {
  const link = heading.closest('a') ?? heading.querySelector<HTMLAnchorElement>('a:not([href^="#"])');
  return link?.pathname !== '/' || link.search !== '';
}

/** Reads the meta elements; what is given reads the contents of those whose names are like that. */
function readMeta(page: Document): (like: RegExp) => string[] {
  const metas = [...page.querySelectorAll<HTMLMetaElement>('meta[content]')].map((meta) => ({
    names: NAMES.map((name) => meta.getAttribute(name) ?? ''),
    content: toPlain(meta.content),
  }));
  return (like) =>
    metas.filter(({ names }) => names.some((name) => like.test(name))).map(({ content }) => content);
}

/** What a reader of the page sees below its title, of these elements, outer ones first; what machines are told there goes first. */
function readShown(page: Document, elements: Element[]): string[] {
  const heading = page.querySelector('h1');
  return [...new Set(elements)]
    .filter((each) => each.localName !== 'meta' && (each.textContent?.length ?? 0) <= SHOWN_CHARS)
    .filter((each) => !each.closest(ELSEWHERE) && (!heading || isAfter(heading, each)))
    .sort((one, other) => (isAfter(one, other) ? -1 : 1))
    .map((each) => each.querySelector('[itemprop~=name]') ?? each)
    .map((each) => each.getAttribute('content') ?? each.getAttribute('datetime') ?? toLine(each));
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
