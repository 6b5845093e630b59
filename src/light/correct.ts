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
  /** The view says who wrote it, or when. */
  signed: boolean;
  /** Its rest has to be paid for. */
  paid: boolean;
}

/** A line that consists of links to this share leads elsewhere. */
const LEADS_ELSEWHERE = 0.6;
/** So much of a lead is compared, in characters: descriptions are cut. */
const LEAD_CHARS = 50;
/** A shorter repetition may be chance, in characters. */
const REPEATED_CHARS = 40;
const REPEATED_MOST_CHARS = 500;
/** No notice has a longer paragraph, in characters. */
const NOTICE_CHARS = 300;
/** A longer caption is a text of its own, in characters: the name of a picture is cut after so many. */
const CAPTION_CHARS = 160;
const CAPTION = /(?:^|[-_ ]|[a-z](?=C))captions?(?:$|[-_ ])/i;
/** What a lead is called: it may well be no sentence. */
const LEAD =
  /(?:lead|lede|sub-?(?:head|title)\w*|standfirst|dec?k|intro(?:text)?|summary|tagline)(?:$|[-_ ])/i;
/** With less than this share of the text above it, a headline is where the text begins. */
const ABOVE_SHARE = 0.2;
/** A paragraph, and so many boxes around it that may be its section. */
const SECTION_DEPTH = 5;
/** So many blocks of one kind make a family. */
const FAMILY = 2;
/** The marks of notes may follow it. */
const SENTENCE_END = /[.!?…。！？؟۔।:»”"'’」』）)]\s*(?:\[\w+]\s*)*$/;

export function correct(draft: Draft): void {
  if (draft.paid) dropAppendix(draft);
  dropAbove(draft);
  const restored = restoreFamily(draft);
  const places = findProse(draft).map(({ at }) => at);
  const [first] = places;
  if (first === undefined) return;
  // Where the running text begins and ends.
  const ends = { first, last: Math.max(restored, ...places) };
  dropLabels(draft, ends);
  // It may well look like a label.
  restoreLead(draft, ends);
  dropRepeats(draft);
  moveCaptions(draft);
  for (const post of findPosts(findProse(draft).map(({ element }) => element))) signPost(draft, post);
}

interface Ends {
  first: number;
  last: number;
}

function findLeft({ blocks, kept }: Draft): Block[] {
  return blocks.filter(({ at }) => kept.has(at));
}

/** The running text that is left. */
function findProse(draft: Draft): Block[] {
  return findLeft(draft).filter(isProse);
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

/** Short lines below the box of a text that is to be paid for: notices to subscribers, questions and answers of the site. */
function dropAppendix(draft: Draft): void {
  const left = findLeft(draft);
  const home = left.findLast(({ length }) => length > NOTICE_CHARS)?.element.parentElement;
  const end = left.findLast(({ element }) => home?.contains(element));
  const below = left.filter(({ at }) => end && at > end.at);
  if (sumChars(below) / below.length < LABEL_CHARS) for (const { at } of below) drop(draft, at);
}

/** What stands above the headline, where the text is below: a notice to visitors, what is new elsewhere. */
function dropAbove(draft: Draft): void {
  const left = findLeft(draft);
  const above = left.filter(({ at }) => at < (findHeadline(draft)?.at ?? 0));
  if (sumChars(above) < sumChars(left) * ABOVE_SHARE) for (const { at } of above) drop(draft, at);
}

function findHeadline({ blocks, title }: Draft): Block | undefined {
  const plain = toPlain(title);
  return blocks.find(
    ({ element, text }) => element.localName === 'h1' && plain.includes(toPlain(text) || '\n'),
  );
}

const sumChars = (blocks: Block[]): number => blocks.reduce((sum, { length }) => sum + length, 0);

/**
 * What Readability took out from between paragraphs beside which it stands, short lines of the same kind; boxes with a heading, posts of a thread and parts of a
 * live blog that stand in the same kind of box as those that are left. Gives the place of the last block that came back in a box.
 */
function restoreFamily(draft: Draft): number {
  const { blocks, kept } = draft;
  const prose = findProse(draft);
  const homes = new Map<Element, number>();
  for (const box of prose.flatMap(({ element }) => toBoxes(element)))
    homes.set(box, (homes.get(box) ?? 0) + 1);
  const parents = new Set(prose.map(toPlace));
  const counts = new Map<string, number>();
  for (const [box, times] of homes) {
    const kind = toKind(box);
    counts.set(kind, (counts.get(kind) ?? 0) + times);
  }
  counts.delete('');
  const isFamily = (box: Element) => (counts.get(toKind(box)) ?? 0) >= FAMILY;
  const end = prose.at(-1)?.at ?? 0;
  let before: Element | undefined;
  let last = 0;
  for (const block of blocks) {
    if (before && !kept.has(block.at)) {
      const isAmid = block.at < end;
      const isAtHome = isAmid && parents.has(toPlace(block));
      const isText = isProse(block) || (isAmid && SENTENCE_END.test(block.text));
      if (isText ? isAtHome || isFamily(block.element) : isAtHome && isHeading(block))
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

/** The box a block stands in; not one for a heading alone. */
function toPlace(block: Block): HTMLElement | null | undefined {
  const { parentElement: box } = block.element;
  return isHeading(block) && isAlone(block.element) ? box?.parentElement : box;
}

/** An element and what it stands in, from the inside. */
function toBoxes(element: Element): Element[] {
  const boxes: Element[] = [];
  for (let box: Element | null = element; box && boxes.length < SECTION_DEPTH; box = box.parentElement)
    boxes.push(box);
  return boxes;
}

/** What kind of box a block stands in, by the names the page gives to it and the two around it; '' where it gives none. See `markBlocks`. */
function toKind(element: Element): string {
  const boxes = toBoxes(element).slice(0, 3);
  const isNamed = boxes.slice(0, 2).some(({ className }) => className);
  return isNamed
    ? boxes.map(({ localName, classList }) => localName.replace('div', 'p') + classList[0]).join('<')
    : '';
}

/** The paragraph between headline and text that the page describes itself with or calls a lead, or a subheading right below the headline that is a sentence. */
function restoreLead(draft: Draft, { first }: Ends): void {
  const { blocks, kept, descriptions } = draft;
  const title = toPlain(draft.title);
  const top = findHeadline(draft);
  const wanted = descriptions.map(toPlain).filter((text) => text.length >= LEAD_CHARS);
  for (const block of blocks.slice(0, first)) {
    if (kept.has(block.at) || block.links > LEADS_ELSEWHERE) continue;
    const plain = toPlain(block.text);
    if (plain === title) continue;
    const start = plain.slice(0, LEAD_CHARS);
    const { at, element, text } = block;
    const isBelow = top && at === top.at + 1 && isHeading(block) && SENTENCE_END.test(text);
    const isNamed =
      top && at > top.at && LEAD.test(`${element.className} ${element.parentElement?.className}`);
    const isLead = isNamed || isBelow || wanted.some((each) => each.startsWith(start));
    if (start.length < (isNamed ? LEAD_CHARS / 2 : LEAD_CHARS) || !isLead) continue;
    const [below] = blocks.slice(at).flatMap((each) => kept.get(each.at) ?? []);
    if (below) restore(draft, block, below, 'before');
    return;
  }
}

/**
 * Dates, names, counts and "skip to content" before the text, where the view says who and when by itself: else it may be an address
 * or a price; lines below its beginning that lead to other articles, with the label above one; after its end labels, and headings
 * that nothing but links stands below.
 */
function dropLabels(draft: Draft, { first, last }: Ends): void {
  const { blocks, kept, signed } = draft;
  const home = blocks[first]?.element.parentElement;
  /** A paragraph without a name of its own, among the others: where an agency writes from, who helped, whom to ask. */
  const isDateline = ({ element }: Block) => !element.className && element.parentElement === home;
  let below: Block | undefined;
  for (const block of [...blocks].reverse()) {
    const { at } = block;
    if (!kept.has(at)) continue;
    const isEmpty = !below || endsSection(below, block) || below.links > LEADS_ELSEWHERE;
    const leads = at > first && isLinkLine(block, at < last);
    const isLost = isLabel(block) && !isDateline(block);
    const isOutside = signed || blocks.some((other) => other !== block && other.text === block.text);
    const isBefore = isLost && ((isOutside && at < first) || block.element.closest('header'));
    const isAfter = at > last && (isHeading(block) ? isEmpty : isLost && block.links <= LEADS_ELSEWHERE);
    if (leads || isBefore || isAfter) drop(draft, at);
    else below = block;
    const above = blocks[at - 1];
    if (leads && above && isLabel(above)) drop(draft, above.at);
  }
}

/** A heading of the same level, or of a higher one: below the other stands nothing. */
function endsSection(below: Block, { element }: Block): boolean {
  return isHeading(below) && below.element.localName <= element.localName;
}

function isLabel(block: Block): boolean {
  return (
    !isHeading(block) &&
    block.length < LABEL_CHARS &&
    !SENTENCE_END.test(block.text) &&
    !block.element.closest('table, pre, blockquote, figure, ul, ol, dl')
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
  const texts = findLeft(draft);
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
