// Tells of a load whether it was in trouble, since when, and by when Light must have asked.
import { KINDS, type Kind } from './matrix.ts';
import type { Recording } from './trace.ts';

/**
 * `trouble`: the reader waits 8 s or more for the first paragraphs, or half-way for the rest of the text. `fine`: never more than
 * 3 s, for anything of the page. Between the two either answer is right. `textless`: Light has nothing to give. `pageless`: no
 * document came, or nobody looked at it.
 */
export type Truth = 'trouble' | 'between' | 'fine' | 'textless' | 'pageless';

export const TROUBLE_MS = 8000;
export const FINE_MS = 3000;

/** The question comes no later than the latest of these. */
export const DUE = {
  /** After the navigation began. */
  navigationMs: 6000,
  /** After the document committed. */
  commitMs: 1500,
  /** After the trouble itself began: the page was first shown, the link died, the text stopped. */
  troubleMs: 3000,
};

export interface Finding {
  truth: Truth;
  /** When the trouble began, since the navigation began; `null` where there is none. */
  sinceMs: number | null;
  dueMs: number | null;
  /** When a reader first looked; his patience counts from here. */
  shownMs: number;
}

export function toFinding(recording: Recording): Finding {
  const { reading, startMs, diedMs } = recording;
  const kind: Kind = KINDS[recording.kind];
  const none = { sinceMs: null, dueMs: null };
  if (!reading || startMs === null || reading.shownMs === null)
    return { truth: 'pageless', shownMs: 0, ...none };
  const { shownMs, readableMs, nowMs, textWait, pageWait } = reading;
  if (kind.textless) return { truth: 'textless', shownMs, ...none };
  const firstWaitMs = Math.max(0, (readableMs ?? nowMs) - shownMs);
  const waitMs = Math.max(firstWaitMs, textWait.forMs);
  if (waitMs < TROUBLE_MS) {
    const isFine = Math.max(waitMs, pageWait.forMs) <= FINE_MS;
    return { truth: isFine ? 'fine' : 'between', shownMs, ...none };
  }
  const died = diedMs !== null && diedMs < (readableMs ?? nowMs) ? diedMs : shownMs;
  const sinceMs = firstWaitMs >= TROUBLE_MS ? Math.max(shownMs, died) : textWait.fromMs;
  const dueMs = Math.max(DUE.navigationMs, startMs + DUE.commitMs, sinceMs + DUE.troubleMs);
  return { truth: 'trouble', sinceMs, dueMs, shownMs };
}
