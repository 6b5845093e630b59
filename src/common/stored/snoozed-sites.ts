// Leaves a site alone for a while where the reader keeps closing the question.

/** A host on which the question was closed. */
export interface Refused {
  host: string;
  /** The last times, in ms since 1970, the latest at the end. */
  times: number[];
}

/** Chrome's Lite pages left a site alone for a reader who kept opening the original (Chromium blog, 2019): twice is keeping on. */
export const REFUSALS = 2;

/** Refusals further apart are not of one mind, and a site that rests is asked about again after it, in ms. */
export const REST_MS = 30 * 24 * 3_600_000;

function toLast({ times }: Refused): number {
  return times.at(-1) ?? 0;
}

/** The hosts with one more refusal, without those whose last one is long ago. */
export function addRefusal(refused: Refused[], host: string, now: number): Refused[] {
  const before = refused.find((other) => other.host === host)?.times ?? [];
  const times = [...before.filter((time) => now - time < REST_MS), now].slice(-REFUSALS);
  const others = dropRefusals(refused, host).filter((other) => now - toLast(other) < REST_MS);
  return [...others, { host, times }];
}

/** The hosts without that one. */
export function dropRefusals(refused: Refused[], host: string): Refused[] {
  return refused.filter((other) => other.host !== host);
}

/** Until when each host that rests now does so, in ms since 1970. */
export function toResting(refused: Refused[], now: number): { host: string; until: number }[] {
  return refused
    .filter(({ times }) => times.length >= REFUSALS)
    .map((each) => ({ host: each.host, until: toLast(each) + REST_MS }))
    .filter(({ until }) => now < until);
}

export function isResting(refused: Refused[], host: string, now: number): boolean {
  return toResting(refused, now).some((each) => each.host === host);
}
