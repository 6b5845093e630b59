// Without this, the text would jump under the reader's eyes when more of it comes, or when the whole article says better than its beginning.

const BLOCKS = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure table hr button'.split(' '));
const BLOCK_INSIDE = 'p, div, h1, h2, h3, h4, h5, h6, ul, ol, dl, blockquote, pre, figure, table, hr, button';
/** A block of less text may stand on a page more than once, in characters: it is looked for close by only. */
const TELLING_CHARS = 20;
/** So far ahead it is looked for, in blocks. */
const CLOSE_BLOCKS = 3;

/** The content as one block after another, without what only held them together: what grows at its end need not be laid out anew. */
export function toBlocks(content: Node): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  let paragraph: HTMLElement | null = null;
  const take = (node: ChildNode, holder: Element | null) => {
    const isElement = node instanceof Element;
    if (isElement && BLOCKS.has(node.localName)) {
      paragraph = null;
      keepMarks(node, holder);
      blocks.push(node as HTMLElement);
    } else if (isElement && node.querySelector(BLOCK_INSIDE)) {
      paragraph = null;
      keepMarks(node, holder);
      for (const child of [...node.childNodes]) take(child, node);
      paragraph = null;
    } else if (isElement && node.localName === 'div') {
      paragraph = null;
      keepMarks(node, holder);
      blocks.push(toParagraph(node, node.childNodes, node));
    } else {
      if (!paragraph && !node.textContent?.trim() && !isElement) return;
      if (!paragraph) {
        paragraph = toParagraph(node, [], holder);
        blocks.push(paragraph);
      }
      paragraph.append(node);
    }
  };
  for (const child of [...content.childNodes]) take(child, null);
  for (const block of blocks) if (block.localName === 'p') trim(block);
  return blocks.filter(
    (block) => block.localName === 'hr' || block.textContent?.trim() || block.querySelector('img'),
  );
}

/** Line breaks at its beginning and its end are a distance, which the view has of its own. */
function trim(paragraph: Element): void {
  for (const side of ['firstChild', 'lastChild'] as const)
    for (let end = paragraph[side]; end && isSpace(end); end = paragraph[side]) end.remove();
}

function isSpace(node: Node): boolean {
  return /^(BR|#text)$/.test(node.nodeName) && !node.textContent?.trim();
}

function toParagraph(node: Node, children: Iterable<ChildNode>, holder: Element | null): HTMLElement {
  // Of a document, as every node of a page is.
  const paragraph = (node.ownerDocument as Document).createElement('p');
  paragraph.append(...children);
  keepMarks(paragraph, holder);
  return paragraph;
}

/** What held a block may have said its direction and language. */
function keepMarks(element: Element, holder: Element | null): void {
  for (const mark of ['dir', 'lang']) {
    const value = holder?.getAttribute(mark);
    if (value && !element.hasAttribute(mark)) element.setAttribute(mark, value);
  }
}

function toKey(block: Element): string {
  return `${block.localName} ${(block.textContent ?? '').replace(/\s+/g, ' ').trim()}`;
}

/**
 * Makes `body` hold these blocks. One that stands there already stays the same element, with the reader's selection, focus and pictures;
 * what is missing is put in its place, and what is not among them goes.
 */
export function mergeBlocks(body: Element, blocks: HTMLElement[]): void {
  const shown = [...body.children];
  if (shown.length === 0) return body.append(...blocks);
  const keys = shown.map(toKey);
  let at = 0;
  for (const block of blocks) {
    const key = toKey(block);
    const found = keys.indexOf(key, at);
    const isFound = found >= 0 && (key.length >= TELLING_CHARS || found - at <= CLOSE_BLOCKS);
    if (!isFound) {
      body.insertBefore(block, shown[at] ?? null);
      continue;
    }
    for (const wrong of shown.slice(at, found)) wrong.remove();
    at = found + 1;
  }
  for (const wrong of shown.slice(at)) wrong.remove();
}

/**
 * Puts a block where it belongs among those that stand there, after the first `at`, and gives how many stand before what comes next. The same
 * text may stand there already: it came from another source first.
 */
export function insertBlock(body: Element, block: HTMLElement, at: number): number {
  const next = body.children[at] ?? null;
  const key = next && toKey(block);
  for (let other: Element | null = next, index = at + 1; other; other = other.nextElementSibling, index++)
    if (toKey(other) === key) return index;
  body.insertBefore(block, next);
  return at + 1;
}

/** Runs a change of the text, and has what the reader is looking at stay where it is on the screen. */
export function keepPlace(body: Element, scroller: Element, change: () => void): void {
  // A reader at the top reads from the top.
  if (scroller.scrollTop === 0) return change();
  const places = [...body.children]
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
