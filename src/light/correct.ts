// Without this, what Readability leaves would still lose its lead and lists, and keep labels, "read also" lines and repetitions.
import { type Block, findMarked, isHeading, isProse, LABEL_CHARS, toLength } from './blocks.ts';
import { findPosts, type Post } from './thread.ts';

/** An article as Readability left it, and the page it was taken from. */
export interface Draft {
  /** What is left of the page: changed in place. */
  content: Element;
  /** Every block of the page, in order; its `element` stands in a page that nobody has changed. */
  blocks: Block[];
  /** The blocks that are left, by their places: the elements stand in `content`. */
  kept: Map<number, Element>;
  title: string;
  /** What Readability left of the text: what it has put into another element is not missing. */
  text: string;
  /** The same as words, once they are needed. */
  words?: string;
  /** What the page says of itself in a sentence or two: often the lead. */
  descriptions: string[];
}

/** A line that consists of links to this share leads elsewhere. */
const LEADS_ELSEWHERE = 0.6;
/** So much of a lead is compared, in characters: descriptions are cut. */
const LEAD_CHARS = 50;
/** A shorter repetition may be chance, in characters. */
const REPEATED_CHARS = 40;
const REPEATED_MOST_CHARS = 500;
/** A box with this share of the running text is the article's. */
const HOME_SHARE = 0.6;
/** A longer caption is a text of its own, in characters: the name of a picture is cut after so many. */
const CAPTION_CHARS = 160;
const CAPTION = /(?:^|[-_ ]|[a-z](?=C))captions?(?:$|[-_ ])/i;
/** With less than this share of the text above it, a headline is where the text begins. */
const ABOVE_SHARE = 0.2;
/** A paragraph, and so many boxes around it that may be its section. */
const SECTION_DEPTH = 5;
/** So many blocks of one kind make a family. */
const FAMILY = 2;
const SENTENCE_END = /[.!?…。！？؟۔।:»”"'’」』）)]\s*$/;

export function correct(draft: Draft): void {
  dropAppendix(draft);
  dropAbove(draft);
  const restored = restoreFamily(draft);
  const places = findProse(draft).map(({ at }) => at);
  const [first] = places;
  if (first === undefined) return;
  // Where the running text begins and ends.
  const ends = { first, last: Math.max(restored, ...places) };
  restoreLead(draft, ends);
  dropLabels(draft, ends);
  dropRepeats(draft);
  moveCaptions(draft);
  for (const post of findPosts(findProse(draft).map(({ element }) => element))) signPost(draft, post);
}

interface Ends {
  first: number;
  last: number;
}

/** The running text that is left. */
function findProse({ blocks, kept }: Draft): Block[] {
  return blocks.filter((block) => kept.has(block.at) && isProse(block));
}

function drop({ kept, content }: Draft, at: number): void {
  let gone = kept.get(at);
  kept.delete(at);
  if (!gone || [...kept.values()].some((each) => gone?.contains(each))) return;
  // What held nothing else goes too.
  while (gone.parentElement && gone.parentElement !== content && isAlone(gone)) gone = gone.parentElement;
  gone.remove();
}

function isAlone(element: Element): boolean {
  const { parentElement } = element;
  return (
    parentElement?.textContent?.trim() === element.textContent?.trim() && !parentElement?.querySelector('img')
  );
}

/** A block as it is in the page, beside the block it belongs to: before it or after it. */
function restore(draft: Draft, block: Block, beside: Element, where: 'before' | 'after' = 'after'): void {
  draft.words ??= toPlain(draft.text);
  if (draft.words.includes(toPlain(block.text))) return;
  const copy = draft.content.ownerDocument.importNode(block.element, true);
  beside[where](copy);
  draft.kept.set(block.at, copy);
}

/** Boxes of short lines below the one that has most of the text: notices to subscribers, questions and answers of the site. */
function dropAppendix(draft: Draft): void {
  const { blocks, kept } = draft;
  const left = blocks.filter(({ at }) => kept.has(at));
  const chars = new Map<Element | null, number>();
  const prose = findProse(draft);
  for (const { element, length } of prose) {
    // A quotation is no box of its own.
    const home = (element.closest('blockquote') ?? element).parentElement;
    chars.set(home, (chars.get(home) ?? 0) + length);
  }
  const [home, most] = [...chars].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (!home || (most ?? 0) < sumChars(prose) * HOME_SHARE) return;
  const end = left.findLast(({ element }) => home.contains(element))?.at ?? 0;
  const below = left.filter(({ at }) => at > end);
  if (sumChars(below) / below.length < LABEL_CHARS) for (const { at } of below) drop(draft, at);
}

/** What stands above the headline, where the text is below: a notice to visitors, what is new elsewhere. */
function dropAbove(draft: Draft): void {
  const title = toPlain(draft.title);
  const left = draft.blocks.filter(({ at }) => draft.kept.has(at));
  const top = draft.blocks.find(
    ({ element, text }) => element.localName === 'h1' && title.includes(toPlain(text) || '\n'),
  );
  const above = left.filter(({ at }) => at < (top?.at ?? 0));
  if (sumChars(above) < sumChars(left) * ABOVE_SHARE) for (const { at } of above) drop(draft, at);
}

const sumChars = (blocks: Block[]): number => blocks.reduce((sum, { length }) => sum + length, 0);

/**
 * What Readability took out from between paragraphs beside which it stands; boxes with a heading, posts of a thread and parts of a
 * live blog that stand in the same kind of box as those that are left. Gives the place of the last block that came back in a box.
 */
function restoreFamily(draft: Draft): number {
  const { blocks, kept } = draft;
  const prose = findProse(draft);
  const homes = new Map<Element, number>();
  for (const box of prose.flatMap(({ element }) => toBoxes(element)))
    homes.set(box, (homes.get(box) ?? 0) + 1);
  const parents = new Set(prose.map(({ element }) => element.parentElement));
  const counts = new Map<string, number>();
  for (const [box, times] of homes) {
    const kind = toKind(box);
    counts.set(kind, (counts.get(kind) ?? 0) + times);
  }
  counts.delete('');
  const isFamily = (box: Element) => (counts.get(toKind(box)) ?? 0) >= FAMILY;
  let before: Element | undefined;
  let last = 0;
  for (const block of blocks) {
    if (before && !kept.has(block.at)) {
      const isAtHome = block.at < (prose.at(-1)?.at ?? 0) && parents.has(block.element.parentElement);
      if (isProse(block) ? isAtHome || isFamily(block.element) : isAtHome && isHeading(block))
        restore(draft, block, before);
      else if (isHeading(block)) {
        const section = toBoxes(block.element).find((box) => !homes.has(box) && isFamily(box));
        last = (section && restoreSection(draft, section, before)) ?? last;
      }
    }
    before = kept.get(block.at) ?? before;
  }
  return last;
}

/** Gives the place of its last block; nothing where some of it is left already, or it is a list of links. */
function restoreSection({ blocks, kept, content }: Draft, section: Element, before: Element) {
  const inner = blocks.filter(({ element }) => section.contains(element));
  if (inner.some(({ at, links }) => kept.has(at) || links > LEADS_ELSEWHERE)) return;
  const copy = content.ownerDocument.importNode(section, true);
  before.after(copy);
  for (const [at, element] of findMarked(copy)) kept.set(at, element);
  return inner.at(-1)?.at;
}

/** An element and what it stands in, from the inside. */
function toBoxes(element: Element): Element[] {
  const boxes: Element[] = [];
  for (let box: Element | null = element; box && boxes.length < SECTION_DEPTH; box = box.parentElement)
    boxes.push(box);
  return boxes;
}

/** What kind of box a block stands in, by the names the page gives to it and the two around it; '' where it gives none. */
function toKind(element: Element): string {
  const boxes = toBoxes(element).slice(0, 3);
  const isNamed = boxes.slice(0, 2).some(({ className }) => className);
  return isNamed ? boxes.map(({ localName, classList }) => localName + classList[0]).join('<') : '';
}

/** The paragraph between headline and text that the page describes itself with, or a subheading right below the headline that is a sentence. */
function restoreLead(draft: Draft, { first }: Ends): void {
  const { blocks, kept, descriptions } = draft;
  const title = toPlain(draft.title);
  const wanted = descriptions.map(toPlain).filter((text) => text.length >= LEAD_CHARS);
  const beside = kept.get(first);
  for (const block of blocks.slice(0, first)) {
    if (kept.has(block.at) || block.links > LEADS_ELSEWHERE) continue;
    const text = toPlain(block.text);
    if (text === title) continue;
    const start = text.slice(0, LEAD_CHARS);
    const isBelowHeadline =
      isHeading(block) &&
      SENTENCE_END.test(block.text) &&
      block.element.previousElementSibling?.localName === 'h1' &&
      title.startsWith(toPlain(blocks[block.at - 1]?.text ?? ''));
    if (start.length < LEAD_CHARS || !(isBelowHeadline || wanted.some((text) => text.startsWith(start))))
      continue;
    if (beside) restore(draft, block, beside, 'before');
    return;
  }
}

/**
 * Dates, names, counts and "skip to content" before the text, for the view says who and when by itself; lines below its beginning
 * that lead to other articles, with the label above one; after its end labels, and headings that nothing but links stands below.
 */
function dropLabels(draft: Draft, { first, last }: Ends): void {
  const { blocks, kept } = draft;
  const home = blocks[first]?.element.parentElement;
  /** A paragraph without a name of its own, among the others: where an agency writes from. */
  const isDateline = ({ element }: Block) => !element.className && element.parentElement === home;
  let below: Block | undefined;
  for (const block of [...blocks].reverse()) {
    const { at } = block;
    if (!kept.has(at)) continue;
    const isEmpty = !below || isHeading(below) || below.links > LEADS_ELSEWHERE;
    const leads = at > first && isLinkLine(block, at < last);
    const isBefore = (at < first || block.element.closest('header')) && isLabel(block) && !isDateline(block);
    const isAfter =
      at > last && (isHeading(block) ? isEmpty : isLabel(block) && block.links <= LEADS_ELSEWHERE);
    if (leads || isBefore || isAfter) drop(draft, at);
    else below = block;
    const above = blocks[at - 1];
    if (leads && above && isLabel(above)) drop(draft, above.at);
  }
}

function isLabel(block: Block): boolean {
  return (
    !isHeading(block) &&
    block.length < LABEL_CHARS &&
    !SENTENCE_END.test(block.text) &&
    !block.element.closest('table, pre, blockquote, ul, ol, dl')
  );
}

/** A line of its own, mostly a link to another page of the same site; amid the text, names that are links are not one. */
function isLinkLine({ element, text, links }: Block, isAmid: boolean): boolean {
  if (links < LEADS_ELSEWHERE || text.length < LABEL_CHARS / 4) return false;
  // Above a quotation stands who said it.
  const quoted = element.closest('blockquote')?.textContent?.trim() ?? text;
  if (element.closest('li, table, pre, dl') || quoted.length > text.length * 2) return false;
  const all = [element.closest('a'), ...element.querySelectorAll<HTMLAnchorElement>('a[href]')];
  const link = all.find((each) => !isAmid || toLength(each?.textContent ?? '') >= LABEL_CHARS / 4);
  if (!link) return false;
  const { hostname, pathname } = new URL(link.baseURI);
  return link.hostname === hostname && link.pathname !== pathname;
}

/** A pull quote, or a box that repeats a sentence of the text. */
function dropRepeats(draft: Draft): void {
  const { blocks, kept } = draft;
  const texts = blocks.filter(({ at }) => kept.has(at));
  const isTelling = ({ length }: string) => length >= REPEATED_CHARS && length <= REPEATED_MOST_CHARS;
  const quotes = texts.filter(({ text, element }) => isTelling(text) && isQuote(element));
  if (quotes.length === 0) return;
  const others = texts.filter(({ element }) => !isQuote(element));
  const all = others.map(({ text }) => toPlain(text)).join('\n');
  for (const { at, text } of quotes) {
    const plain = toPlain(text);
    if (plain.length >= REPEATED_CHARS && all.includes(plain)) drop(draft, at);
  }
}

/** Paragraphs, and the entries of lists and tables, which may well be the same, are the text itself. */
function isQuote(element: Element): boolean {
  const isText = element.localName === 'p' || element.closest('li, dl, table, pre') !== null;
  return !isText || element.closest('blockquote, aside, figure') !== null;
}

/** A caption in a box without a mark is the name of its picture, which stands in the picture's place: it does not interrupt the text. */
function moveCaptions(draft: Draft): void {
  for (const block of draft.blocks) {
    const caption = draft.kept.get(block.at);
    if (!caption || block.text.length > CAPTION_CHARS || !isCaption(block.element)) continue;
    const picture = findPicture(caption);
    if (!picture) continue;
    picture.setAttribute('alt', block.text);
    drop(draft, block.at);
  }
}

/** Named, but not marked as one: a `figcaption` is shown as what it is, this would read as a paragraph. */
function isCaption(element: Element): boolean {
  const named = `${element.className} ${element.parentElement?.className ?? ''}`;
  return element.closest('figcaption') === null && CAPTION.test(named);
}

/** The one picture beside the caption, in one of the boxes it stands in. */
function findPicture(caption: Element): Element | undefined {
  const [, ...boxes] = toBoxes(caption);
  const pictures = boxes.map((box) => box.querySelectorAll('img')).find(({ length }) => length > 0);
  return pictures?.length === 1 ? pictures[0] : undefined;
}

/** A post of a thread stands below its writer's name, without what else is said of the writer; one of few words comes back. */
function signPost(draft: Draft, { box, writer, time }: Post): void {
  const { blocks, kept, content } = draft;
  const kinds = new Set(findProse(draft).map(({ element }) => toKind(element)));
  kinds.delete('');
  const isKept = ({ at }: Block) => kept.has(at);
  const inner = blocks.filter(({ element }) => box.contains(element));
  const words = inner.filter((block) => isProse(block) || kinds.has(toKind(block.element)));
  const [word] = words;
  const beside = kept.get(blocks.findLast(({ at }) => at < (word?.at ?? 0) && kept.has(at))?.at ?? -1);
  if (word && beside && !words.some(isKept)) restore(draft, word, beside);
  const first = words.find(isKept);
  if (!first) return;
  const home = first.element.parentElement;
  const isAbout = (block: Block) =>
    block.at < first.at &&
    !block.element.closest('blockquote') &&
    // A heading may be that of the post.
    (block.text.includes(writer) || (block.element.parentElement !== home && !isHeading(block)));
  for (const { at } of inner.filter(isAbout)) drop(draft, at);
  const start = kept.get(inner.find(isKept)?.at ?? first.at);
  const line = content.ownerDocument.createElement('p');
  line.append(Object.assign(content.ownerDocument.createElement('b'), { textContent: writer }), ` ${time}`);
  (start?.closest('blockquote') ?? start)?.before(line);
}

/** Letters and figures alone: the same words compare as the same. */
function toPlain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
