// Puts blocks of a growing text where they belong among those that stand in the view.
import { insertBlock, toBlockKey } from './merge-blocks.ts';

/** Takes blocks in the order of their page, some at a time, and puts each in its place. */
export type Place = (blocks: HTMLElement[]) => void;

/** A shorter beginning may be that of another paragraph, in characters. */
const BEGINNING_CHARS = 20;

/** For the page that the text is of: each block comes after the one before it. */
export function placeInOrder(body: Element): Place {
  let shown = 0;
  return (blocks) => {
    for (const block of blocks) shown = insertBlock(body, block, shown);
  };
}

/**
 * For a page that was asked for to get the rest of a text, and may be another one: a sign-in page, the beginning of the text before a wall.
 * Only what stands between two blocks of the text, or comes after its last one, belongs to it. The last one may be cut: then it is replaced
 * by the one that begins like it.
 */
export function placeAnswer(body: Element): Place {
  let at = 0;
  let waiting: HTMLElement[] = [];
  const insert = (blocks: HTMLElement[], before: Element | null) => {
    for (const block of blocks) body.insertBefore(block, before);
    at += blocks.length;
  };
  const take = (block: HTMLElement) => {
    const found = findShown(body, block, at);
    if (found < 0 && at < body.children.length) waiting.push(block);
    else if (found < 0) insert([block], null);
    else {
      const shown = body.children[found] as Element; // It has just been found there.
      const skipped = found - at;
      insert(waiting, shown);
      waiting = [];
      at += skipped + 1;
      if (toBlockKey(shown) !== toBlockKey(block)) shown.replaceWith(block);
    }
  };
  return (blocks) => blocks.forEach(take);
}

/** Where the block stands, from a place on; or where its beginning stands as the last one. -1 where it does not. */
function findShown(body: Element, block: Element, from: number): number {
  const key = toBlockKey(block);
  const shown = [...body.children];
  const found = shown.findIndex((other, at) => at >= from && toBlockKey(other) === key);
  if (found >= 0) return found;
  const last = shown.at(-1);
  const beginning = last ? toBlockKey(last) : '';
  const isLast = shown.length > from && beginning.length >= BEGINNING_CHARS && key.startsWith(beginning);
  return isLast ? shown.length - 1 : -1;
}
