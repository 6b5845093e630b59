// Reads a response as HTML while it comes: into a document in which nothing is asked for and no script runs.
import { hasEndTag, type ParsedHtml, TAIL_CHARS } from './html-copy.ts';

/** Set by the build: Firefox lets no content script write into a document of its own (SecurityError). */
declare const FIREFOX: boolean;

/** HTML on its way, as it comes. */
export interface Listener {
  /** The document into which it grows; in Firefox another one from time to time. */
  onPage(page: Document): void;
  /** What has come, in bytes after decompression; of how many, where the server says so and did not compress. `closed`: its end tag has come. */
  onBytes(bytes: number, ofBytes: number | null, closed: boolean): void;
}

/** In Firefox what has come is parsed again when it has grown by this factor: all parsing together is then at most three times the last. */
const REPARSE_FACTOR = 1.5;
const FIRST_PARSE_CHARS = 2000;

interface Parser {
  write(html: string): void;
  end(): Document;
}

/** Parses as the bytes come, into a document in which nothing is asked for and no script runs. */
function createWriter({ onPage }: Listener): Parser {
  const page = createEmptyDocument();
  page.open();
  onPage(page);
  return {
    write: (html) => page.write(html),
    end() {
      page.close();
      return page;
    },
  };
}

function createReparser({ onPage }: Listener): Parser {
  let html = '';
  let parsedChars = FIRST_PARSE_CHARS / REPARSE_FACTOR;
  const parse = () => {
    parsedChars = html.length;
    return new DOMParser().parseFromString(html, 'text/html');
  };
  return {
    write(more) {
      html += more;
      if (html.length > parsedChars * REPARSE_FACTOR) onPage(parse());
    },
    end: parse,
  };
}

/** The length of the body, where it comes as it was sent. */
function toLength({ headers }: Response): number | null {
  const length = Number(headers.get('content-length'));
  return headers.has('content-encoding') || !length ? null : length;
}

/** Reads a response to its end, as HTML in the encoding of the page. `whole` is false where it broke off. */
export async function readStream(
  response: Response,
  listener: Listener,
): Promise<ParsedHtml & { whole: boolean }> {
  const decoder = new TextDecoder(document.characterSet);
  const parser = FIREFOX ? createReparser(listener) : createWriter(listener);
  const ofBytes = toLength(response);
  const reader = response.body?.getReader();
  let bytes = 0;
  let whole = true;
  let tail = '';
  const write = (html: string) => {
    tail = (tail + html).slice(-TAIL_CHARS);
    parser.write(html);
  };
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      bytes += part.value.length;
      write(decoder.decode(part.value, { stream: true }));
      listener.onBytes(bytes, ofBytes, hasEndTag(tail));
    }
  } catch {
    // Expected on the networks Light is for: the connection broke, and what has come is what there is.
    whole = false;
  }
  write(decoder.decode());
  return { page: addBase(parser.end()), closed: hasEndTag(tail), whole };
}

/**
 * A document of its own, in which nothing is asked for. The page's policy is not its: what it forbids is not told of when it is copied there. By the
 * prototype, for a page may have an image that is named `implementation`.
 */
export function createEmptyDocument(): Document {
  const implementation: DOMImplementation = Reflect.get(Document.prototype, 'implementation', document);
  // Without a title: an empty one would come before the page's.
  return implementation.createHTMLDocument();
}

/** Addresses in a document of Light's own are those of the page at that address. */
export function addBase(page: Document, address = location.href): Document {
  const base = page.querySelector('base[href]') ?? page.createElement('base');
  const href = base.getAttribute('href') ?? '';
  // A page may have any nonsense there, which browsers do not mind: then its own address is the base.
  base.setAttribute('href', URL.canParse(href, address) ? new URL(href, address).href : address);
  if (!base.isConnected) page.head?.prepend(base);
  return page;
}
