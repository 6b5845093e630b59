// Finds the light edition of a page that its head names: AMP, an edition for handhelds or in plain text.
import { toPageAddress } from '../../common/addresses.ts';
import { findAll, readBase } from '../../common/document/unclobbered.ts';

const EDITIONS = [
  'link[rel~=alternate][type="text/plain"]',
  'link[rel~=alternate][type="text/markdown"]',
  'link[rel~=alternate][media~=handheld]',
  'link[rel~=amphtml]',
];

/** The address of the edition, the lightest kind first; '' where the page names none, or is it. */
export function findNamedEdition(page: Document): string {
  const base = readBase(page);
  for (const selector of EDITIONS) {
    const [link] = findAll(page, selector);
    const href = link?.getAttribute('href') ?? '';
    const address = href && URL.canParse(href, base) ? new URL(href, base) : null;
    if (!address || !/^https?:$/.test(address.protocol)) continue;
    address.hash = '';
    if (address.href !== toPageAddress(base)) return address.href;
  }
  return '';
}
