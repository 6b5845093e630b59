// Without this, what Readability leaves would still lose its lead and lists, and keep labels, "read also" lines and repetitions.
import { type Block, isHeading, isProse, LABEL_CHARS, toLength } from './blocks.ts';

/** An article as Readability left it, and the page it was taken from. */
export interface Draft {
  /** What is left of the page: changed in place. */
  content: Element;
  /** Every block of the page, in order; its `element` stands in a page that nobody has changed. */
  blocks: Block[];
  /** The blocks that are left, by their places: the elements stand in `content`. */
  kept: Map<number, Element>;
  title: string;
  /** What is left of the text, as words: a text that Readability has put into another element is not missing. */
  words: string;
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
/** So many blocks of one kind make a family. */
const FAMILY = 2;
const SENTENCE_END = /[.!?…。！？؟۔।:»”"'’」』）)]\s*$/;

export function correct(draft: Draft): void {
  dropAppendix(draft);
  const ends = findEnds(draft);
  if (!ends) return;
  restoreSiblings(draft, ends);
  restoreFamily(draft);
  restoreLead(draft, ends);
  dropLabels(draft, ends);
  dropLinkLines(draft, ends);
  dropTail(draft, ends);
  dropRepeats(draft);
  moveCaptions(draft);
}

interface Ends {
  first: number;
  last: number;
}

/** Where the running text begins and ends. */
function findEnds({ blocks, kept }: Draft): Ends | null {
  const prose = blocks.filter((block) => kept.has(block.at) && isProse(block)).map(({ at }) => at);
  const [first, last] = [prose[0], prose.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

function drop({ kept, content }: Draft, at: number): void {
  let gone = kept.get(at) ?? null;
  kept.delete(at);
  if (!gone || [...kept.values()].some((each) => gone !== each && gone?.contains(each))) return;
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
function restore(draft: Draft, at: number, beside: Element, where: 'before' | 'after'): void {
  const block = draft.blocks[at];
  if (!block || draft.kept.has(at) || draft.words.includes(toPlain(block.text))) return;
  const copy = draft.content.ownerDocument.importNode(block.element, true);
  if (where === 'before') beside.before(copy);
  else beside.after(copy);
  draft.kept.set(at, copy);
}

/** Boxes of short lines below the one that has most of the text: notices to subscribers, questions and answers of the site. */
function dropAppendix(draft: Draft): void {
  const { blocks, kept } = draft;
  const left = blocks.filter(({ at }) => kept.has(at));
  const chars = new Map<Element | null, number>();
  let all = 0;
  for (const block of left.filter(isProse)) {
    const home = block.element.parentElement;
    chars.set(home, (chars.get(home) ?? 0) + block.text.length);
    all += block.text.length;
  }
  const [home, most] = [...chars].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (!home || (most ?? 0) < all * HOME_SHARE) return;
  const end = left.findLast(({ element }) => home.contains(element))?.at ?? 0;
  const below = left.filter(({ at }) => at > end);
  const length = below.reduce((sum, { text }) => sum + toLength(text), 0);
  if (length / below.length < LABEL_CHARS) for (const { at } of below) drop(draft, at);
}

/** Lists, tables, headings and paragraphs that Readability took out from between paragraphs beside which they stand. */
function restoreSiblings(draft: Draft, { first, last }: Ends): void {
  const { blocks, kept } = draft;
  const homes = new Set<Element | null>();
  for (const block of blocks)
    if (kept.has(block.at) && isProse(block)) homes.add(block.element.parentElement);
  const isAtHome = ({ parentElement }: Element) => homes.has(parentElement);
  let before = first;
  for (let at = first; at <= last; at++) {
    const block = blocks[at];
    if (!block || kept.has(at)) {
      before = kept.has(at) ? at : before;
      continue;
    }
    if (!isAtHome(block.element) || !(isProse(block) || isHeading(block))) continue;
    const beside = kept.get(before);
    if (beside) restore(draft, at, beside, 'after');
    before = at;
  }
}

/** Posts of a thread and parts of a live blog that stand in the same kind of box as those that are left. */
function restoreFamily(draft: Draft): void {
  const { blocks, kept } = draft;
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (!kept.has(block.at) || !isProse(block)) continue;
    const kind = toKind(block.element);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  let before: Element | undefined;
  for (const block of blocks) {
    const kind = kept.has(block.at) ? '' : toKind(block.element);
    if (kind && before && isProse(block) && (counts.get(kind) ?? 0) >= FAMILY)
      restore(draft, block.at, before, 'after');
    before = kept.get(block.at) ?? before;
  }
}

/** What kind of box a block stands in, by the names the page gives to it and the two around it; '' where it gives none. */
function toKind(element: Element): string {
  const boxes = [element, element.parentElement, element.parentElement?.parentElement];
  if (!element.className && !element.parentElement?.className) return '';
  return boxes.map((box) => `${box?.localName}.${box?.className}`).join('<');
}

/** The paragraph between headline and text that the page describes itself with. */
function restoreLead(draft: Draft, { first }: Ends): void {
  const { blocks, kept, descriptions } = draft;
  const wanted = descriptions.map(toPlain).filter((text) => text.length >= LEAD_CHARS);
  const beside = kept.get(first);
  for (const block of blocks.slice(0, first)) {
    if (kept.has(block.at) || toPlain(block.text) === toPlain(draft.title) || block.links > LEADS_ELSEWHERE)
      continue;
    const start = toPlain(block.text).slice(0, LEAD_CHARS);
    if (start.length < LEAD_CHARS || !wanted.some((text) => text.startsWith(start))) continue;
    if (beside) restore(draft, block.at, beside, 'before');
    return;
  }
}

/** Dates, names, counts and "skip to content" before the text: the view says who and when by itself. */
function dropLabels(draft: Draft, { first }: Ends): void {
  for (const block of draft.blocks.slice(0, first)) {
    if (draft.kept.has(block.at) && !isHeading(block) && isLabel(block)) drop(draft, block.at);
  }
}

function isLabel({ text, element }: Block): boolean {
  return (
    toLength(text) < LABEL_CHARS &&
    !SENTENCE_END.test(text) &&
    !element.closest('table, pre, blockquote, ul, ol, dl')
  );
}

/** Lines between the paragraphs that lead to other articles, and the label above one. */
function dropLinkLines(draft: Draft, { first, last }: Ends): void {
  const { blocks, kept } = draft;
  for (let at = last; at > first; at--) {
    const block = blocks[at];
    if (!block || !kept.has(at) || !isLinkLine(block)) continue;
    drop(draft, at);
    const above = blocks[at - 1];
    if (above && kept.has(at - 1) && !isHeading(above) && isLabel(above)) drop(draft, at - 1);
  }
}

/** A line of its own, mostly a link to another page of the same site. */
function isLinkLine({ element, text, links }: Block): boolean {
  if (links < LEADS_ELSEWHERE || text.length < LABEL_CHARS / 4) return false;
  if (element.closest('li, table, pre, dl')) return false;
  const link = element.closest('a[href]') ?? element.querySelector('a[href]');
  const { hostname, pathname } = element.ownerDocument.baseURI
    ? new URL(element.ownerDocument.baseURI)
    : location;
  return link instanceof Object && isInternal(link as HTMLAnchorElement, hostname, pathname);
}

function isInternal(link: HTMLAnchorElement, hostname: string, pathname: string): boolean {
  return link.hostname === hostname && link.pathname !== pathname;
}

/** Labels and link lists after the last paragraph. */
function dropTail(draft: Draft, { last }: Ends): void {
  for (const block of draft.blocks.slice(last + 1)) {
    if (
      draft.kept.has(block.at) &&
      (isLinkLine(block) || isHeading(block) || (isLabel(block) && block.links <= LEADS_ELSEWHERE))
    )
      drop(draft, block.at);
  }
}

/** A pull quote, or a box that repeats a sentence of the text. */
function dropRepeats(draft: Draft): void {
  const { blocks, kept } = draft;
  const texts = blocks.filter(({ at }) => kept.has(at));
  const all = texts.map(({ text }) => toPlain(text)).join('\n');
  for (const { at, text, element } of texts) {
    const plain = toPlain(text);
    if (plain.length < REPEATED_CHARS || plain.length > REPEATED_MOST_CHARS || element.closest('table, pre'))
      continue;
    if (all.indexOf(plain) !== all.lastIndexOf(plain) && isQuote(element)) drop(draft, at);
  }
}

function isQuote(element: Element): boolean {
  return element.localName !== 'p' || element.closest('blockquote, aside, figure') !== null;
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
function findPicture(caption: Element): Element | null {
  let box = caption.parentElement;
  for (let level = 0; box && level < 3; level++, box = box.parentElement) {
    const pictures = box.querySelectorAll('img');
    if (pictures.length > 0) return pictures.length === 1 ? (pictures[0] ?? null) : null;
  }
  return null;
}

/** Letters and figures alone: the same words compare as the same. */
export function toPlain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
