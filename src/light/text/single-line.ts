// Formats text of a page as one line of bounded length, without characters that change the direction of what follows.

/**
 * Steer the direction of what follows them: embeddings, overrides, isolates. The marks and joiners that Persian and Arabic spelling
 * needs (LRM, RLM, ALM, ZWNJ, ZWJ) are not among them: they turn nothing round.
 */
export const STEERING = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line of at most `mostChars` characters, in the order it is written in; a longer one is seen to be cut. */
export function toLine(text: string, mostChars: number): string {
  // A code point is at most two characters, and most lines are mostly letters: more need not be looked at.
  const line = text
    .slice(0, mostChars * 4)
    .replace(STEERING, '')
    .replace(/\s+/g, ' ')
    .trim();
  const chars = [...line];
  return chars.length > mostChars ? `${chars.slice(0, mostChars - 1).join('')}…` : line;
}
