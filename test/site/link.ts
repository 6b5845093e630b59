// Limits the rate and adds the latency of a link: one token bucket for all connections.
import { drawFate, type Fate, type FateName } from './fate.ts';

/** A way to the reader: `kbps` down, and `latencyMs` before each response's first byte (one round trip). */
export interface Link {
  kbps: number;
  latencyMs: number;
  fate?: FateName;
}

/**
 * WebPageTest's connectivity profiles (3G, 3GSlow, 2G, Edge, 4G); `gprs` is Firefox DevTools'. The last two are what a filtered
 * network is like: quick enough while it runs.
 */
export const LINKS = {
  fast: { kbps: Number.POSITIVE_INFINITY, latencyMs: 0 },
  '4g': { kbps: 9000, latencyMs: 170 },
  '3g': { kbps: 1600, latencyMs: 300 },
  slow3g: { kbps: 400, latencyMs: 400 },
  '2g': { kbps: 280, latencyMs: 800 },
  edge: { kbps: 240, latencyMs: 840 },
  gprs: { kbps: 50, latencyMs: 500 },
  lossy: { kbps: 1000, latencyMs: 200, fate: 'stalls' },
  dying: { kbps: 1600, latencyMs: 300, fate: 'dies' },
} as const satisfies Record<string, Link>;

export type LinkName = keyof typeof LINKS;

/** What one flow sends at a time before the next one has its turn: a TCP segment on most paths. */
export const PACKET_BYTES = 1400;

/** A timer that comes late may make good this much; a link that was idle may not. */
const CATCH_UP_MS = 200;

/** Bytes on their way: `sent` is called for each packet, and with `end === length` for the last one. */
export interface Flow {
  length: number;
  at: number;
  sent: (start: number, end: number) => void;
}

/** Time as the link sees it; a test brings its own. */
export interface Clock {
  now: () => number;
  after: (ms: number, run: () => void) => () => void;
}

export const realClock: Clock = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** The next packet of a flow, in bytes. */
const packetOf = (flow: Flow, packetBytes: number): number => Math.min(packetBytes, flow.length - flow.at);

/**
 * Spends `budget` bytes on the flows in turn, a packet each, and returns what is left of it.
 * Flows that are through leave the queue; the order of the others is that of their next turn.
 */
export function share(queue: Flow[], budget: number, packetBytes: number = PACKET_BYTES): number {
  let left = budget;
  for (let flow = queue[0]; flow; flow = queue[0]) {
    const packet = packetOf(flow, packetBytes);
    if (packet > left) break;
    left -= packet;
    queue.shift();
    const start = flow.at;
    flow.at += packet;
    if (flow.at < flow.length) queue.push(flow);
    flow.sent(start, flow.at);
  }
  return left;
}

export interface OpenLink {
  profile: Link;
  /** Sends `length` bytes with everything else that is on its way; the function returned takes the rest back. */
  carry: (length: number, sent: Flow['sent']) => () => void;
  change: (profile: Link) => void;
  /** No byte passes for `ms`; nothing is closed or lost. */
  cut: (ms: number) => void;
  /** When it died for good, by its clock; `null` while it lives. */
  diedAtMs: number | null;
  close: () => void;
}

/** One token bucket for all that is sent through it. `seed` draws what befalls it, where its profile says that something does. */
export function openLink(profile: Link, clock: Clock = realClock, seed = ''): OpenLink {
  const queue: Flow[] = [];
  let fate = toFate(profile, seed);
  let carriedBytes = 0;
  let stopStalls: (() => void)[] = [];
  let tokens = 0;
  let filledAt = clock.now();
  let deadUntil = 0;
  let stopTimer: (() => void) | undefined;

  const bytesPerMs = () => link.profile.kbps / 8;

  function fill(): void {
    const now = clock.now();
    const since = Math.max(0, now - Math.max(filledAt, deadUntil));
    filledAt = now;
    if (now < deadUntil) return;
    if (!Number.isFinite(link.profile.kbps)) tokens = Number.POSITIVE_INFINITY;
    else tokens = Math.min(tokens + since * bytesPerMs(), PACKET_BYTES + CATCH_UP_MS * bytesPerMs());
  }

  function rest(): void {
    stopTimer?.();
    stopTimer = undefined;
  }

  function pump(): void {
    rest();
    fill();
    if (clock.now() >= deadUntil) {
      const unlimited = !Number.isFinite(link.profile.kbps);
      const budget = Math.min(tokens, fate.diesAtByte - carriedBytes);
      const kept = tokens - budget;
      const left = share(queue, budget, unlimited ? Number.POSITIVE_INFINITY : PACKET_BYTES);
      tokens = unlimited ? Number.POSITIVE_INFINITY : kept + left;
      if (carriedBytes + PACKET_BYTES > fate.diesAtByte) return link.cut(Number.POSITIVE_INFINITY);
    }
    const next = queue[0];
    if (!next || deadUntil === Number.POSITIVE_INFINITY) return;
    const deadMs = Math.max(0, deadUntil - clock.now());
    const missing = Math.max(0, packetOf(next, PACKET_BYTES) - tokens);
    rest(); // what was sent may have asked for more, and pumped
    stopTimer = clock.after(Math.max(1, deadMs + missing / bytesPerMs()), pump);
  }

  /** Its clock runs from the first byte that is sent. */
  function beginFate(): void {
    stopStalls = fate.stalls.map(({ afterMs, forMs }) => clock.after(afterMs, () => link.cut(forMs)));
  }

  function forgetFate(): void {
    for (const stop of stopStalls) stop();
    stopStalls = [];
    carriedBytes = 0;
    // What was cut by hand stays cut.
    if (link.profile.fate) deadUntil = 0;
    link.diedAtMs = null;
  }

  const link: OpenLink = {
    profile,
    diedAtMs: null,
    carry(length, sent) {
      const count = (start: number, end: number) => {
        carriedBytes += end - start;
        sent(start, end);
      };
      const flow: Flow = { length, at: 0, sent: count };
      if (carriedBytes === 0 && stopStalls.length === 0) beginFate();
      if (queue.length === 0) {
        // An idle link saves nothing up.
        filledAt = clock.now();
        tokens = 0;
      }
      queue.push(flow);
      if (queue.length === 1) pump();
      return () => {
        const place = queue.indexOf(flow);
        if (place >= 0) queue.splice(place, 1);
      };
    },
    change(next) {
      fill();
      forgetFate();
      fate = toFate(next, seed);
      link.profile = next;
      tokens = 0;
      pump();
    },
    cut(ms) {
      fill();
      deadUntil = clock.now() + ms;
      if (deadUntil === Number.POSITIVE_INFINITY) link.diedAtMs ??= clock.now();
      pump();
    },
    close() {
      queue.length = 0;
      forgetFate();
      rest();
    },
  };
  return link;
}

const STEADY: Fate = { stalls: [], diesAtByte: Number.POSITIVE_INFINITY };

const toFate = (profile: Link, seed: string): Fate => (profile.fate ? drawFate(profile.fate, seed) : STEADY);
