// Without this, the text would not be found in the page: Readability makes it an article, and where that fails the page is
// its list of links, or all its text.
import { findMarked, markBlocks, readBlocks, toLength } from './blocks.ts';
import { correct, type Draft } from './correct.ts';
import { isolateBlocks, toDirection, toProse } from './direction.ts';
import { findArticle } from './finder.ts';
import { toLanguage } from './language.ts';
import { toKey } from './likeness.ts';
import { extractLinks } from './links.ts';
import { readMetadata } from './metadata.ts';
import { readNames } from './names.ts';
import { BOX, prepare, removeSurroundings } from './prepare.ts';
import { toMinutes } from './reading-time.ts';
import { toSafe } from './sanitise.ts';
import { tamePage } from './tame.ts';
import { isWalled, readData, takeWall, WALL } from './wall.ts';
import { extractWhole, isArticle, isPoor } from './whole.ts';

/** A page as it is read. Every string is text; `body` is safe, and stands in a document in which nothing is asked for. */
export interface Reading {
  state: 'article' | 'links';
  title: string;
  section: string;
  byline: string;
  site: string;
  /** When it was published; a day without a time is midnight UTC: see `isDay`. */
  published: Date | null;
  /** When it was changed last, where that is well after it was published. */
  modified: Date | null;
  /** Whole minutes; 0 for a list of links. */
  minutes: number;
  language: string;
  direction: 'ltr' | 'rtl';
  body: DocumentFragment;
  /** It is no article found in the page, but all the page's text. */
  whole: boolean;
  /** The rest of it is behind a wall: for subscribers. */
  walled: boolean;
}

/** Where a page stands and what is known of it beside its HTML. */
export interface Place {
  hostname: string;
  /** The direction the page is laid out in, as far as that is known. */
  direction: string;
  plainText: boolean;
  /** All the page's text is asked for, not the article in it. */
  whole?: boolean;
}

/** Less text than this is nothing to read, in characters: the shortest paragraph `isProbablyReaderable` counts. */
const LEAST_CHARS = 140;
/** With less running text than this outside links, a page full of headlines is a list of links: Readability's `charThreshold`. */
const ARTICLE_CHARS = 500;
/** So many headlines make a front page. */
const FRONT_PAGE_LINKS = 8;
/** On a front page headings are links: so many of them, where an article has its own headings and a few teasers. */
const FRONT_PAGE_HEADINGS = 4;
/** A shorter paragraph is a label, in characters. */
const PARAGRAPH_CHARS = 60;
/** A longer paragraph is no teaser, in characters: those of the front pages looked at end below 250. */
const TEASER_CHARS = 300;

/** A longer text is a record or a book, and would be looked through for each of its blocks, in characters. */
const CORRECTED_CHARS = 500_000;

