// Gets the other parts of a text that is the same address with page numbers, one after another, when the reader asks for them.
import { toPageAddress } from '../../common/addresses.ts';
import { readLanguage, toText } from '../../common/words/translations.ts';
import type { Reading } from '../extract/article.ts';
import { readPage } from '../extract/extractor.ts';
import { appendWayLine } from '../page/way-line.ts';
import { readWayOn, type WayOn } from '../page/way-on.ts';
import { askBeside } from '../source/ask-beside.ts';
import { readStream } from '../source/html-stream.ts';
import { toBlocks } from '../view/text/content-blocks.ts';
import { replacePictures } from '../view/text/image-placeholders.ts';
import { markLinks } from '../view/text/link-labels.ts';
import type { View } from '../view/view.ts';
import { keepShown } from './show/show-article.ts';
import type { Note } from './state/session-note.ts';

/** A text of more pages is a site that has no end. */
const MOST_PAGES = 100;

/** How far it is: nothing is asked for until the reader presses, and nothing more once the reader says stop. */
type Progress = { name: 'offered' } | { name: 'coming'; number: number } | { name: 'ended' };

export class FurtherPages {
  readonly #view: View;
  readonly #onChange: () => void;
  readonly #seen = new Set([toPageAddress(location.href)]);
  #wayOn: WayOn;
  #progress: Progress = { name: 'offered' };
  #request: AbortController | null = null;

  constructor(view: View, wayOn: WayOn, onChange: () => void) {
    this.#view = view;
    this.#wayOn = wayOn;
    this.#onChange = onChange;
  }

  /** Asks for the next page, and for the one after it when that has come, until there is none or it is stopped. */
  async get(): Promise<void> {
    if (this.#progress.name === 'coming') return;
    const request = new AbortController();
    this.#request = request;
    for (let href = this.#toNext(); href; href = this.#toNext()) {
      this.#go({ name: 'coming', number: this.#seen.size + 1 });
      const reading = await fetchReading(href, request.signal);
      if (request.signal.aborted || !reading) break;
      this.#seen.add(href);
      this.#append(reading);
    }
    if (this.#request === request) this.#go({ name: this.#toNext() ? 'offered' : 'ended' });
  }

  stop(): void {
    this.#request?.abort();
  }

  /** What there is to say of it, and to press. */
  toNote(): Note {
    if (this.#progress.name === 'coming') {
      const number = new Intl.NumberFormat(readLanguage()).format(this.#progress.number);
      return { sentences: [toText('pageComing', number)], presses: { stopPages: toText('stopPages') } };
    }
    return { sentences: [], presses: this.#toNext() ? { pages: toText('getPages') } : {} };
  }

  #go(progress: Progress): void {
    this.#progress = progress;
    this.#onChange();
  }

  /** The address of the next page, where it is one of this text; '' where there is none. */
  #toNext(): string {
    const { next, isSameText } = this.#wayOn;
    const isNew = next !== null && isSameText && !this.#seen.has(next.href);
    return isNew && this.#seen.size < MOST_PAGES ? next.href : '';
  }

  #append(reading: Reading): void {
    const { body } = this.#view;
    this.#wayOn = reading.wayOn;
    for (const line of body.querySelectorAll('.way-on')) line.remove();
    appendWayLine(reading.body, { ...reading.wayOn, previous: null });
    replacePictures(reading.body);
    markLinks(reading.body, location.hostname);
    body.append(...toBlocks(reading.body));
    keepShown(this.#view);
  }
}

/** `null` where it does not come, or is nothing to read. */
async function fetchReading(href: string, signal: AbortSignal): Promise<Reading | null> {
  const response = await askBeside(href, signal);
  if (!response?.ok) return null;
  const { page, whole } = await readStream(response, { onPage() {}, onBytes() {} });
  if (!whole || signal.aborted) return null;
  const base = page.querySelector('base');
  if (base && toPageAddress(base.href) === toPageAddress(location.href)) base.href = href;
  const { hostname } = location;
  const wayOn = readWayOn(page, href);
  return readPage(page, { hostname, direction: '', plainText: false, address: href, wayOn });
}
