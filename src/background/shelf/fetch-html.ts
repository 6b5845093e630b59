// Asks for the HTML of an address beside the tabs, and for nothing else of the page: no picture, no script, no cookie but the site's own.
import { decodeHtml } from '../../common/document/decode-html.ts';

/** Nothing new for so long is no answer, in ms: a bad link is slow, and this is silence. */
const SILENT_MS = 60_000;
/** A longer page is no text, in bytes: the longest articles have a tenth of it. */
const MOST_BYTES = 8_000_000;
/** What has come is told so often, in ms: it also keeps the browser from ending the background meanwhile. */
const TELL_MS = 1000;

export type Fetched =
  | { kind: 'html'; html: string; address: string; isPlain: boolean; bytes: number }
  /** There was an answer, and it is no page that can be read; `isFinal`: another try would bring the same. */
  | { kind: 'refused'; bytes: number; isFinal: boolean }
  | { kind: 'silent' };

/** `onBytes` is told of what has come, and says whether it is still wanted. */
export async function fetchHtml(
  address: string,
  onBytes: (bytes: number) => Promise<boolean>,
): Promise<Fetched> {
  const request = new AbortController();
  const timer = toTimer(() => request.abort());
  let came = 0;
  const tell = (bytes: number) => {
    came = bytes;
    return onBytes(bytes);
  };
  try {
    const response = await fetch(address, {
      headers: { accept: 'text/html,application/xhtml+xml', 'save-data': 'on' },
      credentials: 'include',
      referrerPolicy: 'no-referrer',
      signal: request.signal,
    });
    const type = response.headers.get('content-type') ?? 'text/html';
    if (!response.ok || !/^(text\/html|application\/xhtml\+xml|text\/plain)/i.test(type)) {
      request.abort();
      return { kind: 'refused', bytes: 0, isFinal: response.ok || isGone(response.status) };
    }
    const body = await readBody(response, timer, tell);
    if (!body) request.abort();
    if (!body) return { kind: 'refused', bytes: came, isFinal: true };
    const html = decodeHtml(body, type);
    const isPlain = /^text\/plain/i.test(type);
    return { kind: 'html', html, address: response.url, isPlain, bytes: toSentBytes(response, body.length) };
  } catch {
    // Expected on the networks Light is for: nobody answered, or the connection broke before all had come.
    return came > 0 ? { kind: 'refused', bytes: came, isFinal: false } : { kind: 'silent' };
  } finally {
    timer.stop();
  }
}

/** What is not there will not be there in a minute. */
function isGone(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429;
}

/** As it was sent, where the server says how long that is. */
function toSentBytes({ headers }: Response, bytes: number): number {
  return Number(headers.get('content-length')) || bytes;
}

/** `null` where it is not wanted any more, or too long. */
async function readBody(
  response: Response,
  timer: { restart(): void },
  onBytes: (bytes: number) => Promise<boolean>,
): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  let toldAt = Date.now();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    timer.restart();
    parts.push(part.value);
    bytes += part.value.length;
    if (bytes > MOST_BYTES) return null;
    if (Date.now() - toldAt < TELL_MS) continue;
    toldAt = Date.now();
    if (!(await onBytes(bytes))) return null;
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

function toTimer(onSilence: () => void): { restart(): void; stop(): void } {
  let timer = setTimeout(onSilence, SILENT_MS);
  const stop = () => clearTimeout(timer);
  return {
    restart() {
      stop();
      timer = setTimeout(onSilence, SILENT_MS);
    },
    stop,
  };
}
