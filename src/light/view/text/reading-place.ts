// Where in a text the reader is, in a measure that outlives its page and holds for any size of letters and any screen; and going back there.

/** Nearer to the beginning the reader has not begun, in CSS pixels. */
const BEGUN_PX = 200;

/** A block of a text, as it stands on the screen: from the top of it, in CSS pixels. */
export interface Box {
  top: number;
  height: number;
}

/** The place at the upper edge of the screen: the number of a block, and the share of it that is above the edge: 12.4. */
export function toPlace(boxes: readonly Box[]): number {
  const at = boxes.findIndex(({ top, height }) => top + height > 0);
  const box = boxes[at];
  if (!box) return Math.max(0, boxes.length - 1);
  if (box.top >= 0 || box.height <= 0) return at;
  // A share of 1 would be the next block.
  return at + Math.min(0.999, -box.top / box.height);
}

/** How far the text has to go up so that the place is at the edge, in CSS pixels; 0 where it has no such block. */
export function toShift(boxes: readonly Box[], place: number): number {
  const box = boxes[Math.floor(place)];
  return box ? box.top + box.height * (place % 1) : 0;
}

/** The blocks of a text, without what stands in a box beside it; of a list, which may be all of it, its entries. */
function findBlocks(body: Element): Element[] {
  return [...body.querySelectorAll(':scope > :not(ul, ol, aside), :scope > :is(ul, ol) > li')];
}

function readBoxes(body: Element): Box[] {
  return findBlocks(body).map((block) => block.getBoundingClientRect());
}

/** Where the reader is; 0 at the beginning. */
export function readReadingPlace(body: Element, scroller: Element): number {
  return scroller.scrollTop < BEGUN_PX ? 0 : toPlace(readBoxes(body));
}

/** Goes where the reader has left off, from the beginning of a text alone. */
export function goToReadingPlace(body: Element, scroller: Element, place: number): void {
  if (scroller.scrollTop >= BEGUN_PX || !(place > 0)) return;
  // To the beginning of a block as a link to it goes, which leaves a little room above it.
  if (Number.isInteger(place))
    findBlocks(body)[place]?.scrollIntoView({ block: 'start', behavior: 'instant' });
  else scroller.scrollBy({ top: toShift(readBoxes(body), place), behavior: 'instant' });
}
