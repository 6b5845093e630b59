// Decides whether a page is read as an article or as a list of links, from a few numbers: a pure function, taught by the pages in its test.
import { toLength } from '../../text/blocks.ts';
import type { Candidate } from '../candidate.ts';
import type { Outline, ReadOutline, Run } from '../judgement/features/outline.ts';
import type { PageKind } from '../page-kind.ts';
import { toLinkPattern } from './headlines.ts';
import { findCardOf, toCardFinder } from './link-list.ts';
import type { PageLink } from './page-links.ts';

export type PageForm = 'article' | 'links';

/** What a page is told by. */
export interface FormFacts {
  /** What it is judged to be by its names, its address and its text. */
  kind: PageKind;
  /** It says when it was published. */
  dated: boolean;
  /** It says that it is an article. */
  typed: boolean;
  /** Links that are headlines, and how many of them are headings. */
  headlines: number;
  linkedHeadings: number;
  /** Running text that was found in it, in characters. */
  prose: number;
  /** Of the text that was found in it the share that stands in the boxes of headlines, 0 to 1; 0 where all of that stands in one box. */
  listed: number;
  /** Of the headlines the share that stands in boxes of one pattern, and the share that was found to be text, 0 to 1. */
  alike: number;
  found: number;
}

/** Less is no list. */
const LEAST_HEADLINES = 6;
/** So many headlines, of which so many are headings, are a front page where there is next to no running text; more have to be where there is some. */
const FRONT_PAGE = { headlines: 8, headings: 4, manyHeadings: 10 };
/** With less running text than this a page full of headlines is a list of links: Readability's `charThreshold`. */
const ARTICLE_CHARS = 500;
/**
 * So much of the text of a list stands in its entries: of a page that is judged to be one, of one with many linked headings, of one whose headlines
 * are alike and are text themselves, of one with many headlines, and of any other. Chosen over the 1,906 pages of the corpus, by what people called them.
 */
const LISTED = { list: 0.45, headings: 0.33, alike: 0.3, many: 0.5, other: 0.8 };
/** Of the pages of the corpus with so many headlines and most of their text in the boxes of these, none is an article. */
const MANY_HEADLINES = 30;
const ALIKE = 0.8;
/** A shop has so many goods; what is said below them at length is no article. */
const SHOP_HEADLINES = 12;
const LISTS: readonly PageKind[] = ['listing', 'collection'];

/** Whether so many headlines make a list. */
export function isListable(headlines: number): boolean {
  return headlines >= LEAST_HEADLINES;
}

/** So long a link may be a headline, in letters. */
const HEADLINE_CHARS = 25;

/** Whether so many links are as long as headlines that a list may be made of them: seen much sooner than what makes a headline. */
export function hasLongLinks(root: Element): boolean {
  let count = 0;
  for (const link of root.querySelectorAll('a[href]')) {
    if (toLength(link.textContent ?? '') >= HEADLINE_CHARS) count += 1;
    if (isListable(count)) return true;
  }
  return false;
}

/** Whether it is an article, whatever links it has. */
export function isSurelyArticle({
  dated,
  typed,
  prose,
}: Pick<FormFacts, 'dated' | 'typed' | 'prose'>): boolean {
  return dated || (typed && prose >= ARTICLE_CHARS);
}

export function decideForm(facts: FormFacts): PageForm {
  const { kind, typed, headlines, linkedHeadings, prose, listed, alike, found } = facts;
  // The posts of a thread have links at their heads, like entries.
  if (!isListable(headlines) || isSurelyArticle(facts) || kind === 'forum') return 'article';
  const isShort = prose < ARTICLE_CHARS;
  const isList = LISTS.includes(kind);
  if (listed >= (isList ? LISTED.list : LISTED.other)) return 'links';
  if (headlines >= MANY_HEADLINES && listed >= LISTED.many) return 'links';
  if (headlines < FRONT_PAGE.headlines) return 'article';
  if (Math.min(alike, found) >= ALIKE && listed >= LISTED.alike) return 'links';
  if (kind === 'collection' && headlines >= SHOP_HEADLINES) return 'links';
  // What is judged to be text may stand outside of the entries, where these are of few words.
  if (isList && isShort && !typed) return 'links';
  const headings = isShort ? FRONT_PAGE.headings : FRONT_PAGE.manyHeadings;
  return linkedHeadings >= headings && listed >= LISTED.headings ? 'links' : 'article';
}

