// Lets the browser paint the question while style sheets of the page are pending, which holds painting up in Chromium.
import { startPainting } from '../common/document/unblock-rendering.ts';

/** Set by the build. */
declare const FIREFOX: boolean;

/**
 * Lets the browser paint now, and leaves the page as it is: each pending sheet is for no medium until it is here, when it gets its own
 * back. Returns what gives back those that have not come, and whether there are any: what is seen then is not how the page would look.
 */
export function unblockPaint(page: Document): [restore: () => void, isPending: () => boolean] {
  const links = [...page.querySelectorAll<HTMLLinkElement>('link[rel~=stylesheet]')];
  // A sheet for another medium blocks nothing, and its page may be about to change that itself (`onload="this.media='all'"`).
  const pending = links.filter((link) => !link.sheet && matchMedia(link.media).matches);
  // Firefox paints all the same.
  const restores = FIREFOX ? [] : pending.map(holdBack);
  const importing = [...page.querySelectorAll('style')].filter(isImporting);
  if (!FIREFOX) importing.forEach(unblockImports);
  startPainting(page);
  const restore = () => {
    for (const each of restores) each();
  };
  return [restore, () => pending.some((link) => !link.sheet) || importing.some(isImporting)];
}

function holdBack(link: HTMLLinkElement): () => void {
  const { media } = link;
  const restore = () => {
    if (media) link.media = media;
    else link.removeAttribute('media');
  };
  // What no screen is: a sheet for it loads on, and blocks nothing.
  link.media = 'not all';
  link.addEventListener('load', restore, { once: true });
  return restore;
}

/** It waits for a sheet that it imports. */
function isImporting({ sheet }: HTMLStyleElement): boolean {
  return [...(sheet?.cssRules ?? [])].some((rule) => 'styleSheet' in rule && !rule.styleSheet);
}

/** A style element that imports sheets blocks painting only where the parser put it: out and in again, it does not. */
function unblockImports(style: HTMLStyleElement): void {
  const place = document.createComment('');
  style.replaceWith(place);
  place.replaceWith(style);
}
