// Turns content into the blocks of a view, one after another, without what only held them together.
import { BLOCK_ELEMENTS, BLOCK_INSIDE } from '../../text/block-elements.ts';
import { addPlaces, readOwnPlaces, readPlaces } from './block-places.ts';

/** The name of a picture that can be loaded is a block like any other. */
const BLOCKS = new Set([...BLOCK_ELEMENTS, 'button']);
const INSIDE = `${BLOCK_INSIDE}, button`;

/** The content as one block after another: what grows at its end need not be laid out anew. */
export function toBlocks(content: Node): HTMLElement[] {
  const walk: Walk = { blocks: [], paragraph: null, places: '' };
  for (const child of [...content.childNodes]) take(walk, child, null);
  for (const block of walk.blocks) if (block.localName === 'p') trim(block);
  return dropEmpty(walk.blocks);
}

/** How far the content has been gone through. */
interface Walk {
  blocks: HTMLElement[];
  /** What stands in lines is put here, until a block comes. */
  paragraph: HTMLElement | null;
  /** The places that the boxes around the next block are. */
  places: string;
}

function take(walk: Walk, node: ChildNode, holder: Element | null): void {
  const kind = node instanceof Element ? toKind(node) : 'line';
  if (kind === 'line' || !(node instanceof Element)) return takeLine(walk, node, holder);
  walk.paragraph = null;
  keepMarks(node, holder);
  // Blocks are HTML, see `toKind`.
  if (kind === 'block') return push(walk, node as HTMLElement);
  walk.places = `${walk.places} ${readOwnPlaces(node)}`;
  if (kind === 'paragraph') return push(walk, createParagraph(node, node.childNodes, node));
  for (const child of [...node.childNodes]) take(walk, child, node);
  walk.paragraph = null;
}

/** A `block` stands as it is, a `box` goes and leaves what it holds, a `paragraph` is a box of nothing but lines. */
function toKind(element: Element): 'block' | 'box' | 'paragraph' | 'line' {
  if (BLOCKS.has(element.localName)) return 'block';
  if (element.querySelector(INSIDE)) return 'box';
  return element.localName === 'div' ? 'paragraph' : 'line';
}

function takeLine(walk: Walk, node: ChildNode, holder: Element | null): void {
  if (!walk.paragraph) {
    if (!node.textContent?.trim() && !(node instanceof Element)) return;
    walk.paragraph = createParagraph(node, [], holder);
    push(walk, walk.paragraph);
  }
  walk.paragraph.append(node);
}

function push(walk: Walk, block: HTMLElement): void {
  addPlaces(block, walk.places);
  walk.places = '';
  walk.blocks.push(block);
}

/** The places of what has nothing to show are those of what follows it. */
function dropEmpty(blocks: HTMLElement[]): HTMLElement[] {
  let places = '';
  const left = blocks.filter((block) => {
    const isShown = block.localName === 'hr' || block.textContent?.trim() || block.querySelector('img');
    if (isShown) addPlaces(block, places);
    places = isShown ? '' : `${places} ${readPlaces(block)}`;
    return isShown;
  });
  const last = left.at(-1);
  if (last) addPlaces(last, places);
  return left;
}

/** Line breaks at its beginning and its end are a distance, which the view has of its own. */
function trim(paragraph: Element): void {
  for (const side of ['firstChild', 'lastChild'] as const)
    for (let end = paragraph[side]; end && isSpace(end); end = paragraph[side]) end.remove();
}

function isSpace(node: Node): boolean {
  return /^(BR|#text)$/.test(node.nodeName) && !node.textContent?.trim();
}

function createParagraph(node: Node, children: Iterable<ChildNode>, holder: Element | null): HTMLElement {
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
