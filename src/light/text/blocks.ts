// Splits a page into blocks of text, each with its length, its share of links and its place.
import { toTextLength as toLength } from '../../common/words/text-length.ts';
import { INLINE_ELEMENTS } from './block-elements.ts';

export { toLength };

/** A part of a page that stands by itself: a paragraph, a heading, a list item, a cell. */
export interface Block {
  element: Element;
  /** In one line. */
  text: string;
  /** The length of the text as if it were written in letters. */
  length: number;
  /** The share of the text that is links, 0 to 1. */
  links: number;
  /** Its place in the page. */
  at: number;
}

/** A shorter block is a label, in characters. */
export const LABEL_CHARS = 80;
/** With more links than this a text is a list of them. */
const LINKY = 0.4;

/** The blocks of what stands under a node, in order. White space alone is no block. */
export function readBlocks(root: Node): Block[] {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(
    root,
    4 /* NodeFilter.SHOW_TEXT */,
  );
  const found = new Map<Element, { text: string; linked: number }>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const { element, linked } = findBlock(node);
    if (!element) continue;
    let block = found.get(element);
    if (!block) {
      if (!text.trim() || isSilent(element)) continue;
      block = { text: '', linked: 0 };
      found.set(element, block);
    }
    block.text += text;
    if (linked) block.linked += text.trim().length;
  }
  return [...found].map(([element, { text, linked }], at) => toBlock(element, { text, linked, at }));
}

function toBlock(
  element: Element,
  { text, linked, at }: { text: string; linked: number; at: number },
): Block {
  const line = text.replace(/\s+/g, ' ').trim();
  const links = element.closest('a[href]') ? 1 : Math.min(1, linked / Math.max(1, line.length));
  return { element, text: line, length: toLength(line), links, at };
}

/** A link, but not one to a place in the page itself: the headings of manuals are such links. */
export function leadsAway(element: Element): boolean {
  return element.localName === 'a' && !element.getAttribute('href')?.startsWith('#');
}

function isSilent({ localName }: Element): boolean {
  return localName === 'script' || localName === 'style' || localName === 'noscript' || localName === 'title';
}

/** The block a text stands in, and whether it is a link there. */
function findBlock(text: Node): { element: Element | null; linked: boolean } {
  let element = text.parentElement;
  let linked = false;
  while (element && INLINE_ELEMENTS.has(element.localName)) {
    linked ||= leadsAway(element);
    element = element.parentElement;
  }
  return { element, linked };
}

/** Running text, not a label nor a list of links. */
export function isProse({ length, links }: Block): boolean {
  return links < LINKY && length >= LABEL_CHARS;
}

export function isHeading({ element }: Block): boolean {
  return /^h[1-6]$/.test(element.localName);
}
