// Finds the feed that the head of a front or section page names for just that page.
import { toPageAddress } from '../../common/addresses.ts';
import { findAll, readAttribute, readBase } from '../../common/document/unclobbered.ts';

const FEEDS =
  'link[rel~=alternate]:is([type="application/rss+xml"], [type="application/atom+xml"], [type="application/feed+xml"])';
/** A front page, also that of a language, has so many parts in its path at the most. */
const FRONT_DEPTH = 1;

/**
 * The address of the feed, '' where there is none: of a front page the first that is named, of a section the one that stands below its own address.
 * No page may read what another origin answers.
 */
export function findNamedFeed(page: Document): string {
  const base = readBase(page);
  if (!URL.canParse(base)) return '';
  const { origin, pathname } = new URL(toPageAddress(base));
  const feeds = findAll(page, FEEDS)
    .map((link) => readAttribute(link, 'href'))
    .filter((href) => href !== '' && URL.canParse(href, base))
    .map((href) => new URL(href, base))
    .filter((url) => url.origin === origin && /^https?:$/.test(url.protocol));
  const own = feeds.find((url) => pathname.length > 1 && url.pathname.startsWith(pathname));
  const isFront = pathname.split('/').filter(Boolean).length <= FRONT_DEPTH;
  return toPageAddress((own ?? (isFront ? feeds[0] : undefined))?.href ?? '');
}
