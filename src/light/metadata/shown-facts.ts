// Reads what readers see below the title of a page, where it tells machines nothing: who wrote it, and when.
import { toLine } from '../extract/plain-text.ts';

/** A longer one is no byline and no date, with all the blanks in its HTML. */
const SHOWN_CHARS = 300;

/** What stands here is of other articles, or of those who answer. An article's own footer often says who wrote it. */
const ELSEWHERE = 'nav, aside, footer:not(article *), [class*=comment i], [class*=related i]';

/** What a reader of the page sees below its title, of these elements, outer ones first; what machines are told there goes first. */
export function readShown(page: Document, elements: Element[]): string[] {
  const heading = page.querySelector('h1');
  return [...new Set(elements)]
    .filter((each) => each.localName !== 'meta' && (each.textContent?.length ?? 0) <= SHOWN_CHARS)
    .filter((each) => !each.closest(ELSEWHERE) && (!heading || isAfter(heading, each)))
    .sort((one, other) => (isAfter(one, other) ? -1 : 1))
    .map((each) => each.querySelector('[itemprop~=name]') ?? each)
    .map((each) => each.getAttribute('content') ?? each.getAttribute('datetime') ?? toLine(each));
}

/** Whether the other stands after the first in the page. */
export function isAfter(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
}
