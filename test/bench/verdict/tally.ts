// Counts answers: right and wrong ones, shares with their interval, times, and who was wrong.

import type { Trouble } from '../../../src/common/messages.ts';
import { toMedian } from '../table.ts';
import { KINDS, type Kind } from './matrix.ts';
import type { Recording } from './trace.ts';
import { type Finding, type Truth, toFinding } from './truth.ts';

/** What Light said on a load, and what was so. */
export interface Case extends Finding {
  recording: Recording;
  /** Since the navigation began; `null`: Light did not ask. */
  askedMs: number | null;
  /** What it gave as its reason, where that is known. */
  trouble?: Trouble;
}

export const toCase = (recording: Recording, asked: { atMs: number; trouble?: Trouble } | null): Case => ({
  ...toFinding(recording),
  recording,
  askedMs: asked?.atMs ?? null,
  ...(asked?.trouble && { trouble: asked.trouble }),
});

export type Fault = 'missed' | 'late' | 'asked in vain' | 'asked where nothing can be had';

/** What is wrong with an answer; `null`: nothing. */
export function toFault({ truth, askedMs, dueMs, recording }: Case): Fault | null {
  if (truth === 'trouble' && askedMs === null) return 'missed';
  if (truth === 'trouble' && dueMs !== null && askedMs !== null && askedMs > dueMs) return 'late';
  if (truth === 'fine' && askedMs !== null) return 'asked in vain';
  if (truth === 'textless' && askedMs !== null && askedMs > knownTextlessMs(recording))
    return 'asked where nothing can be had';
  return null;
}

/** Before the HTML has ended, or a field stands there to be written in, nobody can know that no text comes. */
function knownTextlessMs({ kind, reading }: Recording): number {
  const { parsedMs = null, readableMs = null } = reading ?? {};
  const { written }: Kind = KINDS[kind];
  return Math.min(parsedMs ?? Number.POSITIVE_INFINITY, (written && readableMs) || Number.POSITIVE_INFINITY);
}

export interface Tally {
  asked: Record<Truth, number>;
  silent: Record<Truth, number>;
  /** Of troubled loads, since they were first looked at. */
  medianMs: number;
  latestMs: number;
}

const count = (cases: readonly Case[], isAsked: boolean): Record<Truth, number> => {
  const of = (truth: Truth) =>
    cases.filter((each) => each.truth === truth && (each.askedMs !== null) === isAsked).length;
  return {
    trouble: of('trouble'),
    between: of('between'),
    fine: of('fine'),
    textless: of('textless'),
    pageless: of('pageless'),
  };
};

export function toTally(cases: readonly Case[]): Tally {
  const times = cases.flatMap(({ truth, askedMs, shownMs }) =>
    truth === 'trouble' && askedMs !== null ? [Math.max(0, askedMs - shownMs)] : [],
  );
  return {
    asked: count(cases, true),
    silent: count(cases, false),
    medianMs: toMedian(times),
    latestMs: Math.max(...times),
  };
}

/** Wilson's interval of a share, 95 %. */
export function toInterval(hits: number, all: number): [least: number, most: number] {
  if (all === 0) return [0, 1];
  const z = 1.96;
  const share = hits / all;
  const middle = share + z ** 2 / (2 * all);
  const reach = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  const bound = (at: number) => Math.min(1, Math.max(0, at / (1 + z ** 2 / all)));
  return [bound(middle - reach), bound(middle + reach)];
}
