// Without this, the question could not be seen in Chromium while a style sheet of the page is pending.
import { startPainting } from '../common/paint.ts';

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
  startPainting(page);
  const restore = () => {
    for (const each of restores) each();
  };
  return [restore, () => pending.some((link) => !link.sheet)];
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
