// Reads the headings of a page that may be its title, and tells whether a text stands on the page.
import { toLine } from '../extract/plain-text.ts';
import { toKey } from '../text/text-similarity.ts';
import { isAfter } from './shown-facts.ts';

/** A page with more has one for each of its texts. */
const HEADINGS = 20;
/** A longer one is no heading, in characters. */
const HEADING_CHARS = 300;
/** A heading of the first level, by its element or by what assistive technology is told. */
const HEADLINE = 'h1, [role=heading][aria-level="1"]';

/**
 * The headings of the first level. One that ends the document's title, where its beginning is a heading below, is the name of a whole
 * `manual` or site: what it begins with is the page's.
 */
export function readHeadings(page: Document, title: string): { headings: string[]; manual: string } {
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

/** A heading that leads to the start page is the name of the site. */
function isOwn(heading: Element): boolean {
  const link = heading.closest('a') ?? heading.querySelector<HTMLAnchorElement>('a:not([href^="#"])');
  return link?.pathname !== '/' || link.search !== '';
}

/** Says whether a text is all that stands in some element of the page; the page is looked through once, and only if that is asked. */
export function createLookup(page: Document): (text: string) => boolean {
  let shown: Set<string> | undefined;
  return (text) => {
    shown ??= new Set(readTexts(page).map(toKey));
    return shown.has(toKey(text));
  };
}

function readTexts(page: Document): string[] {
  const texts: string[] = [];
  const walker = page.createTreeWalker(page.body ?? page, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.length <= HEADING_CHARS && text.trim()) texts.push(text);
  }
  return texts;
}
