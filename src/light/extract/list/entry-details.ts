// Reads what a page says of an entry of a list beside its headline: a summary, a label, who wrote it, when, and the price.
import { INLINE_ELEMENTS } from '../../text/block-elements.ts';
import { toLength } from '../../text/blocks.ts';
import { toKey } from '../../text/text-similarity.ts';
import { type PageLink, toLine, toShownLine } from './page-links.ts';

/** What a page says of an entry, and where. */
export interface Said {
  text: string;
  node: Node;
}

/** A shorter line is no summary, in characters; of a longer one the beginning is enough. */
const SUMMARY_CHARS = 40;
const MOST_SUMMARY_CHARS = 400;
/** A box with more elements is no entry. */
const MOST_ELEMENTS = 400;

/** How pages name what they say of an entry, and how long that is at the most, in characters. */
const NOTES: readonly { where: string; most: number; like?: RegExp }[] = [
  {
    where:
      '[class*=categor i], [class*=label i], [class*=kicker i], [class*=eyebrow i], [class*=topic i], [class*=badge i], [class*=section-name i], [itemprop~=articleSection]',
    most: 30,
    like: /^\P{N}*\p{L}\P{N}*$/u,
  },
  {
    where:
      '[rel~=author], [itemprop~=author], [class*=author i], [class*=byline i], [class*=username i], [class*=writer i], [class*=brand i]',
    most: 60,
    like: /\p{L}{2}/u,
  },
  {
    where:
      'time, relative-time, [itemprop*=date i], [class*=date i], [class*=time i]:not([class*=sometime i]), [class*=published i]',
    most: 40,
    like: /\p{N}/u,
  },
  { where: '[itemprop~=price], [class*=price i], [class*=salary i]', most: 40, like: /\p{N}/u },
];
/** An amount of money, wherever it stands, and how long it is at the most, in characters. */
const MONEY_CHARS = 40;
const MONEY =
  /^\D{0,12}(?:\p{Sc}\s?\d[\d.,\u00a0 ]*|\d[\d.,\u00a0 ]*\s?(?:\p{Sc}|USD|EUR|GBP|IRR|تومان|ریال|درهم))\D{0,12}$/u;

/** A summary, a label, who wrote it, when, and the price, as far as they are there: the longest first. `card` is the box of the entry and of no other. */
export function readDetails(card: Element, { anchor, words, heading }: PageLink): Said[] {
  const inside = [...card.querySelectorAll('*')];
  if (inside.length > MOST_ELEMENTS) return [];
  const title = heading && card.contains(heading) ? heading : anchor;
  const isBeside = (each: Element) => !each.contains(title) && !(title !== anchor && title.contains(each));
  const beside = inside.filter(
    (each) => isBeside(each) && !(each === title || (title.contains(each) && isName(each))),
  );
  function isName(each: Element): boolean {
    return toKey(toLine(each.textContent)) === toKey(words);
  }
  const notes = NOTES.map((note) => findNote(beside, note, words));
  notes[3] ??= findMoney(beside);
  const told = notes.filter((note) => note !== null);
  const summary = findSummary(beside, words, told);
  return [...(summary ? [summary] : []), ...told].sort((a, b) => b.text.length - a.text.length);
}

/** The first of the elements that are named so and say little. */
function findNote(
  beside: Element[],
  { where, most, like }: (typeof NOTES)[number],
  words: string,
): Said | null {
  for (const node of beside) {
    if (!node.matches(where)) continue;
    const text = toShownLine(node);
    if (text && text.length <= most && like?.test(text) && toKey(text) !== toKey(words))
      return { text, node };
  }
  return null;
}

function findMoney(beside: Element[]): Said | null {
  for (const node of beside) {
    const text = toShownLine(node);
    if (text.length <= MONEY_CHARS && MONEY.test(text)) return { text, node };
  }
  return null;
}

/** The first of the innermost blocks beside the headline that are sentences. */
function findSummary(beside: Element[], words: string, told: readonly Said[]): Said | null {
  const blocks = beside.filter((each) => !INLINE_ELEMENTS.has(each.localName));
  const holders = new Set<Element>();
  for (const block of blocks)
    for (let box = block.parentElement; box && !holders.has(box); box = box.parentElement) holders.add(box);
  const key = toKey(words);
  for (const node of blocks) {
    if (holders.has(node) || node.matches('button, figcaption, label')) continue;
    if (node.querySelectorAll('a[href]').length > 3) continue;
    const text = toShownLine(node);
    if (toLength(text) < SUMMARY_CHARS || toKey(text).includes(key)) continue;
    if (!told.some((note) => note.text === text)) return { text: toSummary(text), node };
  }
  return null;
}

function toSummary(text: string): string {
  return text.length > MOST_SUMMARY_CHARS
    ? `${text.slice(0, MOST_SUMMARY_CHARS).replace(/\s+\S*$/, '')}…`
    : text;
}
