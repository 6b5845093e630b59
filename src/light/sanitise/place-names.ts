// Names for the places of a page that its links lead to, told from the page's own names but never written as those: `data-place` in the view.

/** Where extraction notes the names of places whose own element is not part of the text: each encoded as a component of an address, spaces between. */
export const MOVED_PLACES = 'data-light-places';

/** A longer name is none that anybody links to, in characters. */
const NAME_CHARS = 300;
/** An element stands for no more places than this. */
const MOST_PLACES = 20;
/** And for its own two. */
const MOST_NAMES = MOST_PLACES + 2;

/** The safe name of a place: letters and digits alone, the same for the same fragment everywhere (cyrb53, a public hash of 53 bits). */
export function toPlaceName(fragment: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < fragment.length; at++) {
    const code = fragment.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** The names of an element that has been made safe before, and is made safe again. */
const SAFE_NAMES = /^[a-z\d]{1,11}( [a-z\d]{1,11}){0,21}$/;

/** The safe names of the places that an element is, with spaces between; '' where it is none. */
export function toPlaceNames(element: Element): string {
  const read = (name: string): string => Element.prototype.getAttribute.call(element, name) ?? '';
  const own = [read('id'), Reflect.get(Element.prototype, 'localName', element) === 'a' ? read('name') : ''];
  const moved = read(MOVED_PLACES).split(' ').slice(0, MOST_PLACES).map(toFragment);
  const names = [...own, ...moved].filter((name) => name && name.length <= NAME_CHARS).map(toPlaceName);
  const before = SAFE_NAMES.test(read('data-place')) ? read('data-place').split(' ') : [];
  return [...new Set([...names, ...before])].slice(0, MOST_NAMES).join(' ');
}

/** The fragment of an address as the name of a place: without what addresses are encoded in. */
export function toFragment(hash: string): string {
  const fragment = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A lone per cent sign is part of the name.
    return fragment;
  }
}
