// Says at the end of a text where it goes on, in one line of links.
import { toText } from '../../common/words/translations.ts';
import { toDirection } from '../metadata/direction.ts';
import { toLinkAddress } from '../sanitise/safe-address.ts';
import { toLine } from '../text/single-line.ts';
import type { WayLink, WayOn } from './way-on.ts';

/** A page's own words for the way are few, in characters. */
const WORDS_CHARS = 80;

/** Adds the line to a text that is safe; nothing where the page leads nowhere. */
export function appendWayLine(body: DocumentFragment, { previous, next }: WayOn): void {
  const page = body.ownerDocument;
  const links = [
    previous && toLink(page, previous, 'previousPage'),
    next && toLink(page, next, 'nextPage'),
  ].filter((link) => link !== null);
  if (links.length === 0) return;
  const line = page.createElement('p');
  line.className = 'way-on';
  line.append(...links.flatMap((link, at) => (at === 0 ? [link] : [' · ', link])));
  body.append(line);
}

function toLink(
  page: Document,
  { href, words }: WayLink,
  message: 'nextPage' | 'previousPage',
): HTMLAnchorElement | null {
  const address = toLinkAddress(href);
  if (!address) return null;
  const link = page.createElement('a');
  link.href = address;
  link.rel = message === 'nextPage' ? 'next' : 'prev';
  link.textContent = words ? toLine(words, WORDS_CHARS) : toText(message);
  link.dir = toDirection(link.textContent, 'ltr');
  return link;
}
