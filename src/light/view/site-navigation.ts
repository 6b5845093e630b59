// Shows the site's own menu above a list of links: one folded line.
import { createElement } from '../../common/document/elements.ts';
import { toOwnWords, toText } from '../../common/words/translations.ts';
import { toDirection } from '../metadata/direction.ts';
import type { WayLink } from '../page/way-on.ts';
import { toLinkAddress } from '../sanitise/safe-address.ts';
import { toLine } from '../text/single-line.ts';

/** The words of a menu are few, in characters. */
const WORDS_CHARS = 60;

/** Puts the menu in the place of the one that stands there; takes that away where there are no links. */
export function showNavigation(article: HTMLElement, body: HTMLElement, links: readonly WayLink[]): void {
  article.querySelector('.site-navigation')?.remove();
  const items = links.flatMap((link) => toItem(link) ?? []);
  if (items.length === 0) return;
  body.before(
    createElement(
      'details',
      { class: 'site-navigation' },
      createElement('summary', toOwnWords(), toText('siteNavigation')),
      createElement('ul', {}, ...items),
    ),
  );
}

function toItem({ href, words }: WayLink): HTMLElement | null {
  const address = toLinkAddress(href);
  if (!address) return null;
  const name = toLine(words, WORDS_CHARS);
  return createElement('li', {}, createElement('a', { href: address, dir: toDirection(name, 'ltr') }, name));
}
