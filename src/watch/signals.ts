// Without this, the verdict would have nothing to judge by. Everything here is read, nothing is changed.
import { READABLE_CHARS, type Signals } from './verdict.ts';

/** A text node of so many characters is running text or a headline, not a label or a menu entry. */
const PROSE_CHARS = 40;

/** A Chinese, Japanese or Korean character says as much as three letters, and counts as three. */
const WIDE = /[\u3040-\u9fff\uac00-\ud7af]/g;

/** How much has arrived so far, as one number that grows with every element, every file and every letter of a long text. */
export function countArrived(page: Document): number {
  // The question may stand at the end of the document, but not there.
  let last: Node = page.body ?? page.head ?? page;
  while (last.lastChild) last = last.lastChild;
  // Live collections, which the browser keeps: a list of all elements would be made anew at each look.
  const own = page.getElementsByTagName('light-prompt').length;
  const elements = page.getElementsByTagName('*').length - own;
  return elements + performance.getEntriesByType('resource').length + (last.nodeValue?.length ?? 0);
}

/**
 * Characters of running text in the document, counted up to `READABLE_CHARS` and no further. `seen`: only what can be seen;
 * to be asked only once the page has painted, for it makes the browser compute styles.
 */
export function countText(page: Document, seen: boolean): number {
  if (!page.body) return 0;
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  let chars = 0;
  while (chars < READABLE_CHARS && walker.nextNode()) {
    const { length } = (walker.currentNode.nodeValue ?? '').trim().replace(WIDE, '$&$&$&');
    if (length < PROSE_CHARS) continue;
    const parent = walker.currentNode.parentNode as Element;
    if (/^(script|style|noscript|template|textarea)$/.test(parent.localName)) continue;
    if (!seen || isSeen(parent)) chars += length;
  }
  return chars;
}

/** Pages that hide their text until a script has run hide it in one of these ways. */
function isSeen(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** What can be seen of the load now; the last two are the caller's. */
export function readSignals(page: Document, quietMs: number, typed: boolean): Signals {
  const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
  return {
    painted,
    parsed: page.readyState !== 'loading',
    loaded: page.readyState === 'complete',
    textChars: countText(page, painted),
    quietMs,
    reading: scrollY > 0 || getSelection()?.isCollapsed === false,
    writing: typed || page.querySelector('[contenteditable],textarea:focus') !== null,
  };
}
