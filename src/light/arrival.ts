// Without this, a reader on a slow link would look at an empty view until the last byte of the HTML is here.

import { toDirection } from './direction.ts';
import { followGrowth, type Growth, type Piece } from './grow.ts';
import { markLinks } from './marks.ts';
import { insertBlock, toBlocks } from './merge.ts';
import { readMetadata } from './metadata.ts';
import { replacePictures } from './pictures.ts';
import { toSafe } from './sanitise.ts';
import { toBased, toEmpty } from './stream.ts';
import { tamePage } from './tame.ts';
import { type Head, markLong, showAmount, showHead, type View } from './view.ts';

/** How often it is looked whether more has come, in ms: three frames. */
const LOOK_MS = 50;
/** So long the growing text may keep the reader's finger waiting, in ms: a frame of 60 a second is 16. */
const BUDGET_MS = 6;
/** Until something stands there nobody reads, and waits for nothing else, in ms: still no long task. */
const FIRST_BUDGET_MS = 30;
/** Where it could not show all that has come in that time, or nothing yet, it goes on after the next frame, in ms. */
const BEHIND_MS = 16;
/** The amount that has come is said so often, in ms: nobody reads faster. */
const SAY_MS = 500;
/** So long the text may come together with what stands above it, in ms: a tenth of a second is no wait (Nielsen). */
const HEAD_MS = 100;
/** The text so far tells the direction of the whole, in characters. */
const DIRECTION_CHARS = 400;

/** A view in which the text grows. */
export interface Arrival {
  /** From here on the text grows out of this document. What stands there stays. */
  follow(page: Document): void;
  /** So much has come, of how much where that is known. Where nobody says so, it is estimated from the document. */
  tell(bytes: number, ofBytes: number | null): void;
  /** Shows what is here and not shown yet, also what is still open where the document has `ended`. Gives how many blocks stand there. */
  settle(ended: boolean): number;
  /** How long nothing has come, in ms. */
  readQuietMs(): number;
  stop(): void;
  isStopped(): boolean;
}

/** Lets the text grow in the view, until stopped. */
export function growText(view: View): Arrival {
  const { body } = view;
  let page: Document | null = null;
  let growth: Growth | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = 0;
  let told = false;
  let stopped = false;
  let grownAt = performance.now();
  let end: Node | null = null;
  let endChars: number | undefined;
  /** Of the text, by which its direction is told; -1 until the page has a body. */
  let seenChars = -1;
  const holder = toEmpty().createElement('div');

  const take = (ended: boolean, budgetMs: number) => {
    if (!page || !growth) return;
    const pieces = growth.take(ended, budgetMs);
    if (pieces.length === 0) return;
    // In the frame that shows the text: work done before would make it the next one.
    if (seenChars < DIRECTION_CHARS) requestAnimationFrame(dress);
    markLong(view, growth.chars());
    if (page !== document) toBased(page);
    for (const block of toShown(holder, pieces, page.baseURI)) shown = insertBlock(body, block, shown);
  };
  /** Shows what stands above the text, and which way it runs. */
  const dress = () => {
    if (!page || stopped) return;
    if (seenChars <= 0) showHead(view, readHead(page));
    if (seenChars < DIRECTION_CHARS) seenChars = showDirection(view, page);
  };
  let saidAt = performance.now();
  const showNow = (bytes: number, ofBytes: number | null) => {
    if (performance.now() - saidAt < SAY_MS) return;
    saidAt = performance.now();
    showAmount(view, bytes, ofBytes);
  };
  const look = () => {
    clearTimeout(timer);
    take(false, shown > 0 ? BUDGET_MS : FIRST_BUDGET_MS);
    // What stands above the text is said also where the text is still to come.
    if (seenChars < 0 && page?.body) {
      seenChars = 0;
      setTimeout(dress, HEAD_MS);
    }
    const now = page && toEnd(page);
    const length = now?.nodeValue?.length;
    if (now !== end || length !== endChars) grownAt = performance.now();
    end = now;
    endChars = length;
    if (!told && growth) showNow(growth.chars(), null);
    timer = setTimeout(look, shown === 0 || growth?.isBehind() ? BEHIND_MS : LOOK_MS);
    if (shown > 0) observer.disconnect();
  };
  // Nobody waits a moment longer for the first of it than the parser needs.
  const observer = new MutationObserver(look);
  return {
    follow(next) {
      page = next;
      growth = followGrowth(next);
      shown = 0;
      observer.observe(next, { childList: true, subtree: true });
      look();
    },
    tell(bytes, ofBytes) {
      told = true;
      grownAt = performance.now();
      showNow(bytes, ofBytes);
    },
    settle(ended) {
      take(ended, Number.POSITIVE_INFINITY);
      if (ended) dress();
      return body.children.length;
    },
    readQuietMs: () => performance.now() - grownAt,
    stop() {
      clearTimeout(timer);
      observer.disconnect();
      stopped = true;
    },
    isStopped: () => stopped,
  };
}

/** Where the document grows: its last node. */
function toEnd(page: Document): Node {
  let last: Node = page.body ?? page;
  while (last.lastChild) last = last.lastChild;
  return last;
}

/** What of an unfinished page says what it is called, and whose. */
const SAID = 'head > :is(title, meta, link, script[type*=json]), h1';

/** What the page says of itself at its beginning, so that what stands above the text does not change when it is whole. */
function readHead(page: Document): Head {
  const head = toEmpty();
  for (const part of Document.prototype.querySelectorAll.call(page, SAID)) {
    head.body.append(head.importNode(part, true));
  }
  tamePage(head);
  return readMetadata(head, location.hostname);
}

/** Pieces of the page as blocks of the view. */
function toShown(holder: HTMLElement, pieces: Piece[], base: string): HTMLElement[] {
  holder.replaceChildren();
  for (const piece of pieces) {
    const part = holder.appendChild(holder.ownerDocument.createElement('div'));
    part.append(...piece.map((node) => toSafe(node, { base })));
  }
  replacePictures(holder);
  markLinks(holder, location.hostname);
  return toBlocks(holder);
}

/** The direction is that of the text from its beginning on, so that it does not turn round when it is whole. Gives how much text there is. */
function showDirection({ main, body, article }: View, page: Document): number {
  const text = body.textContent ?? '';
  const said =
    page.documentElement.dir || getComputedStyle(document.body ?? document.documentElement).direction;
  main.dir = toDirection(text, said);
  article.dir = main.dir;
  return text.length;
}
