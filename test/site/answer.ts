// Sends a reply of the test site: slowed by its link, compressed, or faulty.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Fault } from './faults.ts';
import type { OpenLink } from './link.ts';
import { html, type Reply, redirect, withStatus } from './reply.ts';

/** What a status line and its headers take on the wire, roughly. */
const HEADER_BYTES = 350;

const ZIPPED = /^text\/html|^application\/json|^text\/plain/;
const zipped = new Map<string, Buffer>();

/** Compressed once per text: the 20 MB page takes its time. */
function zip(body: Buffer): Buffer {
  const key = `${body.length} ${body.toString('latin1', 0, 4096)} ${body.toString('latin1', body.length - 512)}`;
  const known = zipped.get(key);
  if (known) return known;
  const fresh = gzipSync(body);
  if (body.length > 1e6) zipped.set(key, fresh);
  return fresh;
}

/** The reply as it goes out to this client. `?plain` in the address leaves it uncompressed. */
export function encode(answer: Reply, request: IncomingMessage, url: URL): Reply {
  const accepted = String(request.headers['accept-encoding'] ?? '').includes('gzip');
  const type = answer.headers['content-type'] ?? '';
  if (!accepted || !ZIPPED.test(type) || url.searchParams.has('plain')) return answer;
  return toZipped(answer);
}

function toZipped(answer: Reply): Reply {
  const headers = { ...answer.headers, 'content-encoding': 'gzip', vary: 'Accept-Encoding' };
  return { ...answer, headers, body: zip(answer.body) };
}

/** How far a fault lets the body come, and what happens there. */
interface Journey {
  thinkMs: number;
  /** Bytes after which the body pauses. */
  stop: number;
  /** How long the pause is, or until when; `null`: it goes on for ever. */
  pause: number | Promise<unknown> | null;
  /** What happens to the connection there. */
  ending: 'on' | 'break' | 'reset' | 'end' | 'wait';
}

function plan(fault: Fault | null, length: number): Journey {
  const smooth: Journey = { thinkMs: 0, stop: length, pause: 0, ending: 'on' };
  if (fault?.kind === 'think') return { ...smooth, thinkMs: fault.ms };
  if (fault?.kind === 'break') {
    const { atByte, until } = fault;
    return { ...smooth, stop: Math.min(atByte, length), pause: until ?? 0, ending: 'break' };
  }
  if (fault?.kind === 'cut' || fault?.kind === 'reset') {
    const { kind, atByte, until } = fault;
    const ending = kind === 'cut' ? 'end' : 'reset';
    return { ...smooth, stop: Math.min(atByte, length), pause: until ?? 0, ending };
  }
  if (fault?.kind === 'overlong') return { ...smooth, pause: fault.until ?? 0, ending: 'break' };
  if (fault?.kind === 'unended') return { ...smooth, ending: 'wait' };
  if (fault?.kind === 'hold') return { ...smooth, stop: Math.min(fault.atByte, length), pause: fault.until };
  if (fault?.kind !== 'stall') return smooth;
  return { ...smooth, stop: Math.min(fault.atByte, length), pause: fault.forMs ?? null };
}

/** Resolves after `ms`, or never where the response is gone by then. */
const wait = (ms: number, response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    if (ms <= 0) return resolve();
    const forget = () => clearTimeout(timer);
    const timer = setTimeout(() => {
      response.off('close', forget);
      resolve();
    }, ms);
    response.once('close', forget);
  });

/** Resolves when `length` bytes have passed the link, or never where the response is gone by then. */
const carry = (
  link: OpenLink,
  length: number,
  response: ServerResponse,
  sent: (from: number, to: number) => void,
) =>
  new Promise<void>((resolve) => {
    if (length <= 0) return resolve();
    let takeBack = () => {};
    const forget = () => takeBack();
    response.once('close', forget);
    takeBack = link.carry(length, (from, to) => {
      sent(from, to);
      if (to < length) return;
      response.off('close', forget);
      resolve();
    });
  });

/** Lets a body pass in pieces of one size, as a server does that flushes what it has so far. */
async function drip(
  length: number,
  { pieces, everyMs }: { pieces: number; everyMs: number },
  pass: (start: number, end: number) => Promise<void>,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  const size = Math.ceil(length / pieces);
  for (let start = 0; start < length; start += size) {
    if (start > 0) await pause(everyMs);
    await pass(start, Math.min(start + size, length));
  }
}

/** What a fault has the site answer in place of its page. */
function toOther(fault: Fault | null): Reply | null {
  if (fault?.kind === 'status') return withStatus(fault.status, html(`<h1>Error ${fault.status}</h1>`));
  if (fault?.kind === 'instead') return fault.zipped ? toZipped(html(fault.html)) : html(fault.html);
  return fault?.kind === 'redirect' ? redirect(fault.to) : null;
}

/** Without a length the body is sent in chunks, and whoever cuts it can end it in good order. */
function toHeaders(
  headers: Record<string, string>,
  length: number,
  fault: Fault | null,
): Record<string, string | number> {
  if (fault?.kind === 'cut' || fault?.kind === 'unended') return headers;
  const more = fault?.kind === 'overlong' ? fault.byBytes : 0;
  const claim = fault?.kind === 'encoding' ? { 'content-encoding': fault.name } : {};
  return { ...headers, 'content-length': length + more, ...claim };
}

/** Sends `answer` over `link` as `fault` has it; `count` hears of every packet of the body. */
export async function send(
  response: ServerResponse,
  answer: Reply,
  way: { link: OpenLink; fault: Fault | null; count: (bytes: number) => void },
): Promise<void> {
  const { link, fault, count } = way;
  if (fault?.kind === 'never') return;
  if (fault?.kind === 'refuse') return void response.destroy();
  const { status, headers, body } = toOther(fault) ?? answer;
  const journey = plan(fault, body.length);
  const bare = response.req.method === 'HEAD' || status === 304 || status === 204;
  await wait(link.profile.latencyMs + journey.thinkMs, response);
  await carry(link, HEADER_BYTES, response, () => {});
  response.writeHead(status, bare ? headers : toHeaders(headers, body.length, fault));
  response.flushHeaders();
  if (bare) return void response.end();
  const pass = (start: number, end: number) =>
    carry(link, end - start, response, (from, to) => {
      response.write(body.subarray(start + from, start + to));
      count(to - from);
    });
  if (fault?.kind === 'drip') {
    await drip(body.length, fault, pass, (ms) => wait(ms, response));
    return void response.end();
  }
  await pass(0, journey.stop);
  if (journey.pause === null) return;
  await (typeof journey.pause === 'number' ? wait(journey.pause, response) : journey.pause);
  if (journey.ending === 'break') return void response.socket?.destroySoon();
  if (journey.ending === 'reset') return void response.socket?.resetAndDestroy();
  if (response.destroyed || journey.ending === 'wait') return;
  if (journey.ending === 'end') return void response.end();
  await pass(journey.stop, body.length);
  response.end();
}
