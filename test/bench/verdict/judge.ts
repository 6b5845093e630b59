// Plays the watcher and the background's patience over a recorded load, and tells when the reader would have been asked.
import { isTime, PATIENCE_MS } from '../../../src/background/prompt-policy/prompt-timing.ts';
import type { Trouble } from '../../../src/common/messages.ts';
import { BLIND_MS, EAGER_MS, toVerdict } from '../../../src/watch/verdict.ts';
import { type Recording, readTrace } from './trace.ts';

/** As in src/watch/watch.ts. */
const LOOK_MS = 500;

export interface Asked {
  /** Since the navigation began. */
  atMs: number;
  trouble: Trouble;
}

/** When the reader would have been asked on this load, on a link of which nothing is known; `null`: not while it was recorded. */
export function judge({ startMs, reading, steps }: Recording): Asked | null {
  if (startMs === null || !reading) return null;
  let arrived = 0;
  let arrivedAtMs = 0;
  let toldAtMs: number | null = null;
  for (let atMs = startMs + LOOK_MS; atMs <= reading.nowMs; atMs += LOOK_MS) {
    const seen = readTrace(steps, atMs);
    if (!seen || seen.loaded) return null;
    if (!seen.visible) continue;
    const { activeMs } = seen;
    if (seen.arrived !== arrived) arrivedAtMs = activeMs;
    arrived = seen.arrived;
    if (activeMs < EAGER_MS) continue;
    const unseenMs = activeMs - arrivedAtMs;
    const quietMs = seen.blind && unseenMs < BLIND_MS ? 0 : unseenMs;
    const trouble = toVerdict({ ...seen, quietMs });
    if (!trouble) continue;
    toldAtMs ??= atMs;
    // The document is there as soon as its first byte is.
    const report = { activeMs, firstByteMs: startMs };
    if (isTime(report, PATIENCE_MS.normal.unknown, atMs - toldAtMs))
      return { atMs: Math.round(atMs), trouble };
  }
  return null;
}
