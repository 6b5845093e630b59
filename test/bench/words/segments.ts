// Scores a text by the pieces that must, and must not, be in it, as trafilatura's evaluation does.
import type { Score } from '../shingles.ts';
import type { Segments } from './corpus.ts';

const toLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Precision: of the pieces that are shown, those that must be; recall: of those that must be, those that are shown. */
export function scoreSegments(shown: string, segments: Segments): Score {
  const line = toLine(shown);
  const count = (pieces: string[]) => pieces.filter((piece) => line.includes(toLine(piece))).length;
  const right = count(segments.with);
  const wrong = count(segments.without);
  return {
    precision: right + wrong === 0 ? 0 : right / (right + wrong),
    recall: segments.with.length === 0 ? 1 : right / segments.with.length,
  };
}
