// Notes on the blocks of a text which places of the page they are, so that links within it lead there.

/** Where a place of the page stands: see `toPlaceNames`. */
export const PLACE = 'data-place';

/** The places that a block and all in it are. */
export function readPlaces(block: Element): string {
  return [block, ...block.querySelectorAll(`[${PLACE}]`)]
    .map((each) => each.getAttribute(PLACE) ?? '')
    .join(' ');
}

/** Adds places to those that a block is. */
export function addPlaces(block: Element, places: string): void {
  const all = `${block.getAttribute(PLACE) ?? ''} ${places}`.split(' ').filter(Boolean);
  if (all.length > 0) block.setAttribute(PLACE, [...new Set(all)].join(' '));
}

/** A block that stays is the places that the same one in the whole page is. */
export function adoptPlaces(standing: Element, block: Element): void {
  const [from, to] = [block, standing].map((each) => [each, ...each.querySelectorAll('*')]);
  if (from?.length !== to?.length) return addPlaces(standing, readPlaces(block));
  for (const [at, each] of from?.entries() ?? []) {
    const twin = to?.[at];
    if (twin) addPlaces(twin, each.getAttribute(PLACE) ?? '');
  }
}

/** The places that an element itself is. */
export function readOwnPlaces(element: Element): string {
  return element.getAttribute(PLACE) ?? '';
}
