// Shows what stands above the text of a page that is still coming, its title and whose it is, and which way the text runs.
import { findAll } from '../../../common/document/unclobbered.ts';
import { normaliseDocument } from '../../extract/prepare/normalise-document.ts';
import { toDirection } from '../../metadata/direction.ts';
import { readMetadata } from '../../metadata/metadata.ts';
import { createEmptyDocument } from '../../source/html-stream.ts';
import { type Head, showHead } from '../../view/article-head.ts';
import type { View } from '../../view/view.ts';

/** So long the text may come together with what stands above it, in ms: a tenth of a second is no wait (Nielsen). */
const HEAD_MS = 100;
/** The text so far tells the direction of the whole, in characters. */
const DIRECTION_CHARS = 400;

/** What stands above a text that grows, until it is stopped. */
export class GrowingHead {
  readonly #view: View;
  #page: Document | null = null;
  #isStopped = false;
  /** Of the text, by which its direction is told; -1 until the page has a body. */
  #seenChars = -1;

  constructor(view: View) {
    this.#view = view;
  }

  /** From here on it is what this document says. */
  follow(page: Document): void {
    this.#page = page;
  }

  /** Reads that document no more: what takes the text out of it changes it. A frame that was asked for before may still come. */
  pause(): void {
    this.#page = null;
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Also where the text is still to come. */
  showSoon(): void {
    if (this.#seenChars >= 0 || !this.#page?.body) return;
    this.#seenChars = 0;
    setTimeout(() => this.show(), HEAD_MS);
  }

  /** In the frame that shows the text: work done before would make it the next one. */
  showInNextFrame(): void {
    if (this.#seenChars < DIRECTION_CHARS) requestAnimationFrame(() => this.show());
  }

  /** Shows what stands above the text, and which way it runs, unless both are settled. */
  show(): void {
    if (!this.#page || this.#isStopped) return;
    if (this.#seenChars <= 0) showHead(this.#view, readHead(this.#page));
    if (this.#seenChars < DIRECTION_CHARS) this.#seenChars = showDirection(this.#view, this.#page);
  }
}

/** What of an unfinished page says what it is called, and whose. */
const SAID = 'head > :is(title, meta, link, script[type*=json]), h1';

/** What the page says of itself at its beginning, so that what stands above the text does not change when it is whole. */
function readHead(page: Document): Head {
  const head = createEmptyDocument();
  for (const part of findAll(page, SAID)) {
    head.body.append(head.importNode(part, true));
  }
  normaliseDocument(head);
  return readMetadata(head, location.hostname);
}

/** The direction is that of the text from its beginning on, so that it does not turn round when it is whole. Gives how much text there is. */
function showDirection({ body, article }: View, page: Document): number {
  const text = body.textContent ?? '';
  const said =
    page.documentElement.dir || getComputedStyle(document.body ?? document.documentElement).direction;
  article.dir = toDirection(text, said);
  return text.length;
}
