// Reads the site's own menu: few words each, to pages of the same site, each once.
import { toPageAddress } from '../../../common/addresses.ts';
import type { WayLink } from '../../page/way-on.ts';
import { toLength } from '../../text/blocks.ts';
import { toShownLine } from './page-links.ts';

const MENUS = 'nav, [role=navigation], [role=menubar], header:not(article header), [role=banner]';
/** A longer menu is a list of everything, and longer words are a headline. */
const MOST_LINKS = 40;
const WORDS_CHARS = 32;

/** The links of the menus above the page's own text, in their order. */
export function readNavigation(page: Document): WayLink[] {
  const links = new Map<string, WayLink>();
  const base = page.baseURI;
  for (const anchor of page.querySelectorAll(`:is(${MENUS}) a[href]`)) {
    const words = toShownLine(anchor);
    const href = toAddress(anchor.getAttribute('href') ?? '', base);
    if (!href || links.has(href)) continue;
    if (
      anchor.closest('footer, aside, main article') ||
      !/\p{L}/u.test(words) ||
      toLength(words) > WORDS_CHARS
    )
      continue;
    if (links.size < MOST_LINKS) links.set(href, { href, words });
  }
  return [...links.values()];
}

/** '' where it is no page of the same site. */
function toAddress(href: string, base: string): string {
  if (href.startsWith('#') || !URL.canParse(href, base)) return '';
  const { protocol, hostname } = new URL(base);
  const url = new URL(href, base);
  return url.protocol.startsWith(protocol.slice(0, 4)) && url.hostname === hostname
    ? toPageAddress(url.href)
    : '';
}
