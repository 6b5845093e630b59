// Decodes HTML, or a feed, that no browser has loaded as a page: by its byte order mark, what the server says, what it says itself, or what its bytes can be.

/** Browsers look for the encoding in so much of a page, in bytes. */
const PRESCANNED_BYTES = 1024;

const XML_ENCODING = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/;
const CHARSET = /charset\s*=\s*["']?\s*([\w.:-]+)/i;

/** The page as text. Source of the order: https://html.spec.whatwg.org/#determining-the-character-encoding */
export function decodeHtml(bytes: Uint8Array, contentType: string): string {
  const named = readMark(bytes) ?? CHARSET.exec(contentType)?.[1] ?? readOwnCharset(bytes);
  const decoder = named && toDecoder(named);
  if (decoder) return decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Expected of old pages that say nothing: what browsers take them for.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function readMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : null;
}

/** In a page that can be read so far, UTF-16 is not true. */
function readOwnCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCANNED_BYTES));
  const tags = head.replace(/<!--.*?-->/gs, '').match(/<meta\s[^<>]*>/gi) ?? [];
  const named = tags.map((tag) => CHARSET.exec(tag)?.[1]).find(Boolean) ?? XML_ENCODING.exec(head)?.[1];
  return named && /^utf-16/i.test(named) ? 'utf-8' : (named ?? null);
}

function toDecoder(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    // Expected: pages name encodings that do not exist.
    return null;
  }
}
