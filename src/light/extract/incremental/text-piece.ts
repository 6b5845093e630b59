// Tells of a piece of a growing page what sort of text it is.
import { toTextLength } from '../../../common/words/text-length.ts';
import { leadsAway } from '../../text/blocks.ts';
import type { Piece } from './page-cursor.ts';
import { isElement } from './page-nodes.ts';

/** So long is a paragraph of running text, in characters: shorter ones are labels until they stand beside one. */
const PROSE_CHARS = 80;
/** With a larger share of its letters in links, a block leads elsewhere. */
const LINKED_SHARE = 0.5;
const HEADING = /^h[2-6]$/;
const LIST = /^(ul|ol|dl|table|figure)$/;

/**
 * `prose` is running text, `short` what is text beside it, `opens` what waits for the text that it stands above (a heading, a picture), `linked`
 * leads elsewhere, a `linked heading` from a heading.
 */
export type Sort = 'nothing' | 'linked' | 'linked heading' | 'opens' | 'short' | 'prose';

/** What a piece is by itself, and its length as if it were written in letters. */
export function describePiece(piece: Piece): { sort: Sort; length: number } {
  const length = toTextLength(piece.map((node) => node.textContent ?? '').join(''));
  return { sort: toSort(piece, length), length };
}

function toSort(piece: Piece, length: number): Sort {
  if (length === 0) return piece.some(isPicture) ? 'opens' : 'nothing';
  const name = toName(piece);
  if (isLinked(piece, length)) return HEADING.test(name) ? 'linked heading' : 'linked';
  if (HEADING.test(name)) return 'opens';
  return length >= PROSE_CHARS && !LIST.test(name) ? 'prose' : 'short';
}

/** The link that a heading is, or that it stands in; `null` where it leads nowhere else. */
export function findHeadlineLink([first]: Piece): Element | null {
  if (!first || !isElement(first)) return null;
  const inner = [...first.querySelectorAll('a[href]')].filter(leadsAway);
  return inner.length === 1 ? (inner[0] ?? null) : findLinkAround(first);
}

function findLinkAround(element: Element): Element | null {
  const link = Element.prototype.closest.call(element, 'a[href]');
  return link && leadsAway(link) ? link : null;
}

/** The name of the block; '' for inline text. */
function toName([first, second]: Piece): string {
  return first && !second && isElement(first) ? first.localName : '';
}

function isPicture(node: Node): boolean {
  return isElement(node) && node.matches('figure, img, picture, hr');
}

function isLinked(piece: Piece, chars: number): boolean {
  let linked = 0;
  for (const node of piece) {
    if (!isElement(node)) continue;
    if (HEADING.test(node.localName) && findLinkAround(node)) return true;
    const links = node.localName === 'a' ? [node] : node.querySelectorAll('a');
    for (const link of links) if (leadsAway(link)) linked += toTextLength(link.textContent ?? '');
  }
  return linked > chars * LINKED_SHARE;
}
