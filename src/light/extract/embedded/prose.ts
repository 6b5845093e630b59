// Counts running text: what decides whether something hidden or packed away is the text of a page.
import { isProse, readBlocks } from '../../text/blocks.ts';

/** The running text under a node, in characters as if written in letters: paragraphs, not labels nor lists of links. */
export function countProse(root: Node): number {
  return readBlocks(root)
    .filter(isProse)
    .reduce((sum, { length }) => sum + length, 0);
}

/** A handler in a tag. */
const HANDLER = /([\s/"'])on\w+(?=\s*=)/gi;

/**
 * HTML as nodes of a document of its own, in which nothing is asked for and no script runs. Without event handlers: Chromium holds those to the
 * policy of the page, and reports as the page's what it refuses.
 */
export function parseFragment(html: string): HTMLElement {
  const unhandled = html.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(HANDLER, '$1data-off'));
  return new DOMParser().parseFromString(unhandled, 'text/html').body;
}
