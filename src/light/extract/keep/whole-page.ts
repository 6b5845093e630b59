// All the text of a page, for a reader who misses something in what was found of it.
import { INLINE_ELEMENTS } from '../../text/block-elements.ts';

/** Beside what is never part of a text: what is pressed and filled in. */
export const CONTROLS =
  'button, input, select, option, textarea, iframe, object, embed, audio, video, noscript, aside';

/** All the text of a page in order, without controls; its body is changed. */
export function extractWhole(body: Element): Element {
  const content = body.ownerDocument.createElement('div');
  for (const control of body.querySelectorAll(CONTROLS)) control.remove();
  partNeighbours(body);
  content.append(...body.childNodes);
  return content;
}

/** Where nothing is parted: a title may be made of pieces, and code of words. */
const UNPARTED = 'p, pre, code, kbd, samp, math, h1, h2, h3, h4, h5, h6';

/** What stands in boxes side by side is held apart by the page's style sheet, which is not here: a space does so. */
function partNeighbours(body: Element): void {
  for (const box of body.querySelectorAll('*')) {
    // A line of text has its own spaces.
    const isRow = box.children.length > 1 && [...box.childNodes].every(isPiece) && !box.closest(UNPARTED);
    if (isRow && !INLINE_ELEMENTS.has(box.localName)) for (const piece of box.children) partFromNext(piece);
  }
}

function isPiece(node: Node): boolean {
  return node.nodeType === 1 ? INLINE_ELEMENTS.has((node as Element).localName) : !node.nodeValue?.trim();
}

/** Words of more than one letter: single ones are parts of one. */
function partFromNext(piece: Element): void {
  const next = piece.nextSibling;
  const [words, others] = [piece.textContent ?? '', next?.textContent ?? ''];
  const areWords = /.[\p{L}\p{N}]$/su.test(words) && /^[\p{L}\p{N}]./su.test(others);
  if (areWords && next?.nodeType === 1) piece.after(' ');
}
