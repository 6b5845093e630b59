// What the browser knows of this document's own load: the address it was asked for, and how far it has come.
import { toPageAddress } from '../../common/addresses.ts';
import { readNavigationEntry } from '../../common/document/navigation-entry.ts';
import { readWorld } from '../../common/isolated-world.ts';

/**
 * The address that the document was asked for, without its fragment, as it was before any script of the page could change it: in Chromium
 * the navigation's entry follows `history.replaceState`. Where the extension came later than the page, that entry is what there is.
 */
export function readDocumentAddress(): string {
  const address = readWorld().documentAddress ?? readNavigationEntry()?.name ?? location.href;
  return toPageAddress(address);
}

/**
 * `DOMContentLoaded` has passed: stopping the page now cuts nothing, and it can be given back as it was. Firefox can give a document the times
 * of the one before it: in a new tab those of the empty page (2 of 610 loads under load), which was complete at once; after its own error page those of that
 * one, which had its `DOMContentLoaded` before this document was fetched.
 */
export function isSettled(): boolean {
  const { fetchStart = 0, domContentLoadedEventStart = 0, domComplete = 0 } = readNavigationEntry() ?? {};
  const hasPassed = domContentLoadedEventStart > Math.max(0, fetchStart) && domComplete === 0;
  return document.readyState === 'complete' || hasPassed;
}

/** What a content script sees of the page's own window in Firefox: there `wrappedJSObject` is the window as the page has it. */
type Seen = Window & { wrappedJSObject?: Window };

/**
 * Whether a service worker brings the page what it asks for. Firefox 140 hides `navigator.serviceWorker` from content scripts: there the page's own
 * is asked, which may say what it likes, or throw.
 */
export function hasWorker(seen: Seen = window): boolean {
  if (navigator.serviceWorker) return navigator.serviceWorker.controller !== null;
  try {
    return Boolean(seen.wrappedJSObject?.navigator.serviceWorker?.controller);
  } catch {
    // The page has put something of its own in that place.
    return false;
  }
}

/** The HTML has been parsed to its end. */
export function isParsed(): boolean {
  return document.readyState !== 'loading';
}

/** Whether the parser waits for a script, so that nothing is seen of the HTML that comes meanwhile. */
export function isParserHeld(): boolean {
  let last: Element = document.body ?? document.head;
  while (last?.lastElementChild) last = last.lastElementChild;
  return !isParsed() && last instanceof HTMLScriptElement && last.src !== '' && !last.async && !last.defer;
}

/** Whether this document was got by GET, as far as that can be known: nothing else may be asked for a second time. */
export function isFollowed(): boolean {
  return readNavigationEntry()?.type !== 'reload';
}

/**
 * Both browsers give the size of a response that has ended, also where the parser waits. Firefox fixes that within the first ms of a page, and the
 * older `timing` when it is first looked at, which a page may do too early: HTML that ended later is told by a refusal that was awaited.
 */
export function hasHtmlEnded(): boolean {
  const { responseStart, responseEnd } = performance.timing;
  return (readNavigationEntry()?.encodedBodySize ?? 0) > 0 || responseEnd > responseStart;
}

/** The size of the HTML in bytes, as it was sent and after decompression; 0 where it is not known yet. */
export function readBodySizes(): { encoded: number; decoded: number } {
  const { encodedBodySize = 0, decodedBodySize = 0 } = readNavigationEntry() ?? {};
  return { encoded: encodedBodySize, decoded: decodedBodySize };
}
