// Hands the extraction from the script that holds it (entry/extract.ts) to the light script, which is injected after it: what shows a text is
// small, and what finds one is not.
import { readWorld } from '../../common/isolated-world.ts';
import type { extractReading, Place, Reading } from './article.ts';

declare module '../../common/isolated-world.ts' {
  interface LightWorld {
    /** There from the injection of extract.js on. */
    extractReading?: typeof extractReading;
  }
}

/** What there is to read in a page; `null` where there is nothing. Changes the document it is given. See `extractReading`. */
export function readPage(page: Document, place: Place): Reading | null {
  const { extractReading } = readWorld();
  if (!extractReading) throw new Error('extract.js has not been injected.');
  return extractReading(page, place);
}
