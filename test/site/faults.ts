// Without it no response could go wrong on request, and a test could not show what Light does then.

/** `atByte` counts the body as it is sent: compressed where it is compressed (`?plain` turns that off). */
export type Fault =
  | { kind: 'never' }
  | { kind: 'stall'; atByte: number; forMs?: number }
  | { kind: 'hold'; atByte: number; until: Promise<unknown> }
  | { kind: 'break'; atByte: number; until?: Promise<unknown> }
  | { kind: 'think'; ms: number }
  | { kind: 'drip'; pieces: number; everyMs: number }
  | { kind: 'refuse' }
  | { kind: 'status'; status: number }
  /** Another answer under the same address, or the way to another one. */
  | { kind: 'instead'; html: string }
  | { kind: 'redirect'; to: string };

const numberIn = (query: URLSearchParams, name: string): number => Number(query.get(name)) || 0;

/** The fault a query asks for: `?never`, `?stall=5000`, `?stall=5000&for=3000`, `?break=5000`, `?think=6000`, `?drip=8&every=1500`, `?refuse`, `?status=503`. */
export function toFault(query: URLSearchParams): Fault | null {
  if (query.has('never')) return { kind: 'never' };
  if (query.has('refuse')) return { kind: 'refuse' };
  if (query.has('break')) return { kind: 'break', atByte: numberIn(query, 'break') };
  if (query.has('think')) return { kind: 'think', ms: numberIn(query, 'think') };
  if (query.has('drip'))
    return { kind: 'drip', pieces: numberIn(query, 'drip') || 8, everyMs: numberIn(query, 'every') };
  if (query.has('status')) return { kind: 'status', status: numberIn(query, 'status') || 500 };
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
