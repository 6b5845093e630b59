// Decides whether a page is read as an article or as a list of links, from a few numbers: a pure function, taught by the pages in its test.
import { toLength } from '../../text/blocks.ts';
import type { Candidate } from '../candidate.ts';
import type { Outline, ReadOutline, Run } from '../judgement/features/outline.ts';
import type { PageKind } from '../page-kind.ts';
import { toCardFinder } from './link-list.ts';
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
  /** Of the text that was found in it the share that stands in the boxes of headlines, 0 to 1. */
  listed: number;
}

/** Less is no list. */
const LEAST_HEADLINES = 6;
/** So many headlines, of which so many are headings, are a front page where there is next to no running text; more have to be where there is some. */
const FRONT_PAGE = { headlines: 8, headings: 4, manyHeadings: 10 };
/** With less running text than this a page full of headlines is a list of links: Readability's `charThreshold`. */
const ARTICLE_CHARS = 500;
/** So much of the text of a list stands in its entries: of a page that is judged to be one, of one with many linked headings, and of any other. */
const LISTED = { list: 0.35, headings: 0.33, other: 0.6 };
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
  const { kind, typed, headlines, linkedHeadings, prose, listed } = facts;
  if (!isListable(headlines) || isSurelyArticle(facts)) return 'article';
  const isShort = prose < ARTICLE_CHARS;
  const isList = LISTS.includes(kind);
  if (listed >= (isList ? LISTED.list : LISTED.other)) return 'links';
  if (headlines < FRONT_PAGE.headlines) return 'article';
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

/** A box with more text than this is no entry of a list, in characters. */
const ENTRY_CHARS = 1000;
/**
 * Where one box has a larger share of the text that is kept, it is the text of an article. Of the corpus' lists the largest entry has .61 at
 * the most; in short articles with one link beside them, which were read as lists, that box has .76 at the least. Links do not count: a
 * headline alone may be all that is kept of a list.
 */
const LARGEST_ENTRY = 2 / 3;

/** Of the text that is kept the share that stands in the boxes of headlines; none does where it all but stands in one box. */
export function measureListed(
  { runs, nodes }: ReadOutline,
  keep: readonly boolean[],
  headlines: readonly PageLink[],
): number {
  const findCard = toCardFinder(headlines, new Set());
  const cards = new Set(headlines.map(({ anchor }) => findCard(anchor)).filter(isEntry));
  const unlinked = new Map<Element, number>();
  let [all, listed] = [0, 0];
  runs.forEach(({ text, linkedChars }, at) => {
    if (!keep[at]) return;
    all += text.length;
    let box = nodes[at]?.[0]?.parentElement;
    while (box && !cards.has(box)) box = box.parentElement;
    if (!box) return;
    listed += text.length;
    unlinked.set(box, (unlinked.get(box) ?? 0) + text.length - linkedChars);
  });
  if (all === 0) return 1;
  return Math.max(0, ...unlinked.values()) > all * LARGEST_ENTRY ? 0 : listed / all;
}

function isEntry(card: Element): boolean {
  return (card.textContent ?? '').replace(/\s+/g, ' ').length <= ENTRY_CHARS;
}
