// Makes an entry of a growing list: a headline as a link, as the list has it when the page is whole.
import type { Piece } from './page-cursor.ts';
import { findHeadlineLink } from './text-piece.ts';

/** A shorter heading is that of a part of the page, in characters. */
const HEADLINE_CHARS = 15;

/** A list of one entry, which stands nowhere yet; `null` where the piece is no headline. */
export function toEntry(piece: Piece): Element | null {
  const link = findHeadlineLink(piece);
  const words = piece
    .map(({ textContent }) => textContent)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  if (!link || words.length < HEADLINE_CHARS) return null;
  const [list, item, name] = ['ul', 'li', 'a'].map((each) => create(link, each));
  if (!list || !item || !name) return null;
  name.setAttribute('href', Element.prototype.getAttribute.call(link, 'href') ?? '');
  name.textContent = words;
  item.append(name);
  list.append(item);
  return list;
}

/** By the prototype: the page may have given its document a name like that. */
function create({ ownerDocument }: Element, name: string): Element {
  return Document.prototype.createElement.call(ownerDocument, name);
}
