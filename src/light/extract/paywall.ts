// Without this, the beginning of an article would look like all of it, and the offer to pay like its end.
import { removeSmall } from './prepare.ts';

/** How offers to pay are named. */
export const WALL =
  /(?:^|[-_ ])(?:(?:pay|reg(?:istration)?|subscriber|premium|meter)-?wall|subscriber-?only)/i;
/** A larger part is the article itself, named for its wall, in characters. */
const WALL_CHARS = 3000;
/** A longer text is whole, whatever is drawn over it, in characters. */
const TEASER_CHARS = 5000;

/** What a page says of being free: `null` where it does not say. */
export interface Wall {
  free: boolean | null;
  /** An offer to pay stood in the page. */
  offered: boolean;
}

/** What a page says of itself in JSON-LD, as it stands. */
export function readData(page: Document): string {
  return [...page.querySelectorAll('script[type*="ld+json"]')].map((each) => each.textContent).join('\n');
}

/** Takes the parts that offer to pay out of the page, and says whether there were any, and what its JSON-LD says. */
export function takeWall(data: string, parts: Element[]): Wall {
  const said = /"isAccessibleForFree"\s*:\s*"?(true|false)/i.exec(data)?.[1];
  return { free: said ? said.toLowerCase() === 'true' : null, offered: removeSmall(parts, WALL_CHARS) };
}

/** Whether the rest of a text of so many characters is behind a wall. */
export function isWalled({ free, offered }: Wall, chars: number): boolean {
  return chars < TEASER_CHARS && (free === null ? offered && chars < TEASER_CHARS / 4 : !free);
}
