// Judges whether a load is in trouble, or only on its way: a pure function.
import type { Trouble } from '../common/messages.ts';

/** What the watcher can see of a load, as plain data. */
export interface Signals {
  /** The first contentful paint has happened. */
  painted: boolean;
  /** The parser has reached the end of the HTML. */
  parsed: boolean;
  /** Characters of running text so far: of what can be seen where the page has painted, else of what is in the document. */
  textChars: number;
  /** Active time since anything last arrived (an element, a file), in ms. */
  quietMs: number;
  /** The reader has begun to read what there is: has scrolled, or selected something. */
  reading: boolean;
  /** The reader has typed something, or the page is one to write in. */
  writing: boolean;
}

/**
 * No load is looked at before so much active time, in ms: half of all readers leave after 3 s (DoubleClick 2016), so those who
 * want to be asked early are asked before that.
 */
export const EAGER_MS = 2000;

/**
 * Text that stops arriving for so long has stalled, in ms. The longest latency of the named links is 0.84 s (EDGE): a packet lost
 * there is sent again after 1 s (RFC 6298), so below 2 s a single loss would be taken for a stall. A reader is to hear within 3 s.
 */
export const STALL_MS = 2500;

/** What comes of a script, and is not shown, is not missed for so long, in ms: Nielsen's limit of attention. */
export const BLIND_MS = 10_000;

/** So much running text is a first paragraph or two, in characters: Readability's own `charThreshold` is 500. */
export const READABLE_CHARS = 500;

/** What is wrong with a load that is not over, or `null` where it is well, or where Light would have nothing to give. */
export function toVerdict(signals: Signals): Trouble | null {
  const { painted, parsed, textChars, quietMs, reading, writing } = signals;
  const hasText = textChars >= READABLE_CHARS;
  if (writing) return null;
  // The HTML has ended without text: only the page's scripts can bring it, and Light runs none.
  if (parsed && !hasText) return null;
  if (!painted) return 'unpainted';
  if (hasText) return !parsed && quietMs >= STALL_MS ? 'stalled' : null;
  return reading && textChars > 0 ? null : 'textless';
}
