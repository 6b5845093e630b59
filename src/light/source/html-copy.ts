// The browser's own copy of the HTML: asked for so that the network never is.

import { whenLater } from '../../common/document/when-later.ts';
import { ask } from '../../common/messages.ts';
import { hasWorker, readBodySizes, readDocumentAddress } from './navigation.ts';

/** A refusal that comes so much later than another one was awaited to the end of the HTML, in ms. */
const AWAITED_MS = 100;

/** A look for the copy that was refused after so long may have been refused for its waiting, in ms: Firefox lets it wait for 20 s. */
const QUEUED_MS = 10_000;

/** What joins the response in flight has its headers within this, in ms: they came long ago. */
const JOINED_MS = 2000;

/** HTML that has come, parsed into a document of its own. */
export interface ParsedHtml {
  page: Document;
  /** The HTML says that it ends here. */
  closed: boolean;
}

/**
 * The browser's own copy of the HTML, whole, when the response in flight has ended; `null` where there is none. Never asks the network.
 * In a light tab the rules have to let its address through when it is called (`text`), and not after; inside of `withoutWorker`.
 * Source: `only-if-cached` joins the response in flight in both browsers (tried; see docs/architecture.md).
 */
export async function fetchCopy(signal?: AbortSignal): Promise<ParsedHtml | null> {
  const html = await fetchHtml(signal);
  if (html === null) return null;
  const page = new DOMParser().parseFromString(html, 'text/html');
  return isSamePage(page) ? { page, closed: hasEndTag(html) } : null;
}

/** The same as text. Where that is enough it is not parsed: Chromium holds its event handlers to the policy of the page, and reports them. */
async function fetchHtml(signal?: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(readDocumentAddress(), {
      cache: 'only-if-cached',
      mode: 'same-origin',
      ...(signal ? { signal } : {}),
    });
    const bytes = await response.arrayBuffer();
    if (!response.ok || !isSameAnswer(bytes.byteLength, response.headers)) return null;
    return new TextDecoder(document.characterSet).decode(bytes);
  } catch {
    // Expected: the browser holds no copy (`no-store`, the result of a POST, in Chromium a page reached by a cross-site link).
    return null;
  }
}

/**
 * Runs `look` while the service worker of the page, if there is one, may ask for nothing: it gets the page's requests first, and could ask the
 * network. Most have no answer of their own and leave them to the browser. What the worker does with a request it does before the next one is
 * refused: where `look` has waited for that, nothing goes out later.
 */
export async function withoutWorker<T>(look: () => Promise<T>): Promise<T> {
  if (!hasWorker()) return look();
  await ask('worker', true);
  try {
    return await look();
  } finally {
    ask('worker', false);
  }
}

/**
 * A POST result has no copy; another answer to the same address may, and is recognised by its size. Until its parser is done
 * Firefox gives the compressed size for both, which says nothing.
 */
function isSameAnswer(bytes: number, headers: Headers): boolean {
  const { encoded, decoded } = readBodySizes();
  const unknown = decoded === encoded && headers.has('content-encoding');
  return !decoded || unknown || decoded === bytes;
}

/** Pages may have so much after their end tag, of scripts and comments, in characters. */
export const TAIL_CHARS = 4000;

/** Whether the HTML says that it ends here. */
export function hasEndTag(html: string): boolean {
  return /<\/(?:html|body)\s*>/i.test(html.slice(-TAIL_CHARS));
}

/**
 * The copy, in Firefox, where a look for it that has waited for 20 s is refused though the HTML is still coming: after so late a refusal it is looked
 * for again. `startedAt` is when it was begun. Where the HTML has ended, the next look is refused at once. The light rule lets it through; it never asks the network.
 */
export async function keepLooking(
  copy: Promise<ParsedHtml | null>,
  startedAt: number,
): Promise<ParsedHtml | null> {
  let [looking, since] = [copy, startedAt];
  for (;;) {
    const page = await looking;
    if (page || performance.now() - since < QUEUED_MS) return page;
    [looking, since] = [lookAgain(() => fetchCopy()), performance.now()];
  }
}

/** Whether the browser has a copy that says that it ends where it does; in a tab that is light already. */
export async function isCopyClosed(): Promise<boolean> {
  const html = await lookAgain(() => fetchHtml());
  return html !== null && hasEndTag(html);
}

/** Looks for the copy in a tab that is light already. */
async function lookAgain<T>(look: () => Promise<T>): Promise<T> {
  await ask('text', readDocumentAddress());
  // The grant stays until the look is done: what has just been begun may not have met the rules yet.
  return withoutWorker(look).finally(() => ask('text', null));
}

/** What the live page has parsed so far must stand in the copy too. */
export function isSamePage(copy: Document): boolean {
  return !document.title || copy.title === document.title;
}

/**
 * Whether the browser holds a copy that is still growing: the answer to `only-if-cached` is out when another one, for what no browser has, has been
 * refused, and one more after a while: on a busy machine an answer may be late. Then it waits for the end of the response in flight, which was got by GET.
 */
export async function isHeld(copy: Promise<ParsedHtml | null>): Promise<boolean> {
  const refused = timeRefusal()
    .then((ms) => whenLater(ms + AWAITED_MS))
    .then(timeRefusal);
  return isFirst(refused, copy);
}

/**
 * The response in flight, as it comes, where the browser holds it: `force-cache` joins it, and would ask the network where nothing is held. In Chromium
 * alone: Firefox gives all of it when it has ended. A look for the copy that still waits would hold this one up, behind it in the queue of the cache, and
 * what has waited there for 20 s asks the network: so the look is ended first, and this is given up long before. Nobody hears between the two that the
 * response has broken off, and the join would ask the network: hence no more than a task between them, and `broken` ends a join that was too late.
 * `null` where it could not be joined.
 */
export async function joinResponse(look: AbortController, broken: Promise<void>): Promise<Response | null> {
  look.abort();
  // The end of the look is sent in a task of its own; in the same one, the join would be first (0 of 8 were joined; 40 of 40 in the next task).
  if (await isFirst(broken, whenLater(0))) return null;
  const joining = new AbortController();
  const { signal } = joining;
  const response = fetch(readDocumentAddress(), { cache: 'force-cache', mode: 'same-origin', signal });
  const joined = await Promise.race([response, broken, whenLater(JOINED_MS)]).catch(() => null);
  if (joined) return joined;
  joining.abort();
  return null;
}

/** Whether the one has happened when the other one does. */
function isFirst(one: Promise<unknown>, other: Promise<unknown>): Promise<boolean> {
  return Promise.race([one.then(() => true), other.then(() => false)]);
}

/** How long a refusal takes now where there is nothing to wait for, in ms. Asks for what no browser has; never asks the network. */
async function timeRefusal(): Promise<number> {
  const startedAt = performance.now();
  await fetch(`/${Math.random()}`, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => {});
  return performance.now() - startedAt;
}
