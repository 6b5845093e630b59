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

const ACCEPT = 'application/rss+xml,application/atom+xml,application/xml;q=0.9';

/** `kept`: the page's own list stays, for the feed did not come or is no smaller. */
type Progress = 'offered' | 'coming' | 'shown' | 'kept';

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
    const reading = await readFeed(address, request);
    if (this.#request !== request) return null;
    this.#go(reading ? 'shown' : 'kept');
    return reading;
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
    if (this.#progress === 'kept') return { sentences: [toText('headlinesKept')], presses: {} };
    if (this.#progress === 'shown') return { sentences: [], presses: { ownList: toText('headlinesBack') } };
    return { sentences: [], presses: { headlines: toText('headlinesOnly') } };
  }

  #go(progress: Progress): void {
    this.#progress = progress;
    this.#onChange();
  }
}

async function readFeed(address: string, request: AbortController): Promise<Reading | null> {
  const response = await askBeside(address, request.signal, ACCEPT);
  const source = response?.ok ? await readSmaller(response, request) : '';
  const shown = createEmptyDocument();
  shown.body.append(Object.assign(shown.createElement('pre'), { textContent: source }));
  const page = toFeedPage(shown);
  if (!page) return null;
  addBase(page, address);
  const place = { hostname: location.hostname, direction: '', plainText: false, address };
  return readPage(page, { ...place, form: 'links' });
}

/** The feed's source; '' where it breaks off, or as soon as it has grown to the size of the page. */
async function readSmaller(response: Response, request: AbortController): Promise<string> {
  const limit = readPageBytes();
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      parts.push(part.value);
      bytes += part.value.length;
      if (bytes < limit) continue;
      request.abort();
      return '';
    }
  } catch {
    // Expected: the connection broke.
    return '';
  }
  const all = new Uint8Array(await new Blob(parts).arrayBuffer());
  return decodeHtml(all, response.headers.get('content-type') ?? '');
}

/** Of the HTML, after decompression, as the feed is counted. */
function readPageBytes(): number {
  return readNavigationEntry()?.decodedBodySize || document.documentElement.outerHTML.length;
}
