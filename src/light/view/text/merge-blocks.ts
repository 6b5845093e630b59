// Merges blocks of a text into those that stand in the view, which stay the same elements where they say the same.
import { adoptPlaces } from './block-places.ts';

/** A block of less text may stand on a page more than once, in characters: it is looked for close by only. */
const TELLING_CHARS = 20;
/** So far ahead it is looked for, in blocks. */
const CLOSE_BLOCKS = 3;

/** What two blocks are compared by. */
export function toBlockKey(block: Element): string {
  return `${block.localName} ${(block.textContent ?? '').replace(/\s+/g, ' ').trim()}`;
}

/**
 * Makes `body` hold these blocks. One that stands there already stays the same element, with the reader's selection, focus and pictures;
 * what is missing is put in its place, and what is not among them goes, unless it is to be kept.
 */
export function mergeBlocks(
  body: Element,
  blocks: HTMLElement[],
  isKept: (block: Element) => boolean = () => false,
): void {
  const shown = [...body.children];
  if (shown.length === 0) return body.append(...blocks);
  const keys = shown.map(toBlockKey);
  let at = 0;
  for (const block of blocks) {
    const key = toBlockKey(block);
    const found = keys.indexOf(key, at);
    const isFound = found >= 0 && (key.length >= TELLING_CHARS || found - at <= CLOSE_BLOCKS);
    if (!isFound) {
      if (block.localName === 'ul') adoptEntries(body, block);
      body.insertBefore(block, shown[at] ?? null);
      continue;
    }
    for (const other of shown.slice(at, found)) if (!isKept(other)) other.remove();
    adoptPlaces(shown[found] as Element, block); // It was found there.
    at = found + 1;
  }
  for (const other of shown.slice(at)) if (!isKept(other)) other.remove();
}

const ENTRY = ':scope > ul > li > a[href]:first-child';

/** The entries of a list that grew one by one stay the same elements; what is said of each comes in. */
function adoptEntries(body: Element, list: Element): void {
  const standing = new Map(
    [...body.querySelectorAll<HTMLAnchorElement>(ENTRY)].map((link) => [link.href, link.parentElement]),
  );
  for (const item of [...list.children]) {
    const link = item.firstElementChild;
    const twin = link instanceof HTMLAnchorElement ? standing.get(link.href) : null;
    if (!link || !twin || twin.firstElementChild?.textContent !== link.textContent) continue;
    twin.append(...[...item.childNodes].slice(1));
    // By all that is known now.
    const direction = item.getAttribute('dir');
    if (direction) twin.setAttribute('dir', direction);
    item.replaceWith(twin);
  }
}

/**
 * Puts a block where it belongs among those that stand there, after the first `at`, and gives how many stand before what comes next. The same
 * text may stand there already: it came from another source first.
 */
export function insertBlock(body: Element, block: HTMLElement, at: number): number {
  const next = body.children[at] ?? null;
  const key = next && toBlockKey(block);
  for (let other: Element | null = next, index = at + 1; other; other = other.nextElementSibling, index++)
    if (toBlockKey(other) === key) return index;
  body.insertBefore(block, next);
  return at + 1;
}

/** Runs a change of the text, and has what the reader is looking at stay where it is on the screen. */
export function keepPlace(body: Element, scroller: Element, change: () => void): void {
  // A reader at the top reads from the top.
  if (scroller.scrollTop === 0) return change();
  const places = [...body.querySelectorAll(':scope > *, :scope > ul > li')]
    .map((block) => ({
      block,
      top: block.getBoundingClientRect().top,
      bottom: block.getBoundingClientRect().bottom,
    }))
    .filter(({ bottom }) => bottom > 0);
  change();
  const standing = places.find(({ block }) => block.isConnected);
  if (!standing) return;
  const movedPx = standing.block.getBoundingClientRect().top - standing.top;
  if (movedPx) scroller.scrollBy({ top: movedPx, behavior: 'instant' });
}
