// Reads a page, shows what there is to read in the view, and keeps it for the case that the next load fails.
import { isOwnHost } from '../../../common/document/elements.ts';
import { findAll } from '../../../common/document/unclobbered.ts';
import { askWhile } from '../../../common/messages.ts';
import type { Kept } from '../../../common/stored/saved-text.ts';
import type { Place, Reading } from '../../extract/article.ts';
import { readPage } from '../../extract/extractor.ts';
import { appendWayLine } from '../../page/way-line.ts';
import { readWayOn } from '../../page/way-on.ts';
import { noteReading } from '../../shelve/shelve-view.ts';
import { toFeedPage } from '../../source/feed-page.ts';
import { createEmptyDocument } from '../../source/html-stream.ts';
import { noteLiveState } from '../../source/live-state.ts';
import { isSettled, readDocumentAddress } from '../../source/navigation.ts';
import { replacePictures } from '../../view/text/image-placeholders.ts';
import { markLinks } from '../../view/text/link-labels.ts';
import { wrapWideBlocks } from '../../view/text/scroll-boxes.ts';
import { showReading, type View } from '../../view/view.ts';

/** The page as a document of its own in which nothing is asked for; what reads it may change it. */
export function cloneDocument(): Document {
  const clone = document.cloneNode(false) as Document; // Of a document, it is one.
  for (const child of document.childNodes) clone.append(clone.importNode(child, true));
  noteLiveState(document, clone, isSettled());
  const hosts = [...document.querySelectorAll('[data-light]')].filter(isOwnHost);
  const copies = hosts.map((host) => toCopy(host, clone));
  for (const copy of copies) copy?.remove();
  return clone;
}

/** The element at the same place in a copy of the document. */
function toCopy(element: Element, clone: Document): Element | null {
  const parent = element.parentElement;
  if (!parent) return clone.documentElement;
  return toCopy(parent, clone)?.children[[...parent.children].indexOf(element)] ?? null;
}

/** What there is to read in a page, or all its text; `null` where there is nothing. Changes the document it is given. */
export function readReading(page: Document, asked: Pick<Place, 'whole' | 'form'> = {}): Reading | null {
  try {
    return readPageOrFeed(page, asked);
  } finally {
    dropFilms(page);
  }
}

/** Chromium never lets go of a film that stands in a document without a window, and that holds all of the document (`RemotePlayback`). */
export function dropFilms(page: Document): void {
  for (const film of findAll(page, 'video, audio')) film.remove();
}

function readPageOrFeed(
  page: Document,
  { whole = false, form }: Pick<Place, 'whole' | 'form'>,
): Reading | null {
  // A page that hides all of itself, until a script shows it, is meant to be read all the same.
  for (const root of [page.documentElement, page.body])
    for (const name of ['hidden', 'inert', 'aria-hidden']) root?.removeAttribute(name);
  const feed = whole ? null : toFeedPage(page);
  if (feed) return readPage(feed, { ...toPlace(feed), form: 'links', plainText: false });
  return readPage(page, { ...toPlace(page), whole, form });
}

function toPlace(page: Document): Place {
  return {
    hostname: location.hostname,
    direction: getComputedStyle(document.body ?? document.documentElement).direction,
    plainText: document.contentType === 'text/plain',
    address: location.href,
    wayOn: readWayOn(page, location.href),
  };
}

/** Shows the reading, and keeps it. What stands there already stays where it is part of it, or where `isKept` says so. */
export function showArticle(view: View, reading: Reading, isKept?: (block: Element) => boolean): void {
  const { title, site, language, direction, body, wayOn } = reading;
  noteReading(view, reading);
  appendWayLine(body, wayOn);
  const holder = createEmptyDocument().createElement('div');
  holder.append(body.cloneNode(true));
  keep({ title, site, language, direction, html: holder.innerHTML, isWhole: true });
  replacePictures(body);
  markLinks(body, location.hostname);
  wrapWideBlocks(body);
  showReading(view, reading, isKept);
}

/** Keeps what has come of a text that is not all here. Where nothing has, the text before stays: that one can be read. */
export function keepShown({ article, body }: View): void {
  if (!body.hasChildNodes()) return;
  keep({
    title: article.querySelector('h1')?.textContent ?? '',
    site: location.hostname,
    language: article.lang,
    direction: article.dir === 'rtl' ? 'rtl' : 'ltr',
    html: body.innerHTML,
    isWhole: false,
  });
}

let latest: Kept | undefined;

/**
 * A browser may end the background while it writes: then the text is kept once more, unless a later one was sent meanwhile. Where the extension
 * is gone, the view says so by itself.
 */
function keep(text: Omit<Kept, 'address'>): void {
  const kept = { address: readDocumentAddress(), ...text };
  latest = kept;
  askWhile(() => latest === kept, 'keep', kept);
}
