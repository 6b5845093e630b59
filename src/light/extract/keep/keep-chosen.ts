// Takes away from a page what was not chosen of it: what is left stands in the page's own order and structure.
import { INLINE_ELEMENTS } from '../../text/block-elements.ts';

const ELEMENT = 1;
const TEXT = 3;
/** What has no text but may stand between it: goes only with the box it stands in. */
const BETWEEN = new Set(['br', 'hr', 'wbr', 'td', 'th', 'col', 'colgroup']);

/** What is to be left. */
export interface Chosen {
  texts: ReadonlySet<Node>;
  /** Pictures that stand in what Readability chose. */
  pictures: ReadonlySet<Node>;
}

/** Leaves the chosen texts under an element, the boxes that hold them, and the pictures that stand between two of them. */
export function keepChosen(root: Element, { texts, pictures }: Chosen): void {
  prune(root, { texts, pictures: new Set([...pictures, ...findBetween(root, texts)]) });
}

/** Says whether anything that was chosen is left in the element. */
function prune(element: Element, chosen: Chosen): boolean {
  let holds = false;
  let next: ChildNode | null;
  for (let node = element.firstChild; node; node = next) {
    next = node.nextSibling;
    const isLeft = isKept(node, chosen);
    if (isLeft === false) node.remove();
    else holds ||= isLeft === true;
  }
  return holds;
}

/** `null` for what stays as long as its box does. */
function isKept(node: ChildNode, chosen: Chosen): boolean | null {
  if (node.nodeType === TEXT) return node.nodeValue?.trim() ? chosen.texts.has(node) : null;
  if (node.nodeType !== ELEMENT) return null;
  const element = node as Element;
  if (element.localName === 'img') return chosen.pictures.has(element);
  // Parts of a formula without text hold the places of others.
  if (element.localName === 'math') return holdsChosen(element, chosen);
  if (isSpace(element)) return null;
  const holds = prune(element, chosen);
  return holds || (BETWEEN.has(element.localName) ? null : false);
}

/** White space parts words, also where it stands in an element of its own. */
function isSpace(element: Element): boolean {
  return INLINE_ELEMENTS.has(element.localName) && /^\s+$/.test(element.textContent ?? '');
}

function holdsChosen(element: Element, { texts }: Chosen): boolean {
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* text */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (texts.has(node)) return true;
  return false;
}

/** The pictures whose neighbours in the text, on both sides, were chosen. */
function findBetween(root: Element, texts: ReadonlySet<Node>): Element[] {
  const found: Element[] = [];
  let waiting: Element[] = [];
  let isBehindChosen = false;
  const walker = root.ownerDocument.createTreeWalker(root, 1 + 4 /* elements and text */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === ELEMENT) {
      if (isBehindChosen && (node as Element).localName === 'img') waiting.push(node as Element);
      continue;
    }
    if (!node.nodeValue?.trim()) continue;
    isBehindChosen = texts.has(node);
    if (isBehindChosen) found.push(...waiting);
    waiting = [];
  }
  return found;
}
