// Faults that a test can order: answers that are late, cut, reset or corrupt.

/** `atByte` counts the body as it is sent: compressed where it is compressed (`?plain` turns that off). */
export type Fault =
  | { kind: 'never' }
  | { kind: 'stall'; atByte: number; forMs?: number }
  | { kind: 'hold'; atByte: number; until: Promise<unknown> }
  | { kind: 'break'; atByte: number; until?: Promise<unknown> }
  /** It ends there in good order: no length was named, and nobody can tell. */
  | { kind: 'cut'; atByte: number; until?: Promise<unknown> }
  /** It is all there, and a few bytes more were promised. */
  | { kind: 'overlong'; byBytes: number; until?: Promise<unknown> }
  /** It is all there, and its end is never told. */
  | { kind: 'unended' }
  /** It claims a compression that it has not. */
  | { kind: 'encoding'; name: string }
  /** The network itself breaks: the connection is reset. */
  | { kind: 'reset'; atByte: number; until?: Promise<unknown> }
  | { kind: 'think'; ms: number }
  | { kind: 'drip'; pieces: number; everyMs: number }
  | { kind: 'refuse' }
  | { kind: 'status'; status: number }
  /** Another answer under the same address, compressed if that is said, or the way to another one. */
  | { kind: 'instead'; html: string; zipped?: true }
  | { kind: 'redirect'; to: string };

const numberIn = (query: URLSearchParams, name: string): number => Number(query.get(name)) || 0;

/** The fault a query asks for: `?never`, `?stall=5000`, `?stall=5000&for=3000`, `?break=5000`, `?think=6000`, `?drip=8&every=1500`, `?refuse`, `?status=503`, `?cut=4000`, `?overlong=100`, `?unended`, `?encoding=gzip`, `?reset=4000`. */
export function toFault(query: URLSearchParams): Fault | null {
  if (query.has('never')) return { kind: 'never' };
  if (query.has('refuse')) return { kind: 'refuse' };
  if (query.has('break')) return { kind: 'break', atByte: numberIn(query, 'break') };
  if (query.has('think')) return { kind: 'think', ms: numberIn(query, 'think') };
  if (query.has('drip'))
    return { kind: 'drip', pieces: numberIn(query, 'drip') || 8, everyMs: numberIn(query, 'every') };
  if (query.has('status')) return { kind: 'status', status: numberIn(query, 'status') || 500 };
  if (query.has('cut')) return { kind: 'cut', atByte: numberIn(query, 'cut') };
  if (query.has('overlong')) return { kind: 'overlong', byBytes: numberIn(query, 'overlong') || 100 };
  if (query.has('unended')) return { kind: 'unended' };
  if (query.has('encoding')) return { kind: 'encoding', name: query.get('encoding') || 'gzip' };
  if (query.has('reset')) return { kind: 'reset', atByte: numberIn(query, 'reset') };
  if (!query.has('stall')) return null;
  const stall = { kind: 'stall' as const, atByte: numberIn(query, 'stall') };
  return query.has('for') ? { ...stall, forMs: numberIn(query, 'for') } : stall;
}

/**
 * The names under which a fault may have been set for a request, the most exact first:
 * `host/path?query`, `/path?query`, `host/path`, `/path`, `host`. `host` is without its port.
 */
export function faultNames(host: string, url: URL): string[] {
  const whole = url.pathname + url.search;
  return [host + whole, whole, host + url.pathname, url.pathname, host];
}
