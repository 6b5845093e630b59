// Tells an article whose rest is behind a paywall, and takes out the offer to pay.
import { removeSmall } from './prepare/prepare-document.ts';

/** How offers to pay are named. */
export const WALL =
  /(?:^|[-_ ])(?:(?:pay|reg(?:istration)?|subscriber|premium|meter)-?wall|subscriber-?only)/i;
/** A larger part is the article itself, named for its wall, in characters. */
const WALL_CHARS = 3000;
/** With more of them, what is named for a wall is the text behind it, paragraph by paragraph: https://developers.google.com/search/docs/appearance/structured-data/paywalled-content */
const MOST_OFFERS = 4;
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
  const free = said ? said.toLowerCase() === 'true' : null;
  return { free, offered: !isText(parts) && removeSmall(parts, WALL_CHARS) };
}

function isText(parts: readonly Element[]): boolean {
  const all = new Set(parts);
  const holding = parts.filter((part) => part.textContent?.trim() && !isWithin(part, all));
  return holding.length > MOST_OFFERS;
}

function isWithin(part: Element, parts: ReadonlySet<Element>): boolean {
  for (let around = part.parentElement; around; around = around.parentElement)
    if (parts.has(around)) return true;
  return false;
}

/** Whether the rest of a text of so many characters is behind a wall. */
export function isWalled({ free, offered }: Wall, chars: number): boolean {
  return chars < TEASER_CHARS && (free === null ? offered && chars < TEASER_CHARS / 4 : !free);
}
