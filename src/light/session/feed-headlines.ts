// Shows the headlines of the feed that a page names in place of the page's own list, when the reader asks for them and the feed is smaller.
import { decodeHtml } from '../../common/document/decode-html.ts';
import { readNavigationEntry } from '../../common/document/navigation-entry.ts';
import { toText } from '../../common/words/translations.ts';
import type { Reading } from '../extract/article.ts';
import { readPage } from '../extract/extractor.ts';
import { askBeside } from '../source/ask-beside.ts';
import { toFeedPage } from '../source/feed-page.ts';
import { addBase, createEmptyDocument } from '../source/html-stream.ts';
import type { Note } from './state/session-note.ts';
import { GIVE_UP_MS } from './state/session-transitions.ts';

const ACCEPT = 'application/rss+xml,application/atom+xml,application/xml;q=0.9';

/** The page's own list stays where the feed did not come whole (`failed`), which another press may mend, and where it is no smaller (`large`). */
type Failure = 'failed' | 'large';
type Progress = 'offered' | 'coming' | 'shown' | Failure;

export class FeedHeadlines {
  readonly #onChange: () => void;
  #progress: Progress = 'offered';
  #request: AbortController | null = null;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The headlines; `null` where the page's own list stays. */
  async get(address: string): Promise<Reading | null> {
    if (this.#progress === 'coming') return null;
    const request = new AbortController();
    this.#request = request;
    this.#go('coming');
    const read = await readFeed(address, request);
    if (this.#request !== request) return null;
    this.#go(typeof read === 'string' ? read : 'shown');
    return typeof read === 'string' ? null : read;
  }

  /** The page's own list stands there again, or nothing more is awaited. */
  stop(): void {
    this.#request?.abort();
    this.#request = null;
    this.#progress = 'offered';
  }

  /** What there is to say of it, and to press. */
  toNote(): Note {
    if (this.#progress === 'coming') return { sentences: [toText('arriving')], presses: {} };
    if (this.#progress === 'large') return { sentences: [toText('headlinesKept')], presses: {} };
    if (this.#progress === 'failed')
      return { sentences: [toText('headlinesKept')], presses: { headlines: toText('retry') } };
    if (this.#progress === 'shown') return { sentences: [], presses: { ownList: toText('headlinesBack') } };
    return { sentences: [], presses: { headlines: toText('headlinesOnly') } };
  }

  #go(progress: Progress): void {
    this.#progress = progress;
    this.#onChange();
  }
}

async function readFeed(address: string, request: AbortController): Promise<Reading | Failure> {
  const source = await readSmaller(address, request);
  if (!(source instanceof Blob)) return source;
  const shown = createEmptyDocument();
  const textContent = decodeHtml(new Uint8Array(await source.arrayBuffer()), source.type);
  shown.body.append(Object.assign(shown.createElement('pre'), { textContent }));
  const page = toFeedPage(shown);
  if (!page) return 'failed';
  addBase(page, address);
  const place = { hostname: location.hostname, direction: '', plainText: false, address };
  return readPage(page, { ...place, form: 'links' }) ?? 'failed';
}

/** The feed's source, of its own type; given up as soon as it has grown to the size of the page, or brings nothing for long. */
async function readSmaller(address: string, request: AbortController): Promise<Blob | Failure> {
  const limit = readPageBytes();
  const giveUp = () => setTimeout(() => request.abort(), GIVE_UP_MS);
  let silence = giveUp();
  try {
    const response = await askBeside(address, request.signal, ACCEPT);
    if (!response?.ok) return 'failed';
    const reader = response.body?.getReader();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      clearTimeout(silence);
      silence = giveUp();
      parts.push(part.value);
      bytes += part.value.length;
      if (bytes < limit) continue;
      request.abort();
      return 'large';
    }
    return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
  } catch {
    // Expected: the connection broke, or brought nothing any more.
    return 'failed';
  } finally {
    clearTimeout(silence);
  }
}

/** Of the HTML, after decompression, as the feed is counted. */
function readPageBytes(): number {
  return readNavigationEntry()?.decodedBodySize || document.documentElement.outerHTML.length;
}
