// Without this, the text would be asked for once more: it is taken from where it costs nothing.

/** The document the text is taken from, or what has to be done instead to get one. */
export type Source =
  /** The page itself: its HTML has been parsed to the end. */
  | { kind: 'page' }
  /** The browser's own copy of the HTML, whole, parsed into a document of its own. */
  | { kind: 'copy'; page: Document }
  /** The HTML has ended, but the parser waits for something that does not come, and there is no copy. */
  | { kind: 'stuck' };

/** A parser that has not moved for so long after the end of the HTML waits for something, in ms. */
const CATCH_UP_MS = 500;

/** Set by the build: Chromium says itself when the HTML has ended. */
declare const FIREFOX: boolean;

/** A refusal that comes so much later than another one was awaited to the end of the HTML, in ms. */
const AWAITED_MS = 100;

const readNavigation = () =>
  performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;

/** The address the document was asked for, not one that `pushState` made up. */
export function readDocumentAddress(): string {
  return (readNavigation()?.name ?? location.href).replace(/#.*/s, '');
}

/** `DOMContentLoaded` has passed: stopping the page now cuts nothing, and it can be given back as it was. */
export function isSettled(): boolean {
  return (readNavigation()?.domContentLoadedEventStart ?? 0) > 0 || document.readyState === 'complete';
}

export function isParsed(): boolean {
  return document.readyState !== 'loading';
}

/** Resolves when the HTML has been parsed to its end. */
export function whenParsed(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isParsed()) return;
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
export async function fetchCopy(): Promise<Document | null> {
  // A service worker would get the request and could ask the network.
  if (navigator.serviceWorker?.controller) return null;
  try {
    const response = await fetch(readDocumentAddress(), { cache: 'only-if-cached', mode: 'same-origin' });
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

/** What the live page has parsed so far must stand in the copy too. */
function isSamePage(copy: Document): boolean {
  return !document.title || copy.title === document.title;
}

/** Waits for whichever whole document comes first: the browser's copy, where there may be one, or the page itself. */
export async function whenSource(copy: Promise<Document | null> | null): Promise<Source> {
  const startedAt = performance.now();
  const parsed = whenParsed().then((): Source => ({ kind: 'page' }));
  // Under the light rules nothing holds the parser up.
  if (!copy) return parsed;
  const copied = copy.then((page): Source | null => (page ? { kind: 'copy', page } : null));
  const first = await Promise.race([parsed, copied]);
  if (first) return first;
  const tookMs = performance.now() - startedAt;
  const awaited = FIREFOX && tookMs > (await timeRefusal()) + AWAITED_MS;
  return Promise.race([parsed, whenStuck(awaited)]);
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
 * Both browsers give the size of a response that has ended, also where the parser waits. Firefox gives what was so when the entry was
 * first looked at: HTML that ends later is told by a refusal that was awaited, unless it is the result of a POST.
 */
function hasHtmlEnded(): boolean {
  return (readNavigation()?.encodedBodySize ?? 0) > 0;
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
