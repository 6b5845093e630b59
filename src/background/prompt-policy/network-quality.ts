// Judges the quality of the network by what the last loads in trouble tell of it.
// It learns the link, not the person: no address is kept, in memory only, and only of loads that sent a message anyway.
import browser from 'webextension-polyfill';
import type { SlowReport } from '../../common/messages.ts';
import type { Asker } from '../actions/asker.ts';

/** What is known of the connection. */
export type Link = 'bad' | 'unknown' | 'good';

/** What of a report tells of its speed. */
type Speed = Pick<SlowReport, 'activeMs' | 'firstByteMs' | 'bytes' | 'quietMs'>;

/** A load in trouble, as its watcher told of it last. */
export interface Load extends Speed {
  /** Tab and document. */
  key: string;
  /** When its watcher spoke first and last, in ms since 1970. */
  firstAt: number;
  lastAt: number;
  /** The page waits for a file of some host, and cannot go on without. */
  waits: boolean;
}

/** What the browser itself thinks of the connection: Chromium has it, Firefox has not. */
export interface Hint {
  effectiveType?: string;
  saveData?: boolean;
}

/** So many loads are remembered, and none that is older: a reader on the move has another link by then. */
export const LOADS = 5;
export const FORGET_MS = 30 * 60_000;

/** Slower is bad, in kbps: `effectiveType` calls up to 700 "3g" or less (WICG netinfo), Lighthouse's regular 3G is 700. */
export const BAD_KBPS = 700;

/** As fast as this is good, in kbps: "excellent" in Facebook's Connection Class, and above WebPageTest's 3G (1600). */
export const GOOD_KBPS = 2000;

/** Fewer bytes come in one burst on any link, and say nothing good of it: Chromium's own estimator ignores transfers below 32 kB. */
export const SAMPLE_BYTES = 32_000;

/** A first byte that comes later is "poor" (web-vitals), in ms. */
export const POOR_FIRST_BYTE_MS = 1800;

/**
 * Where nothing has come for so long, the load stands still, in ms: longer than a round trip and a lost packet's first repetition take
 * on the slowest named link (EDGE: 0.84 s, and 1 s more, RFC 6298). It waits for a host that is silent, or the link has stalled.
 */
export const STILL_MS = 2000;

/** So many votes more than the other side has: neither one load nor the browser's hint alone is enough. */
export const MAJORITY = 2;

/**
 * How fast bodies came whole, in kbps: the link was at least as fast. Counted until the last thing came, for after that the page
 * waited. `null` where there was no such time, as in a tab that was hidden until the page was here.
 */
export function toKbps({ bytes, activeMs, firstByteMs, quietMs }: Speed): number | null {
  const busyMs = activeMs - firstByteMs - quietMs;
  return busyMs > 0 ? (bytes * 8) / busyMs : null;
}

/** 1 for a bad link, -1 for a good one, 0 where a load does not tell. */
function toVote(load: Load): number {
  const kbps = toKbps(load);
  const isLate = load.firstByteMs >= POOR_FIRST_BYTE_MS;
  // A late first byte of a page that comes fast then is the server's: it was thinking.
  if (kbps !== null && kbps >= GOOD_KBPS && load.bytes >= SAMPLE_BYTES) return isLate ? 0 : -1;
  const isStill = load.quietMs >= STILL_MS;
  const isStalled = isStill && !load.waits;
  const isCrawling = !isStill && kbps !== null && kbps < BAD_KBPS;
  return isLate || isStalled || isCrawling ? 1 : 0;
}

/** One more vote for a bad link. "4g" says nothing: it is what Chromium thinks until it knows better. */
function toHintVote({ effectiveType = '', saveData = false }: Hint): number {
  return saveData || effectiveType.endsWith('2g') ? 1 : 0;
}

function isFresh({ lastAt }: Load, now: number): boolean {
  return now - lastAt < FORGET_MS;
}

/** What the last loads, and the browser's hint, say of the link. */
export function toLink(loads: Load[], hint: Hint, now: number): Link {
  const votes = loads.filter((load) => isFresh(load, now)).map(toVote);
  const sum = votes.reduce((left, right) => left + right, toHintVote(hint));
  // A hint without a load would be a reason by itself.
  if (votes.length === 0 || Math.abs(sum) < MAJORITY) return 'unknown';
  return sum > 0 ? 'bad' : 'good';
}

/** The loads with one more, the latest first; a load that was told of before is told of anew. */
export function addLoad(loads: Load[], load: Load): Load[] {
  const before = loads.find(({ key }) => key === load.key);
  const others = loads.filter((other) => other !== before && isFresh(other, load.lastAt));
  return [{ ...load, firstAt: before?.firstAt ?? load.firstAt }, ...others].slice(0, LOADS);
}

/** Where the loads stand in `storage.session`: in memory only. */
const KEY = 'loads';

async function readLoads(): Promise<Load[]> {
  return ((await browser.storage.session.get(KEY))[KEY] as Load[] | undefined) ?? [];
}

function readHint(): Hint {
  return (navigator as { connection?: Hint }).connection ?? {};
}

/** A storage that is full (of saved texts) costs what was learned, and not the question. */
async function writeLoads(loads: Load[]): Promise<void> {
  try {
    await browser.storage.session.set({ [KEY]: loads });
  } catch (error) {
    console.error(error);
  }
}

/** What is known of the link now. */
export async function readLink(): Promise<Link> {
  return toLink(await readLoads(), readHint(), Date.now());
}

/** Learns from a report; gives what is known of the link with it, and how long this load has been told of, in ms. */
export async function learnLink(
  { tabId, documentId }: Asker,
  { activeMs, firstByteMs, bytes, quietMs, waitsFor }: SlowReport,
): Promise<{ link: Link; toldMs: number }> {
  // Without the browser's name for the document, when its first byte came tells it from the tab's next one.
  const key = `${tabId} ${documentId ?? firstByteMs}`;
  return navigator.locks.request('loads', async () => {
    const now = Date.now();
    const load = {
      key,
      firstAt: now,
      lastAt: now,
      activeMs,
      firstByteMs,
      bytes,
      quietMs,
      waits: waitsFor !== '',
    };
    const loads = addLoad(await readLoads(), load);
    await writeLoads(loads);
    return { link: toLink(loads, readHint(), now), toldMs: now - (loads[0]?.firstAt ?? now) };
  });
}
