// Decides when a slow page is asked about. Pure, so that recorded loads can be judged by it.
import type { SlowReport } from '../../common/messages.ts';
import type { Patience } from '../../common/stored/settings.ts';
import type { Link } from './network-quality.ts';

/**
 * The active time after which a load in trouble is asked about, in ms. Half of all readers leave after 3 s (DoubleClick 2016), and
 * a page that is readable by then is not to be asked about: only a reader who wants to be asked early is asked before that. Where
 * the link is good, a slow page is an exception that may pass.
 */
export const PATIENCE_MS: Record<Exclude<Patience, 'never'>, Record<Link, number>> = {
  eager: { bad: 2500, unknown: 2500, good: 3000 },
  normal: { bad: 3000, unknown: 3500, good: 4500 },
  patient: { bad: 5000, unknown: 6000, good: 7000 },
};

/** So long a page that has just begun to come is given, in ms: its server may have been thinking, and be quick now. */
export const GRACE_MS = 1000;

/**
 * Whether it is time to ask. `toldMs` is for how long the load has been told of: a page that was opened in a hidden tab came long
 * before the reader looked at it, and has had its grace.
 */
export function isTime(
  { activeMs, firstByteMs }: Pick<SlowReport, 'activeMs' | 'firstByteMs'>,
  patienceMs: number,
  toldMs: number,
): boolean {
  const hadGrace = activeMs >= firstByteMs + GRACE_MS || toldMs >= GRACE_MS;
  return activeMs >= patienceMs && hadGrace;
}
