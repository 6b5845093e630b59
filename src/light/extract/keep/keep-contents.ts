// Keeps the contents list of an article, which the learned judgement may take for a menu: its links lead to headings of the same page.
import { toKey } from '../../text/text-similarity.ts';
import type { ReadOutline } from '../judgement/features/outline.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** With fewer entries it is no list. */
const LEAST_ENTRIES = 2;

/** Of each run whether it is an entry of a contents list: a link that says the heading of this page to which it leads. `root`: what the outline was read from. */
export function findContents(root: Element, { nodes }: ReadOutline): boolean[] {
  if (!root.querySelector('a[href*="#"]')) return nodes.map(() => false);
  const targets = new Map([...root.querySelectorAll('[id]')].map((each) => [each.id, each]));
  const entries = nodes.map(([text]) => {
    const link = text?.parentElement?.closest('a[href*="#"]');
    return Boolean(link && isEntry(link, targets));
  });
  return entries.filter(Boolean).length < LEAST_ENTRIES ? nodes.map(() => false) : entries;
}

function isEntry(link: Element, targets: ReadonlyMap<string, Element>): boolean {
  const target = targets.get(toId(link.getAttribute('href') ?? ''));
  const heading = target?.closest(HEADINGS) ?? target?.querySelector(HEADINGS);
  const [words, title] = [toKey(link.textContent ?? ''), toKey(heading?.textContent ?? '')];
  // The one or the other may be numbered.
  return title !== '' && words !== '' && (words.endsWith(title) || title.endsWith(words));
}

/** The place in a page that an address names; '' where it names none. */
function toId(href: string): string {
  const [, place = ''] = /^[^#]*#(.*)$/s.exec(href) ?? [];
  try {
    return decodeURIComponent(place);
  } catch {
    // A lone per cent sign stands for itself.
    return place;
  }
}

/** `chosen` with the entries of a contents list as `ruled` has them. */
export function keepContents(
  chosen: readonly boolean[],
  ruled: readonly boolean[],
  contents: readonly boolean[],
): boolean[] {
  return chosen.map((isChosen, at) => isChosen || (contents[at] === true && ruled[at] === true));
}
