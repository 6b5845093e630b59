// The one module that lets page content into the view: without it, a page could run code there or make it ask for files.
import purifier from 'dompurify';

const TAGS =
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ' +
  'img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr';
/** Attributes that hold an address, and those that hold none. */
const ADDRESSED = 'href src';
const PLAIN = 'alt title dir lang colspan rowspan scope start reversed datetime width height';
/** What a link may lead to: pages, mail and telephone. Everything else loses its address and stays as text. */
const ADDRESSES = /^(?:https?:\/\/|mailto:|tel:)/i;

const OPTIONS = {
  ALLOWED_TAGS: TAGS.split(' '),
  ALLOWED_ATTR: `${ADDRESSED} ${PLAIN}`.split(' '),
  ADD_URI_SAFE_ATTR: PLAIN.split(' '),
  ALLOWED_URI_REGEXP: ADDRESSES,
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
} as const;

/**
 * The content as nothing but text, structure, links and image addresses, in a document of its own in which nothing is asked for.
 * Addresses must be absolute before: a relative one is taken away.
 */
export function toSafe(content: Node | string): DocumentFragment {
  const safe = purifier.sanitize(content, OPTIONS);
  // DOMPurify lets images be `data:` addresses, whatever is allowed.
  for (const image of safe.querySelectorAll('img:not([src^=http])')) image.removeAttribute('src');
  return safe;
}
