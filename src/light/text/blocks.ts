// Without this, nothing could be said of a text but its length: a page as its blocks, each with its words and how much of it is links.

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

export const INLINE = new Set(
  (
    'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup ' +
    'time tt u var wbr'
  ).split(' '),
);
/** Where the place of a block is noted, so that it is found again in a copy and in what Readability leaves. */
export const MARK = 'data-light-at';

/** A shorter block is a label, in characters. */
export const LABEL_CHARS = 80;
/** Chinese, Japanese and Korean say as much in fewer characters. */
const DENSE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const DENSE_FACTOR = 2.5;
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
  while (element && INLINE.has(element.localName)) {
    linked ||= leadsAway(element);
    element = element.parentElement;
  }
  return { element, linked };
}

/**
 * Notes each block's place on it. Readability puts another paragraph in the place of a `div` of mere text, and the note would be
 * lost: such a `div` becomes a paragraph before.
 */
export function markBlocks(blocks: Block[]): void {
  for (const block of blocks) {
    if (block.element.localName === 'div' && !block.element.querySelector(STRUCTURE)) toParagraph(block);
    block.element.setAttribute(MARK, String(block.at));
  }
}

const STRUCTURE = 'div, p, ul, ol, dl, table, pre, blockquote, img, section, article, h1, h2, h3, h4, h5, h6';

function toParagraph(block: Block): void {
  const paragraph = block.element.ownerDocument.createElement('p');
  for (const { name, value } of block.element.attributes)
    if (/^(?!on)[a-z-]+$/.test(name)) paragraph.setAttribute(name, value);
  paragraph.append(...block.element.childNodes);
  block.element.replaceWith(paragraph);
  block.element = paragraph;
}

/** The marked elements under a node, by their places. */
export function findMarked(root: ParentNode): Map<number, Element> {
  return new Map(
    [...root.querySelectorAll(`[${MARK}]`)].map((each) => [Number(each.getAttribute(MARK)), each]),
  );
}

/** A text's length as if it were written in letters. */
export function toLength(text: string): number {
  return text.length * (DENSE_SCRIPT.test(text) ? DENSE_FACTOR : 1);
}

/** Running text, not a label nor a list of links. */
export function isProse({ length, links }: Block): boolean {
  return links < LINKY && length >= LABEL_CHARS;
}

export function isHeading({ element }: Block): boolean {
  return /^h[1-6]$/.test(element.localName);
}
