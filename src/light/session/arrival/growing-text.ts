// Shows the text of a page that is still coming: block after block, as soon as each is whole.
import { followGrowth, type Growth, type Piece } from '../../extract/incremental/incremental-extraction.ts';
import { toSafe } from '../../sanitise/sanitise.ts';
import { addBase, createEmptyDocument } from '../../source/html-stream.ts';
import { toBlocks } from '../../view/text/content-blocks.ts';
import { replacePictures } from '../../view/text/image-placeholders.ts';
import { markLinks } from '../../view/text/link-labels.ts';
import { placeAnswer, placeInOrder } from '../../view/text/place-blocks.ts';
import { wrapWideBlocks } from '../../view/text/scroll-boxes.ts';
import { markLong, showAmount, type View } from '../../view/view.ts';
import { GrowingHead } from './growing-head.ts';
import { isWholeAnyway } from './text-end.ts';

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

/** The text in a view, growing out of a document until it is stopped. */
export class GrowingText {
  readonly #view: View;
  readonly #head: GrowingHead;
  #page: Document | null = null;
  #growth: Growth | null = null;
  #place: (blocks: HTMLElement[]) => void = () => {};
  #isShown = false;
  #isStopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Nobody waits a moment longer for the first of the text than the parser needs. */
  readonly #parser = new MutationObserver(() => this.#look());
  #grownAt = performance.now();
  #end: Node | null = null;
  /** Since when that node has been the last one. */
  #endSince = performance.now();
  #endChars: number | undefined;
  /** Somebody says how much has come; else it is estimated from the document. */
  #isTold = false;
  #isClosed = false;
  #saidAt = performance.now();
  readonly #holder = createEmptyDocument().createElement('div');

  constructor(view: View) {
    this.#view = view;
    this.#head = new GrowingHead(view);
  }

  /**
   * From here on the text grows out of this document. What stands there stays. `isAnswer`: it has been asked for, to get the rest, and may be
   * anything: only what goes on with the text is shown.
   */
  follow(page: Document, isAnswer = false): void {
    if (this.#isStopped) return;
    this.#page = page;
    this.#head.follow(page);
    this.#growth = followGrowth(page);
    this.#place = isAnswer ? placeAnswer(this.#view.body) : placeInOrder(this.#view.body);
    this.#isShown = false;
    this.#parser.observe(page, { childList: true, subtree: true });
    this.#look();
  }

  /** So much has come, of how much where that is known; `closed`: the HTML says that it ends there. */
  tell(bytes: number, ofBytes: number | null, closed: boolean): void {
    // The first amount is said at once: no other may come for long.
    if (!this.#isTold) this.#saidAt = Number.NEGATIVE_INFINITY;
    this.#isTold = true;
    this.#isClosed = closed;
    this.#grownAt = performance.now();
    this.#say(bytes, ofBytes);
  }

  /** Shows what is here and not shown yet, also what is still open where the document has `ended`. Gives how many blocks stand there. */
  settle(ended: boolean): number {
    this.#take(ended, Number.POSITIVE_INFINITY);
    if (ended) this.#head.show();
    return this.#view.body.children.length;
  }

  /**
   * How long nothing has come, in ms. Of a script Chromium shows nothing before it is twice as long: where nobody says how much has come, that may
   * take as long again as all of the script until now.
   */
  readQuietMs(): number {
    const isBlind = !this.#isTold && this.#end?.parentElement?.localName === 'script';
    const spared = isBlind ? this.#grownAt - this.#endSince : 0;
    return performance.now() - this.#grownAt - spared;
  }

  /** Whether what has come is all of the page, though its end has not been told: its article and the page itself are closed. */
  isWhole(): boolean {
    return this.#page !== null && isWholeAnyway(this.#page, this.#isTold ? this.#isClosed : null);
  }

  /** Looks no more, until another document is to be followed. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#parser.disconnect();
    this.#head.pause();
  }

  /** Nothing grows any more. */
  stop(): void {
    this.pause();
    this.#head.stop();
    this.#isStopped = true;
  }

  #look(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#take(false, this.#isShown ? BUDGET_MS : FIRST_BUDGET_MS);
    this.#head.showSoon();
    this.#noteGrowth();
    if (!this.#isTold && this.#growth) this.#say(this.#growth.chars(), null);
    const isLate = !this.#isShown || this.#growth?.isBehind();
    this.#timer = setTimeout(() => this.#look(), isLate ? BEHIND_MS : LOOK_MS);
    if (this.#isShown) this.#parser.disconnect();
  }

  #take(ended: boolean, budgetMs: number): void {
    if (!this.#page || !this.#growth) return;
    const pieces = this.#growth.take(ended, budgetMs);
    if (pieces.length === 0) return;
    this.#isShown = true;
    this.#head.showInNextFrame();
    markLong(this.#view, this.#growth.chars());
    if (this.#page !== document) addBase(this.#page);
    this.#place(toShown(this.#holder, pieces, this.#page.baseURI));
  }

  #noteGrowth(): void {
    const end = this.#page && findEnd(this.#page);
    const chars = end?.nodeValue?.length;
    if (end !== this.#end || chars !== this.#endChars) this.#grownAt = performance.now();
    if (end !== this.#end) this.#endSince = this.#grownAt;
    this.#end = end;
    this.#endChars = chars;
  }

  #say(bytes: number, ofBytes: number | null): void {
    if (performance.now() - this.#saidAt < SAY_MS) return;
    this.#saidAt = performance.now();
    showAmount(this.#view, bytes, ofBytes);
  }
}

/** Where the document grows: its last node. Behind its head stands the view. */
function findEnd(page: Document): Node {
  let last: Node = page.body ?? page.head ?? page;
  while (last.lastChild) last = last.lastChild;
  return last;
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
  wrapWideBlocks(holder);
  return toBlocks(holder);
}
