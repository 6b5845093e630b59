// Without this, the text would be asked for once more: it is taken from where it costs nothing.
import { ask } from '../common/messages.ts';

/** The document the text is taken from, or what has to be done instead to get one. */
export type Source =
  /** The page itself: its HTML has been parsed to the end. */
  | { kind: 'page' }
  /** The browser's own copy of the HTML, whole, parsed into a document of its own. */
  | { kind: 'copy'; page: Document }
  /** What came before the HTML broke off. */
  | { kind: 'broken' }
  /** The HTML has ended, but the parser waits for something that does not come, and there is no copy. */
  | { kind: 'stuck' };

/** A parser that has not moved for so long after the end of the HTML waits for something, in ms. */
const CATCH_UP_MS = 500;

/** Set by the build: Chromium says itself when the HTML has ended. */
declare const FIREFOX: boolean;

/** A refusal that comes so much later than another one was awaited to the end of the HTML, in ms. */
const AWAITED_MS = 100;

/** A look for the copy that was refused after so long may have been refused for its waiting, in ms: Firefox lets it wait for 20 s. */
const QUEUED_MS = 10_000;

/** What is refused or cancelled has ended within this after the parser's end, in ms; the text is on the screen meanwhile. */
const LOADED_MS = 1000;

/** A look that was ended has left the queue of the cache within this, in ms (tried: at once is too soon, 100 ms is not). */
const ENDED_MS = 150;
/** What joins the response in flight has its headers within this, in ms: they came long ago. */
const JOINED_MS = 2000;

const readNavigation = () =>
  performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;

/** The address the document was asked for, not one that `pushState` made up. */
export function readDocumentAddress(): string {
  return (readNavigation()?.name ?? location.href).replace(/#.*/s, '');
}

/**
 * `DOMContentLoaded` has passed: stopping the page now cuts nothing, and it can be given back as it was. Firefox at times gives a page in a new tab the
 * times of the empty page before it (2 of 610 loads under load), which was complete at once: they say nothing of this one.
 */
export function isSettled(): boolean {
  const { domContentLoadedEventStart = 0, domComplete = 0 } = readNavigation() ?? {};
  return document.readyState === 'complete' || (domContentLoadedEventStart > 0 && domComplete === 0);
}

export function isParsed(): boolean {
  return document.readyState !== 'loading';
}

/** Resolves when the HTML has been parsed to its end. */
export function whenParsed(): Promise<void> {
  return whenReady(isParsed);
}

/** Resolves when all that was asked for has come, or has not. */
function whenLoaded(): Promise<void> {
  return whenReady(() => document.readyState === 'complete').then(() => whenLater(0));
}

function whenReady(isReady: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isReady()) return;
      document.removeEventListener('readystatechange', look);
      resolve();
    };
    document.addEventListener('readystatechange', look);
    look();
  });
}

/**
 * The browser's own copy of the HTML, whole, when the response in flight has ended; `null` where there is none. Never asks the network.
 * Must be called before the light rule is added: a rule added later lets it be.
 * Source: `only-if-cached` joins the response in flight in both browsers (tried; see docs/architecture.md).
 */
export async function fetchCopy(signal?: AbortSignal): Promise<Document | null> {
  // A service worker would get the request and could ask the network.
  if (navigator.serviceWorker?.controller) return null;
  try {
    const response = await fetch(readDocumentAddress(), {
      cache: 'only-if-cached',
      mode: 'same-origin',
      ...(signal ? { signal } : {}),
    });
    const bytes = await response.arrayBuffer();
    if (!response.ok || !isSameSize(bytes.byteLength, response.headers)) return null;
    const html = new TextDecoder(document.characterSet).decode(bytes);
    const page = new DOMParser().parseFromString(html, 'text/html');
    return isSamePage(page) ? page : null;
  } catch {
    // Expected: the browser holds no copy (`no-store`, the result of a POST, in Chromium a page reached by a cross-site link).
    return null;
  }
}

/**
 * A POST result has no copy; another answer to the same address may, and is recognised by its size. Until its parser is done
 * Firefox gives the compressed size for both, which says nothing.
 */
function isSameSize(bytes: number, headers: Headers): boolean {
  const { decodedBodySize = 0, encodedBodySize } = readNavigation() ?? {};
  const unknown = decodedBodySize === encodedBodySize && headers.has('content-encoding');
  return !decodedBodySize || unknown || decodedBodySize === bytes;
}

/**
 * The copy, in Firefox, where a look for it that has waited for 20 s is refused though the HTML is still coming: after so late a refusal it is looked
 * for again. `startedAt` is when it was begun. Where the HTML has ended, the next look is refused at once. The light rule lets it through; it never asks the network.
 */
export async function keepLooking(
  copy: Promise<Document | null>,
  startedAt: number,
): Promise<Document | null> {
  let [looking, since] = [copy, startedAt];
  for (;;) {
    const page = await looking;
    if (page || performance.now() - since < QUEUED_MS) return page;
    [looking, since] = [lookAgain(), performance.now()];
  }
}

async function lookAgain(): Promise<Document | null> {
  await ask('text', true);
  const copy = fetchCopy();
  // What has been begun is let be.
  await ask('text', false);
  return copy;
}

/** Whether the parser waits for a script, so that nothing is seen of the HTML that comes meanwhile. */
export function isParserHeld(): boolean {
  let last: Element = document.body ?? document.head;
  while (last?.lastElementChild) last = last.lastElementChild;
  return !isParsed() && last instanceof HTMLScriptElement && last.src !== '' && !last.async && !last.defer;
}

/** What the live page has parsed so far must stand in the copy too. */
export function isSamePage(copy: Document): boolean {
  return !document.title || copy.title === document.title;
}

