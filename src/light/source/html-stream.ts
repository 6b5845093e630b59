// Without this, HTML that comes from a copy, or comes once more, could not be read before it has ended.

/** Set by the build: Firefox lets no content script write into a document of its own (SecurityError). */
declare const FIREFOX: boolean;

/** HTML on its way, as it comes. */
export interface Listener {
  /** The document into which it grows; in Firefox another one from time to time. */
  onPage(page: Document): void;
  /** What has come, in bytes after decompression; of how many, where the server says so and did not compress. */
  onBytes(bytes: number, ofBytes: number | null): void;
}

/** In Firefox what has come is parsed again when it has grown by this factor: all parsing together is then at most three times the last. */
const REPARSE_FACTOR = 1.5;
const FIRST_PARSE_CHARS = 2000;

interface Parser {
  write(html: string): void;
  end(): Document;
}

/** Parses as the bytes come, into a document in which nothing is asked for and no script runs. */
function toWriter({ onPage }: Listener): Parser {
  const page = toEmpty();
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

function toReparser({ onPage }: Listener): Parser {
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
): Promise<{ page: Document; whole: boolean }> {
  const decoder = new TextDecoder(document.characterSet);
  const parser = FIREFOX ? toReparser(listener) : toWriter(listener);
  const ofBytes = toLength(response);
  const reader = response.body?.getReader();
  let bytes = 0;
  let whole = true;
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      bytes += part.value.length;
      parser.write(decoder.decode(part.value, { stream: true }));
      listener.onBytes(bytes, ofBytes);
    }
  } catch {
    // Expected on the networks Light is for: the connection broke, and what has come is what there is.
    whole = false;
  }
  parser.write(decoder.decode());
  return { page: toBased(parser.end()), whole };
}

/**
 * A document of its own, in which nothing is asked for. The page's policy is not its: what it forbids is not told of when it is copied there. By the
 * prototype, for a page may have an image that is named `implementation`.
 */
export function toEmpty(): Document {
  const implementation: DOMImplementation = Reflect.get(Document.prototype, 'implementation', document);
  return implementation.createHTMLDocument('');
}

/** Addresses in a document of Light's own are those of the page. */
export function toBased(page: Document): Document {
  const base = page.querySelector('base[href]') ?? page.createElement('base');
  base.setAttribute('href', new URL(base.getAttribute('href') ?? '', location.href).href);
  if (!base.isConnected) page.head?.prepend(base);
  return page;
}
