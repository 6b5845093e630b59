// Keeps the contents list of an article, which the learned judgement may take for a menu: its links lead to headings of the same page. Apart from
// `keep-parts`, for it looks at the page, which the training does not have.
import { toFragment } from '../../sanitise/place-names.ts';
import { toKey } from '../../text/text-similarity.ts';
import type { ReadOutline } from '../judgement/features/outline.ts';
import { toPlaceFinder } from '../prepare/places.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** With fewer entries it is no list. */
const LEAST_ENTRIES = 2;

/** Of each run whether it is an entry of a contents list: a link that says the heading of this page to which it leads. `root`: what the outline was read from. */
export function findContents(root: Element, { nodes }: ReadOutline): boolean[] {
  if (!root.querySelector('a[href*="#"]')) return nodes.map(() => false);
  const findPlace = toPlaceFinder(root);
  const entries = nodes.map(([text]) => {
    const link = text?.parentElement?.closest('a[href*="#"]');
    return Boolean(link && isEntry(link, findPlace));
  });
  return entries.filter(Boolean).length < LEAST_ENTRIES ? nodes.map(() => false) : entries;
}

function isEntry(link: Element, findPlace: (name: string) => Element | undefined): boolean {
  const target = findPlace(toFragment((link.getAttribute('href') ?? '').replace(/^[^#]*/, '')));
  const heading = target?.closest(HEADINGS) ?? target?.querySelector(HEADINGS);
  const [words, title] = [toKey(link.textContent ?? ''), toKey(heading?.textContent ?? '')];
  // The one or the other may be numbered.
  return title !== '' && words !== '' && (words.endsWith(title) || title.endsWith(words));
}

/** `chosen` with the entries of a contents list as `ruled` has them. */
export function keepContents(
  chosen: readonly boolean[],
  ruled: readonly boolean[],
  contents: readonly boolean[],
): boolean[] {
  return chosen.map((isChosen, at) => isChosen || (contents[at] === true && ruled[at] === true));
}
