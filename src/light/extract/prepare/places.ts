// Keeps the places of a page that its own links lead to, where the elements that were those places are no part of the text.
import { MOVED_PLACES, toFragment } from '../../sanitise/place-names.ts';

/** A page with more has one for each of its lines. */
const MOST_PLACES = 2000;
/** As `Node` has them. */
const FOLLOWING = 4;
const SHOW_TEXT = 4;

/**
 * Finds where in a page the places are that its links and the fragment of its own address lead to. What comes back notes each of them that has
 * gone from the page meanwhile on the nearest of the `texts` that are left: what follows it, else what stands before.
 */
export function notePlaces(root: Element, texts: ReadonlySet<Node>, hash: string): () => void {
  const kept = findKept(root, texts);
  const missing = readTargets(root, hash).map(([name, target]) => ({
    name,
    target,
    nearest: findNearest(kept, target),
  }));
  return () => {
    for (const { name, target, nearest } of missing)
      if (nearest && !root.contains(target)) note(nearest, name);
  };
}

/** The elements that are led to, by the names they are led to by. */
function readTargets(root: Element, hash: string): [string, Element][] {
  const hashes = [...root.querySelectorAll('a[href*="#"]')].map((link) =>
    (link.getAttribute('href') ?? '').replace(/^[^#]*/, ''),
  );
  const names = [...new Set([hash, ...hashes].map(toFragment))].filter(Boolean).slice(0, MOST_PLACES);
  const findPlace = toPlaceFinder(root);
  return names.flatMap((name) => {
    const target = findPlace(name);
    return target ? [[name, target] as [string, Element]] : [];
  });
}

/** Gives the element that a fragment of the page's address names, as `toFragment` has it. */
export function toPlaceFinder(root: Element): (name: string) => Element | undefined {
  const named = new Map(
    [...root.querySelectorAll('a[name]')].map((each) => [each.getAttribute('name') ?? '', each]),
  );
  const known = new Map([...root.querySelectorAll('[id]')].map((each) => [each.id, each]));
  return (name) => known.get(name) ?? named.get(name) ?? known.get(`user-content-${name}`);
}

function findKept(root: Element, texts: ReadonlySet<Node>): Node[] {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
  const kept: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (texts.has(node)) kept.push(node);
  return kept;
}

/** The first text in an element or after it: they are in the order of the page. */
function findNearest(kept: Node[], target: Element): Node | undefined {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const text = kept[middle] as Node; // Between the first and the last.
    if ((target.compareDocumentPosition(text) & FOLLOWING) > 0) high = middle;
    else low = middle + 1;
  }
  return kept[Math.min(low, kept.length - 1)];
}

function note({ parentElement }: Node, name: string): void {
  const noted = parentElement?.getAttribute(MOVED_PLACES);
  const encoded = encodeURIComponent(name);
  parentElement?.setAttribute(MOVED_PLACES, noted ? `${noted} ${encoded}` : encoded);
}