/** The page as it is read, or `null` where there is nothing to read. Changes the document it is given. */
export function extractReading(page: Document, place: Place): Reading | null {
  tamePage(page);
  const named = readNames(page);
  const { direction: declared, ...metadata } = readMetadata(page, place.hostname, named);
  // A page in other words than HTML has none.
  const root = page.body ?? page.documentElement;
  const finish = (state: Reading['state'], content: Node, known: Partial<Reading> = {}): Reading => {
    const body = toSafe(content, { base: content.baseURI });
    const text = toProse(body);
    const language = toLanguage(text, metadata.language);
    // A style sheet that has not come, or a copy of the HTML that is ahead of the page, has only the attribute.
    const direction = toDirection(text, place.direction === 'rtl' ? 'rtl' : declared);
    isolateBlocks(body, direction);
    const chars = countChars(body.textContent ?? '');
    return {
      ...metadata,
      ...{ state, language, direction, body, whole: false, walled: false },
      minutes: state === 'article' ? toMinutes(chars, language) : 0,
      ...known,
    };
  };
  const finishWhole = (from: Element, how: Parameters<typeof extractWhole>[1]): Reading | null => {
    const content = extractWhole(from, how);
    // The title stands above it.
    for (const heading of content.querySelectorAll('h1'))
      if (toKey(heading.textContent ?? '') === toKey(metadata.title)) heading.remove();
    return toChars(content) >= LEAST_CHARS ? finish('article', content, { whole: true }) : null;
  };

  if (place.plainText) {
    const content = toParagraphs(page);
    return toChars(content) >= LEAST_CHARS ? finish('article', content) : null;
  }
  if (place.whole) {
    removeSurroundings(page);
    return finishWhole(root, { blocks: [], everything: true });
  }
  const data = readData(page);
  const wall = takeWall(data, named(WALL));
  prepare(page, named(BOX));
  const blocks = readBlocks(root);
  markBlocks(blocks);
  // A bulletin is short lines. Front pages have articles in their JSON-LD, and days beside their teasers, but were not published themselves.
  const isDated = page.querySelector('meta[property="article:published_time"]');
  const rest = root.cloneNode(true) as Element;
  const found = extractArticle(page, {
    untouched: rest,
    blocks,
    isArticle: isArticle(page, data),
    signed: Boolean(metadata.byline || metadata.published),
    paid: wall.free === false,
  });
  if (!found || (found.prose < ARTICLE_CHARS && !isDated)) {
    const links = extractLinks(rest);
    if (links.count >= FRONT_PAGE_LINKS && links.headings >= FRONT_PAGE_HEADINGS)
      return finish('links', links.list, { section: '', byline: '', published: null, modified: null });
  }
  const isEnough = found && found.chars >= LEAST_CHARS;
  const whole = isEnough && !found.poor ? null : finishWhole(rest, { blocks, everything: false });
  if (whole || !isEnough) return whole;
  const walled = isWalled(wall, found.chars);
  return finish('article', found.content, { walled });
}

/** White space counts as one character, but in texts so long that looking through it takes longer than it matters. */
function countChars(text: string): number {
  return (text.length < CORRECTED_CHARS ? text.replace(/\s+/g, ' ') : text).length;
}

function toChars(content: Node): number {
  return content.textContent?.trim().length ?? 0;
}

/** What was known of a page before it is changed. */
interface Known extends Pick<Draft, 'blocks' | 'signed' | 'paid'> {
  /** A copy of its body. */
  untouched: Element;
  /** It calls itself one. */
  isArticle: boolean;
}

function extractArticle(page: Document, { untouched, blocks, isArticle, signed, paid }: Known) {
  const descriptions = readDescriptions(page);
  const { content, title } = findArticle(page, untouched);
  if (!content) return null;
  const kept = findMarked(content);
  const originals = findMarked(untouched);
  const all = blocks.map((block) => ({ ...block, element: originals.get(block.at) ?? block.element }));
  const poor = isPoor(untouched, { blocks: all, kept, isArticle });
  const text = content.textContent ?? '';
  if (text.length < CORRECTED_CHARS) {
    correct({
      ...{ signed, paid },
      content,
      blocks: all,
      kept,
      title,
      text,
      descriptions,
    });
  }
  return {
    content,
    chars: toChars(content),
    prose: countProse(content),
    poor,
  };
}

function readDescriptions(page: Document): string[] {
  const named = page.querySelectorAll('meta[name*=description i], meta[property*=description i]');
  return [...named].map((each) => each.getAttribute('content') ?? '');
}

/** Characters of running text: paragraphs that follow each other, as in an article, or are longer than any teaser. */
function countProse(content: Element): number {
  let chars = 0;
  for (const paragraph of content.querySelectorAll('p')) {
    const { previousElementSibling: before, nextElementSibling: after } = paragraph;
    const length = toWeight(paragraph);
    const follows = isParagraph(paragraph) && (isParagraph(before) || isParagraph(after));
    if (follows || length >= TEASER_CHARS) chars += length;
  }
  return chars;
}

function isParagraph(element: Element | null): boolean {
  return element?.localName === 'p' && toWeight(element) >= PARAGRAPH_CHARS;
}

function toWeight(paragraph: Element): number {
  return toLength(paragraph.textContent?.trim() ?? '');
}

/** Plain text has no marks but empty lines. */
function toParagraphs(page: Document): Element {
  const content = page.createElement('div');
  for (const paragraph of (page.body?.textContent ?? '').split(/\n\s*\n/))
    content.append(Object.assign(page.createElement('p'), { textContent: paragraph.trim() }));
  return content;
}
