// Shortens a recorded load to the moments in which something but the time has changed, and reads it again.
import type { Signals } from '../../../src/watch/verdict.ts';
import type { Load } from './matrix.ts';
import type { Reading } from './reading.ts';
import type { Kept, Sample } from './sample.ts';

/** A field of a sample and its new value. A name that ends in `Ms` is a time, which runs on by itself. */
export type Change = [field: string, value: unknown];
/** A moment, in ms since the navigation began, and what had changed by then. */
export type Step = [atMs: number, ...changes: Change[]];

/** A load as it was played once, without Light. */
export interface Recording extends Load {
  /** `null`: no document came. */
  startMs: number | null;
  /** When the link died for good, in ms since the navigation began. */
  diedMs: number | null;
  reading: Reading | null;
  steps: Step[];
}

/** Two looks 250 ms apart differ from the clock by this much where a timer is late, in ms. */
const TOLERANCE_MS = 30;

const isTime = (field: string): boolean => field.endsWith('Ms') && field !== 'atMs';

/** What a field would be `forMs` after it had that value, if nothing happened. */
const runOn = (field: string, value: unknown, forMs: number): unknown =>
  isTime(field) && typeof value === 'number' ? value + forMs : value;

const isSame = (field: string, one: unknown, other: unknown): boolean =>
  isTime(field) && typeof one === 'number' && typeof other === 'number'
    ? Math.abs(one - other) <= TOLERANCE_MS
    : one === other;

const round = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value) : value);

/** Only what could not be foretold from the step before. */
export function toSteps(samples: readonly Sample[]): Step[] {
  const known = new Map<string, { value: unknown; atMs: number }>();
  const steps: Step[] = [];
  for (const { atMs, ...fields } of samples) {
    const changes: Change[] = [];
    for (const [field, raw] of Object.entries(fields)) {
      const last = known.get(field);
      const value = round(raw);
      if (last && isSame(field, runOn(field, last.value, atMs - last.atMs), value)) continue;
      known.set(field, { value, atMs });
      changes.push([field, value]);
    }
    if (changes.length > 0) steps.push([Math.round(atMs), ...changes]);
  }
  return steps;
}

/** What could be seen at that moment; `null` before the first step. */
export function readTrace(steps: readonly Step[], atMs: number): Sample | null {
  const fields = new Map<string, unknown>();
  for (const [stepMs, ...changes] of steps) {
    if (stepMs > atMs) break;
    for (const [field, value] of changes) fields.set(field, runOn(field, value, atMs - stepMs));
  }
  if (fields.size === 0) return null;
  // The fields of the samples that the steps were made of.
  return { atMs, ...Object.fromEntries(fields) } as unknown as Sample & Signals;
}

const roundAll = <T extends object>(times: T): T =>
  // The same keys, with whole numbers in the place of numbers.
  Object.fromEntries(
    Object.entries(times).map(([key, value]) => [key, isTimes(value) ? roundAll(value) : round(value)]),
  ) as T;

const isTimes = (value: unknown): value is object => typeof value === 'object' && value !== null;

export function toRecording(load: Load, kept: Kept | null, diedAt: number | null): Recording {
  return {
    ...load,
    startMs: kept && Math.round(kept.startMs),
    diedMs: kept && diedAt !== null ? Math.round(diedAt - kept.timeOrigin) : null,
    reading: kept && roundAll(kept.reading),
    steps: toSteps(kept?.samples ?? []),
  };
}