/**
 * Whether the browser holds a copy that is still growing: the answer to `only-if-cached` is out when another one, for what no browser has, has been
 * refused. Then it waits for the end of the response in flight, which was got by GET.
 */
export async function isHeld(copy: Promise<Document | null>): Promise<boolean> {
  const refused = timeRefusal().then((ms) => whenLater(ms + AWAITED_MS));
  return Promise.race([copy.then(() => false), refused.then(() => true)]);
}

/**
 * The response in flight, as it comes, where the browser holds it: `force-cache` joins it, and would ask the network where nothing is held. In Chromium
 * alone: Firefox gives all of it when it has ended. A look for the copy that still waits would hold this one up, behind it in the queue of the cache, and
 * what has waited there for 20 s asks the network: so the look is ended first, and this is given up long before. `null` where it could not be joined.
 */
export async function joinResponse(look: AbortController): Promise<Response | null> {
  look.abort();
  await whenLater(ENDED_MS);
  const joining = new AbortController();
  const { signal } = joining;
  const response = fetch(readDocumentAddress(), { cache: 'force-cache', mode: 'same-origin', signal });
  const joined = await Promise.race([response, whenLater(JOINED_MS)]).catch(() => null);
  if (joined) return joined;
  joining.abort();
  return null;
}

/** Whether this document was got by GET, as far as that can be known: nothing else may be asked for a second time. */
export function isFollowed(): boolean {
  return readNavigation()?.type !== 'reload';
}

/** Whether the HTML of this document has broken off, as the background has heard; resolves then. */
export function whenBroken(): Promise<void> {
  return new Promise((resolve) => {
    globalThis.lightBroken = (address) => {
      if (address.replace(/#.*/s, '') === readDocumentAddress()) resolve();
    };
    globalThis.lightBroken(String(globalThis.lightBrokenAt));
  });
}

/**
 * Resolves when the HTML has ended: with true where it is whole. A document that broke off looks like a whole one in Firefox until the background
 * says so, which hears of it at the end of the load, before whatever is asked after that; in Chromium its parser never ends.
 */
export async function whenHtmlEnded(broken: Promise<void>): Promise<boolean> {
  const isBroken = broken.then(() => false);
  const parsed = await Promise.race([whenParsed().then(() => true), isBroken]);
  if (!parsed || !FIREFOX) return parsed;
  const asked = Promise.race([whenLoaded(), whenLater(LOADED_MS)])
    .then(() => ask('ended'))
    // Expected where the extension is gone: then nobody knows.
    .catch(() => {});
  return Promise.race([isBroken, asked.then(() => true)]);
}

/**
 * Whether the last thing in the page is text that ends in the middle of a sentence. Firefox takes a compressed answer that was closed too early for
 * a whole one, and says so nowhere; a page that is whole ends with a tag, or white space after one.
 */
export function endsMidSentence(page: Document): boolean {
  let last: Node = page.body;
  while (last.lastChild) last = last.lastChild;
  return last.nodeType === Node.TEXT_NODE && /[\p{L}\p{M}\p{N},،]$/u.test(last.nodeValue?.trim() ?? '');
}

/**
 * Waits for whichever whole document comes first: the browser's copy, where there may be one, or the page itself. `held`: see `isHeld`; a copy that is
 * refused after that was awaited to the end of the HTML in Firefox.
 */
export async function whenSource(copy: Promise<Document | null> | null, held: boolean): Promise<Source> {
  const parsed = whenParsed().then((): Source => ({ kind: 'page' }));
  // Under the light rules nothing holds the parser up.
  if (!copy) return parsed;
  const copied = copy.then((page): Source | null => (page ? { kind: 'copy', page } : null));
  return (await Promise.race([parsed, copied])) ?? Promise.race([parsed, whenStuck(FIREFOX && held)]);
}

/** Resolves where the HTML has ended and the parser does not move any more. */
async function whenStuck(ended: boolean): Promise<Source> {
  while (!ended && !hasHtmlEnded()) await whenLater(CATCH_UP_MS);
  let elements = 0;
  do {
    elements = countElements();
    await whenLater(CATCH_UP_MS);
  } while (countElements() > elements);
  return { kind: 'stuck' };
}

function countElements(): number {
  return document.getElementsByTagName('*').length;
}

/** How long a refusal takes now where there is nothing to wait for, in ms. Asks for what no browser has; never asks the network. */
async function timeRefusal(): Promise<number> {
  const startedAt = performance.now();
  await fetch(`/${Math.random()}`, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => {});
  return performance.now() - startedAt;
}

/**
 * Both browsers give the size of a response that has ended, also where the parser waits. Firefox fixes that within the first ms of a page, and the
 * older `timing` when it is first looked at, which a page may do too early: HTML that ended later is told by a refusal that was awaited.
 */
function hasHtmlEnded(): boolean {
  const { responseStart, responseEnd } = performance.timing;
  return (readNavigation()?.encodedBodySize ?? 0) > 0 || responseEnd > responseStart;
}

/** Resolves after `ms`. */
export function whenLater(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Cancels what the page has in flight beside its HTML. The rules refuse everything that comes after. */
export function cancelLoads(): void {
  for (const image of document.querySelectorAll<HTMLImageElement>('img[src], img[srcset]')) {
    if (image.complete && !image.srcset) continue;
    // Where the text is taken from this document, its pictures keep their names: Readability looks for `data-src`.
    image.setAttribute('data-src', image.currentSrc || image.src);
    image.removeAttribute('srcset');
    image.removeAttribute('src');
  }
  for (const load of document.querySelectorAll('link[rel~=stylesheet], iframe')) load.remove();
  for (const media of document.querySelectorAll<HTMLMediaElement>('video, audio')) {
    media.removeAttribute('src');
    media.load();
  }
}
