// Links that stall and die, as filtered networks have them; each from a seed.
import { randomOf } from './bodies.ts';

/** A stretch in which no byte passes; it begins `afterMs` after the first byte that the link carries. */
export interface Stall {
  afterMs: number;
  forMs: number;
}

/** What befalls a link: it stalls now and then, and dies for good after so many bytes. */
export interface Fate {
  stalls: readonly Stall[];
  diesAtByte: number;
}

/** `stalls`: pauses of 1 to 20 s, for a minute. `dies`: part-way, at some byte or at some second. */
export type FateName = 'stalls' | 'dies';

/** How long a lossy link runs between two stalls, on average, in ms. */
const RUN_MS = 3000;
const STALL_MS = { least: 1000, most: 20_000 };
/** A dying link gets as far as the head of a page at least, and at most as far as half of a heavy one. */
const DEATH_BYTES = { least: 3000, most: 600_000 };
const DEATH_MS = { least: 300, most: 6000 };

/** Between the two, and as often within a factor of two of the one as of the other. */
const between = ({ least, most }: { least: number; most: number }, draw: number): number =>
  least * (most / least) ** draw;

function drawStalls(random: () => number): Stall[] {
  const stalls: Stall[] = [];
  for (let at = 0; at < 60_000; ) {
    const afterMs = at - RUN_MS * Math.log(1 - random());
    const forMs = between(STALL_MS, random());
    stalls.push({ afterMs, forMs });
    at = afterMs + forMs;
  }
  return stalls;
}

/** The same for the same seed. */
export function drawFate(name: FateName, seed: string): Fate {
  const random = randomOf(`${name} ${seed}`);
  if (name === 'stalls') return { stalls: drawStalls(random), diesAtByte: Number.POSITIVE_INFINITY };
  if (random() < 0.5) return { stalls: [], diesAtByte: between(DEATH_BYTES, random()) };
  const death = { afterMs: between(DEATH_MS, random()), forMs: Number.POSITIVE_INFINITY };
  return { stalls: [death], diesAtByte: Number.POSITIVE_INFINITY };
}
