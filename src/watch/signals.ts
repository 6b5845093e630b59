// Reads how much of a page has come, for the verdict. Changes nothing.
import { toTextLength } from '../common/words/text-length.ts';
import { READABLE_CHARS, type Signals } from './verdict.ts';

/** A text node of so many characters is running text or a headline, not a label or a menu entry. */
const PROSE_CHARS = 40;

/** Set by the build: Firefox puts what has come of a script into the document piece by piece. */
declare const FIREFOX: boolean;

/** How far a load has come. */
export interface Arrival {
  /** One number that grows with every element, every file and every letter of a long text or script. */
  count: number;
  /**
   * The parser is in a script of the page's own, of which Chromium shows nothing until it has come twice as far: that nothing new is seen
   * does not say that nothing comes.
   */
  blind: boolean;
}

/** How far the page has come. */
export function readArrival(page: Document): Arrival {
  // While the page is parsed, the question stands outside of these.
  const root = page.body ?? page.head ?? page;
  let end: Node = root;
  while (end.lastChild) end = end.lastChild;
  return {
    // Live collections, which the browser keeps: a list of all elements would be made anew at each look.
    count:
      root.getElementsByTagName('*').length +
      performance.getEntriesByType('resource').length +
      (end.nodeValue?.length ?? 0),
    blind: !FIREFOX && end.parentElement?.localName === 'script',
  };
}

/**
 * Length of the running text in the document, counted up to `READABLE_CHARS` and no further. `seen`: only what can be seen;
 * to be asked only once the page has painted, for it makes the browser compute styles.
 */
export function countText(page: Document, seen: boolean): number {
  if (!page.body) return 0;
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  let chars = 0;
  while (chars < READABLE_CHARS && walker.nextNode()) {
    const length = toTextLength(walker.currentNode.nodeValue ?? '');
    if (length < PROSE_CHARS) continue;
    const parent = walker.currentNode.parentElement as Element; // What stands under the body stands in an element.
    if (/script$|^(style|template|textarea)$/.test(parent.localName)) continue;
    // Pages that hide their text until a script has run hide it in one of these ways.
    if (!seen || parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) chars += length;
  }
  return chars;
}

/** What can be seen of the load now; the last two are the caller's. */
export function readSignals(page: Document, quietMs: number, typed: boolean): Signals {
  const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
  return {
    painted,
    parsed: page.readyState !== 'loading',
    textChars: countText(page, painted),
    quietMs,
    reading: scrollY > 0 || getSelection()?.type === 'Range',
    writing: typed || page.querySelector('[contenteditable],textarea:focus') !== null,
  };
}