/** A shorter paragraph is a label, in characters. */
const PARAGRAPH_CHARS = 60;
/** A longer paragraph is no teaser, in characters: those of the front pages looked at end below 250. */
const TEASER_CHARS = 300;

/** Characters of running text that Readability chose: paragraphs that follow each other, as in an article, or are longer than any teaser. */
export function countProse({ boxes, runs }: Outline, { kept }: Candidate): number {
  const isParagraph = (run: Run | undefined) =>
    run && boxes[run.box]?.tag === 'p' && toLength(run.text) >= PARAGRAPH_CHARS;
  let chars = 0;
  runs.forEach((run, at) => {
    if (!isParagraph(run) || (kept[at] ?? 0) < 0.5) return;
    const follows = [runs[at - 1], runs[at + 1]].some(
      (beside) => beside && isParagraph(beside) && boxes[beside.box]?.parent === boxes[run.box]?.parent,
    );
    if (follows || toLength(run.text) >= TEASER_CHARS) chars += toLength(run.text);
  });
  return chars;
}

export function countLinkedHeadings(headlines: readonly PageLink[]): number {
  return headlines.filter(({ heading }) => heading).length;
}

interface Entry {
  link: PageLink;
  /** Characters of the text that stand in its box beside its headline. */
  beside: number;
}

/** A box with more text than this is no entry of a list, in characters. */
const ENTRY_CHARS = 1000;

/** Where more of what stands in the boxes of headlines stands in one of them, and beside its headline, that box is no entry: it holds the text, and a link. */
const ALONE = 0.9;

/** Of the text that is kept the share that stands in the boxes of headlines; see `FormFacts`. */
export function measureListed(
  { runs, nodes }: ReadOutline,
  keep: readonly boolean[],
  headlines: readonly PageLink[],
): number {
  const findCard = toCardFinder(headlines, new Set());
  const named = headlines.map((link): [Element, Entry] => [findCard(link.anchor), { link, beside: 0 }]);
  const cards = new Map(named.filter(([card]) => isEntry(card)));
  let [all, listed] = [0, 0];
  runs.forEach(({ text }, at) => {
    if (!keep[at]) return;
    all += text.length;
    const [node] = nodes[at] ?? [];
    const card = node && findCardOf(node, cards);
    if (!card) return;
    listed += text.length;
    if (!card.link.anchors.some((anchor) => anchor.contains(node))) card.beside += text.length;
  });
  if ([...cards.values()].some(({ beside }) => beside > listed * ALONE)) return 0;
  return all === 0 ? 1 : listed / all;
}

function isEntry(card: Element): boolean {
  return (card.textContent ?? '').replace(/\s+/g, ' ').length <= ENTRY_CHARS;
}

/** Of the headlines the share that has the most frequent pattern, see `toLinkPattern`. */
export function measureAlike(headlines: readonly PageLink[]): number {
  const counts = new Map<string, number>();
  for (const link of headlines) counts.set(toLinkPattern(link), (counts.get(toLinkPattern(link)) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / Math.max(1, headlines.length);
}

/** Of the headlines the share that is part of the text that is kept. */
export function measureFound(
  { nodes }: ReadOutline,
  keep: readonly boolean[],
  headlines: readonly PageLink[],
): number {
  const links = new Set(
    nodes.flatMap((texts, at) => (keep[at] ? texts.map((text) => text.parentElement?.closest('a')) : [])),
  );
  const found = headlines.filter(({ anchors }) => anchors.some((anchor) => links.has(anchor)));
  return found.length / Math.max(1, headlines.length);
}
