// Extracts the text of a page that is still growing, paragraph by paragraph.
import { createCursor, type Piece, step } from './page-cursor.ts';
import { createDecision, decide, decideLate, noteTitle } from './text-decision.ts';

export type { Piece } from './page-cursor.ts';

export interface Growth {
  /**
   * The pieces of text that have become whole since the last call, in the order of the page. `ended`: nothing more will come, so that what
   * is still open counts too. Stops after `budgetMs` and goes on with the next call; `isBehind` says whether it has.
   */
  take(ended: boolean, budgetMs: number): Piece[];
  isBehind(): boolean;
  /** How much of the HTML has been looked at, in characters: an estimate of its bytes. */
  chars(): number;
}

/** The clock is looked at after so many steps. */
const CLOCK_STEPS = 16;

/** Goes through a page as it grows, each part of it once, so that the work is never more than the page is long. */
export function followGrowth(page: Document): Growth {
  const decision = createDecision();
  const found: Piece[] = [];
  let behind = false;
  const cursor = createCursor(page, {
    onPiece(piece, level) {
      found.push(...decide(decision, piece, level, cursor.chars));
    },
    onTitle: () => noteTitle(decision),
  });
  return {
    take(ended, budgetMs) {
      const until = performance.now() + budgetMs;
      behind = false;
      for (let steps = 1; !behind && step(cursor, ended); steps += 1)
        behind = steps % CLOCK_STEPS === 0 && performance.now() >= until;
      const isLast = ended && !behind;
      found.push(...decideLate(decision, isLast ? Number.POSITIVE_INFINITY : cursor.chars));
      return found.splice(0);
    },
    isBehind: () => behind,
    chars: () => cursor.chars,
  };
}
