// The weights that Light is built with.
import type { Weights } from '../judge-page.ts';
import { type PackedWeights, unpackWeights } from './unpack-weights.ts';
import packed from './weights.json';

/** Unpacked anew each time: less than a millisecond, and nothing is held while no page is read. */
export function readWeights(): Weights {
  return unpackWeights(packed satisfies PackedWeights);
}
