// Reads what a page has cost so far, as far as the browser tells it, and how many of the files that it names have not been loaded.
import { readNavigationEntry } from '../../common/document/navigation-entry.ts';
import { findAll } from '../../common/document/unclobbered.ts';

/** What is known of a page's cost. Nothing of it is guessed. */
export interface PageCost {
  /** As they came over the network, with their headers. */
  bytes: number;
  /** It is more: other sites do not tell the size of what they sent, or there is more than the browser keeps account of. */
  isLeast: boolean;
  /** Files that the page names, and that were refused, stopped or not asked for. */
  notLoaded: number;
}

/** What a browser loads by itself: nothing that waits until the reader comes near. */
const NAMED =
  'script[src], link[rel~=stylesheet][href], img[src]:not([loading=lazy]), iframe[src]:not([loading=lazy])';
/** So many files the browser keeps account of. */
const MOST_ENTRIES = 250;

/** `isLight`: it came under the rules, which refused whatever is without a size. `page` is what came of it, `null` where nothing is known. */
export function readPageCost(page: ParentNode, isLight: boolean): PageCost | null {
  const navigation = readNavigationEntry();
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  if (!navigation || isUnknown(navigation)) return null;
  const loaded = isLight ? files.filter((file) => !isUnknown(file)) : files;
  const names = new Set(loaded.map(({ name }) => name));
  return {
    bytes: [navigation, ...loaded].reduce((sum, { transferSize }) => sum + transferSize, 0),
    isLeast: files.length >= MOST_ENTRIES || loaded.some(isUnknown),
    notLoaded: [...readNamed(page)].filter((name) => !names.has(name)).length,
  };
}

/** What came from the browser's own copy cost nothing, and its size is known. */
function isUnknown({ transferSize, encodedBodySize }: PerformanceResourceTiming): boolean {
  return transferSize === 0 && encodedBodySize === 0;
}

function readNamed(page: ParentNode): Set<string> {
  const addresses = findAll(page, NAMED).map(
    (each) => each.getAttribute('src') ?? each.getAttribute('href') ?? '',
  );
  const base = document.baseURI;
  return new Set(
    addresses.flatMap((address) =>
      URL.canParse(address, base) && /^https?:/.test(new URL(address, base).protocol)
        ? [new URL(address, base).href]
        : [],
    ),
  );
}
