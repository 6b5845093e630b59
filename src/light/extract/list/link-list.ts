// Makes a light list of a page's headlines: in the page's order, under the headings of its parts, with what is said of each.
import { toLength } from '../../text/blocks.ts';
import { toKey } from '../../text/text-similarity.ts';
import { readDetails, type Said } from './entry-details.ts';
import { HEADINGS, type PageLink, toLine, toShownLine } from './page-links.ts';

/** A longer heading is a sentence, in characters. */
const HEADING_CHARS = 80;
/** Headlines so long stand in no other heading by chance, in letters. */
const TELLING_CHARS = 12;
/** So many levels above a heading is the box of what it names, at the most. */
const HEADED_LEVELS = 5;

/** A longer line is a sentence, in characters. */
const NOTE_CHARS = 40;
/** As `NodeFilter` counts them. */
const ELEMENTS_AND_TEXT = 1 + 4;

interface Entry {
  link: PageLink;
  /** What was found to be text of the page and belongs to it. */
  lines: Said[];
}

/** What a list is made of, in order. */
type Part =
  | { name: 'heading'; text: string }
  | { name: 'text'; text: string }
  | { name: 'entry'; entry: Entry };

/**
 * The headlines as a list, each with what the page says of it. `texts`: what was found to be text of the page, run by run; the page stays as
 * it is.
 */
export function toLinkList(
  root: Element,
  headlines: readonly PageLink[],
  texts: readonly (readonly Text[])[] = [],
): HTMLElement {
  const headings = findSectionHeadings(root, headlines);
  const findCard = toCardFinder(headlines, headings);
  const cards = new Map(headlines.map((link) => [findCard(link.anchor), link]));
  const page = root.ownerDocument;
  const list = page.createElement('div');
  for (const part of readParts(root, { headlines, headings, cards, texts })) {
    if (part.name === 'heading') list.append(toText(page, 'h2', part.text));
    else if (part.name === 'text') list.append(toText(page, 'p', part.text));
    else {
      const last = list.lastElementChild;
      const items = last?.localName === 'ul' ? last : list.appendChild(page.createElement('ul'));
      items.append(toItem(page, part.entry, readDetails(findCard(part.entry.link.anchor), part.entry.link)));
    }
  }
  return list;
}

interface Known {
  headlines: readonly PageLink[];
  headings: ReadonlySet<Element>;
  cards: ReadonlyMap<Element, PageLink>;
  texts: readonly (readonly Text[])[];
}

/** Goes through the page once: each text belongs to the entry in whose box it stands, else to the one before it. */
function readParts(root: Element, { headlines, headings, cards, texts }: Known): Part[] {
  const entries = new Map(headlines.map((link) => [link, { link, lines: [] as Said[] }]));
  const byAnchor = new Map(headlines.map((link) => [link.anchor as Element, link]));
  const links = readLinks(root, headlines);
  const runs = new Map(texts.flatMap((run) => (run[0] ? [[run[0] as Node, run] as const] : [])));
  const parts: Part[] = [];
  let current: Entry | null = null;
  let above: Element | null = null;
  const walker = root.ownerDocument.createTreeWalker(root, ELEMENTS_AND_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const link = byAnchor.get(node as Element);
    const entry = link && entries.get(link);
    const run = runs.get(node);
    if (entry) {
      if (above && isAbove(above, entry.link.anchor))
        parts.push({ name: 'heading', text: toShownLine(above) });
      above = null;
      current = entry;
      parts.push({ name: 'entry', entry });
    } else if (headings.has(node as Element)) [above, current] = [node as Element, null];
    else if (run) {
      const owner = findCardOf(node, cards);
      const holder = (owner && entries.get(owner)) ?? current;
      const text = toUnsaid(run, links, holder?.link);
      if (isSaid(node, headings) || !text) continue;
      if (!holder) parts.push({ name: 'text', text });
      else if (!isOwn(node, text, holder.link)) holder.lines.push({ text, node });
    }
  }
  return parts;
}

/** What is known of the box of an entry in which a node stands. */
export function findCardOf<T>(node: Node, cards: ReadonlyMap<Element, T>): T | undefined {
  for (let box = node.parentElement; box; box = box.parentElement) if (cards.has(box)) return cards.get(box);
  return undefined;
}

function isSaid(node: Node, headings: ReadonlySet<Element>): boolean {
  const heading = node.parentElement?.closest(HEADINGS);
  return heading !== null && heading !== undefined && headings.has(heading);
}

/** What links of a page say again. */
interface Links {
  /** Anchors that lead to what is an entry of the list. */
  linked: ReadonlyMap<Element, PageLink>;
  /** Words of links to several pages, without numbers: they are neither a name nor a price. */
  labels: ReadonlySet<string>;
}

function readLinks(root: Element, headlines: readonly PageLink[]): Links {
  const linked = new Map(
    headlines.flatMap((link) => link.anchors.map((each) => [each as Element, link] as const)),
  );
  const firsts = new Map<string, string>();
  const labels = new Set<string>();
  for (const anchor of root.querySelectorAll('a[href]')) {
    const [words, href] = [toLine(anchor.textContent), anchor.getAttribute('href') ?? ''];
    if (!/\p{N}/u.test(words) && (firsts.get(words) ?? href) !== href) labels.add(words);
    firsts.set(words, href);
  }
  return { linked, labels };
}

