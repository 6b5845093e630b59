// What the background and the page that finds the text in HTML say to each other: a service worker has no parser of its own.
import type { Shelving } from './shelved.ts';

/** HTML that was fetched beside the tabs. */
export interface Extraction {
  /** The address that answered. */
  address: string;
  html: string;
  isPlain: boolean;
}

export interface ExtractionMessage {
  extraction: Extraction;
}

/** `null` where there is nothing to read. */
export type Extracted = { shelving: Shelving | null };
