// Defines what the recorder in the page says to the driver outside.
import type { Signals } from '../../../src/watch/verdict.ts';
import type { Reading } from './reading.ts';

/** How often the recorder looks, in ms. */
export const SAMPLE_MS = 250;

/** What the watcher could have seen at one moment. `atMs` is since the navigation began. */
export interface Sample extends Signals {
  atMs: number;
  /** As the watcher's clock counts it. */
  activeMs: number;
  visible: boolean;
  /** Elements and files so far. */
  arrived: number;
  /** The parser is in a script, of which Chromium shows little (recordings from before it was told have none). */
  blind?: boolean;
  /** The load event has fired: the watcher would have stopped. */
  loaded: boolean;
}

/** What the recorder says when asked. */
export interface Kept {
  /** The recorder began, as the watcher would have: the document had committed. */
  startMs: number;
  timeOrigin: number;
  reading: Reading;
  /** Only where they were asked for. */
  samples?: Sample[];
}

/** Events on the document; the recorder answers while it is asked. */
export const ASK = 'light-recorder-ask';
export const ANSWER = 'light-recorder-answer';