/**
 * A run without what its links say once more: "Read more" in the entry whose page it opens, headlines of other entries with nothing but their ranks beside them,
 * and outside of entries "Show all". '' where nothing is left.
 */
function toUnsaid(run: readonly Text[], { linked, labels }: Links, own: PageLink | undefined): string {
  const placed = run.map((node) => ({ node, anchor: node.parentElement?.closest('a') ?? null }));
  const toWords = (some: typeof placed) => toLine(some.map(({ node }) => node.data).join(' '));
  const isOther = (anchor: Element | null): boolean => {
    const link = anchor && linked.get(anchor);
    return Boolean(link && link !== own && toKey(link.words).includes(toKey(toLine(anchor.textContent))));
  };
  const beside = placed.filter(({ anchor }) => !isOther(anchor));
  if (beside.length < placed.length && !/\p{L}/u.test(toWords(beside))) return '';
  const isLabel = (anchor: Element | null) => anchor !== null && labels.has(toLine(anchor.textContent));
  if (!own && placed.every(({ anchor }) => isLabel(anchor))) return '';
  return toWords(
    placed.filter(({ anchor }) => !(own && isLabel(anchor) && linked.get(anchor as Element) === own)),
  );
}

/** The headline itself, and other words that lead to the same page. */
function isOwn(node: Node, text: string, { words, anchors, heading }: PageLink): boolean {
  return (
    toKey(words).includes(toKey(text)) ||
    Boolean(heading?.contains(node)) ||
    (text.length <= NOTE_CHARS && anchors.some((anchor) => anchor.contains(node)))
  );
}

/** Whether a heading stands close above a link, in a box with it. */
function isAbove(heading: Element, link: Element): boolean {
  let box = heading.parentElement;
  for (let level = 0; box && level < HEADED_LEVELS; level++, box = box.parentElement)
    if (box.contains(link)) return true;
  return false;
}

/** Headings that name a part of the page, not an entry. */
function findSectionHeadings(root: Element, headlines: readonly PageLink[]): Set<Element> {
  const own = new Set(headlines.flatMap(({ heading }) => heading ?? []));
  const names = headlines.map(({ words }) => toKey(words));
  const isSection = (heading: Element) => {
    const text = toShownLine(heading);
    if (text.length <= 1 || text.length > HEADING_CHARS || own.has(heading)) return false;
    const key = toKey(text);
    return !names.some((name) => key === name || (name.length >= TELLING_CHARS && key.includes(name)));
  };
  return new Set(
    [...root.querySelectorAll(HEADINGS)].filter((each) => isSection(each) && !each.closest('form')),
  );
}

/** Finds the largest box around a headline in which there is no other one, nor the heading of a part of the page. */
export function toCardFinder(
  headlines: readonly PageLink[],
  headings: ReadonlySet<Element>,
): (anchor: Element) => Element {
  const counts = new Map<Element, number>();
  for (const mark of [...headlines.map(({ anchor }) => anchor), ...headings])
    for (let box = mark.parentElement; box; box = box.parentElement)
      counts.set(box, (counts.get(box) ?? 0) + 1);
  return (anchor) => {
    let card = anchor;
    while (
      card.parentElement &&
      counts.get(card.parentElement) === 1 &&
      !card.parentElement.matches('body, main')
    )
      card = card.parentElement;
    return card;
  };
}

function toText(page: Document, name: string, text: string): HTMLElement {
  return Object.assign(page.createElement(name), { textContent: text });
}

function toItem(page: Document, { link, lines }: Entry, details: readonly Said[]): HTMLElement {
  const item = page.createElement('li');
  const name = toText(page, 'a', link.words);
  name.setAttribute('href', link.href);
  item.append(name);
  let notes: HTMLElement | null = null;
  for (const { text } of joinSaid(lines, details)) {
    if (isSentence(text)) {
      item.append(toText(page, 'p', text));
      notes = null;
    } else if (notes) notes.append(` · ${text}`);
    else {
      notes = toText(page, 'small', text);
      item.appendChild(page.createElement('p')).append(notes);
    }
  }
  return item;
}

const isSentence = (text: string): boolean => toLength(text) >= NOTE_CHARS;

/** What was found to be text, and of the details what that does not say, in the order of the page. */
function joinSaid(lines: readonly Said[], details: readonly Said[]): Said[] {
  const hasSentence = lines.some(({ text }) => isSentence(text));
  const joined = [...lines];
  for (const detail of details) {
    if (hasSentence && isSentence(detail.text)) continue;
    const key = toKey(detail.text);
    if (!joined.some(({ text }) => toKey(text).includes(key))) joined.push(detail);
  }
  const isFirst = (at: number) => joined.findIndex(({ text }) => text === joined[at]?.text) === at;
  return joined.filter((_, at) => isFirst(at)).sort((one, other) => toOrder(one.node, other.node));
}

/** As `sort` asks for it. */
function toOrder(one: Node, other: Node): number {
  return one.compareDocumentPosition(other) & 4 /* Node.DOCUMENT_POSITION_FOLLOWING */ ? -1 : 1;
}
