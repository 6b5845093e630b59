// Decides which pieces of a growing page are its text, from what has come so far.
import { BOX_CHARS } from '../prepare/prepare-document.ts';
import { toEntry } from './list-entry.ts';
import type { Level, Piece } from './page-cursor.ts';
import { describePiece } from './text-piece.ts';
import { addProse, createRegion, hasKind, measureDistance, type Region } from './text-region.ts';

/** So many headings that are links are a front page, whose text is the list of them. */
const FRONT_PAGE_HEADINGS = 4;
const ARTICLE = 'article, main, [role=main], [itemprop~=articleBody]';
/** Of first paragraphs under a heading and in what the page calls an article, those of so many characters are text (4 of 5 and more). */
const TELLING_CHARS = 120;
/** A longer first paragraph is text wherever it stands under a heading (9 of 10). */
const SURE_CHARS = 300;
/** So much of the HTML is waited for after a first paragraph that tells less, in characters: with 50 kbit/s a fifth of a second. */
const PATIENCE_CHARS = 4000;
/** So many paragraphs make a part of the page the one in which the text is. */
const FIRM_PROSES = 2;
/** A paragraph so many levels below the text stands in a box of its own: the text's only where another of that kind is, or nothing else between. */
const OWN_BOX_LEVELS = 4;

interface Waiting {
  piece: Piece;
  /** It is shown with what it opens: nothing may follow. */
  opens: boolean;
}

/** What has been seen of a page, and decided. */
export interface Decision {
  /** The page has a heading. */
  titled: boolean;
  linkedHeadings: number;
  /** The headlines of what may be a list, until it is taken for one. */
  entries: Piece[];
  /** Where headlines stand: a paragraph there is a teaser. */
  headed: WeakSet<Element>;
  seen: WeakSet<Node>;
  /** How many paragraphs of running text stand in each element. */
  proses: Map<Element, number>;
  /** How long the running text is in each box whose name speaks against it, in characters. */
  boxed: Map<Element, number>;
  /** Where the text is, once that is known. */
  home: Region | null;
  /** Where it may be as well. */
  rivals: Region[];
  /** Paragraphs that were left out since the last one that was not. */
  missed: number;
  /** Pieces of each element that will be text once running text has been found beside them. */
  waiting: Map<Element, Waiting[]>;
  /** At so many characters of the HTML the first paragraph is taken for what it seems. */
  deadline: number;
}

export function createDecision(): Decision {
  return {
    ...{
      titled: false,
      linkedHeadings: 0,
      entries: [],
      headed: new WeakSet<Element>(),
      seen: new WeakSet<Node>(),
    },
    ...{ proses: new Map<Element, number>(), boxed: new Map<Element, number>() },
    ...{ home: null, rivals: [], missed: 0, waiting: new Map<Element, Waiting[]>() },
    deadline: Number.POSITIVE_INFINITY,
  };
}

/** The page's heading has come: a paragraph or two above it were a notice, and the text begins below. */
export function noteTitle(decision: Decision): void {
  if (decision.titled) return;
  decision.titled = true;
  if (decision.home && decision.home.proses >= FIRM_PROSES) return;
  decision.home = null;
  decision.rivals = [];
}

/** The pieces that are text now that this one has come: it, and those that waited for it. `chars`: where in the HTML it stands. */
export function decide(decision: Decision, piece: Piece, level: Level, chars: number): Piece[] {
  const [first] = piece;
  if (!first || decision.seen.has(first)) return [];
  decision.seen.add(first);
  const { sort, length } = describePiece(piece);
  if (sort === 'linked heading') decision.linkedHeadings += 1;
  if (sort === 'linked heading') return decideEntry(decision, piece, level);
  if (sort === 'nothing' || sort === 'linked') return [];
  const { parent } = level;
  const waiting = decision.waiting.get(parent) ?? [];
  waiting.push({ piece, opens: sort === 'opens' });
  decision.waiting.set(parent, waiting);
  if (sort === 'opens') return [];
  if (sort === 'short') return decision.home?.parents.has(parent) ? takeWaiting(decision, [parent]) : [];
  return decideProse(decision, level, { length, chars });
}

/** The first paragraphs are text where nothing better has come for so long, or will come: `chars` of the HTML have. */
export function decideLate(decision: Decision, chars: number): Piece[] {
  const { home, rivals } = decision;
  const [best] = rivals.toSorted((one, other) => other.chars - one.chars);
  if (home || !best || chars < decision.deadline) return [];
  return [...best.parents].some((parent) => isTextPlace(decision, parent)) ? settle(decision, best) : [];
}

/** Where headlines come and no text, they are what there is to read. */
function decideEntry(decision: Decision, piece: Piece, { doubtful, parent }: Level): Piece[] {
  decision.headed.add(parent);
  const entry = decision.home || doubtful ? null : toEntry(piece);
  if (entry) decision.entries.push([entry]);
  return decision.linkedHeadings >= FRONT_PAGE_HEADINGS ? decision.entries.splice(0) : [];
}

function decideProse(
  decision: Decision,
  level: Level,
  { length, chars }: { length: number; chars: number },
): Piece[] {
  const { parent } = level;
  const { home } = decision;
  const proses = (decision.proses.get(parent) ?? 0) + 1;
  decision.proses.set(parent, proses);
  if (level.doubtful) decision.boxed.set(level.doubtful, (decision.boxed.get(level.doubtful) ?? 0) + length);
  if (!isAllowed(decision, level, proses)) return [];
  if (home && isInside(decision, home, parent)) {
    addProse(home, parent, length);
    decision.missed = 0;
    return takeWaiting(decision, [parent]);
  }
  decision.missed += 1;
  const rival = joinRival(decision, parent, length);
  if (!isBetter(decision, rival)) {
    decision.deadline = Math.min(decision.deadline, chars + PATIENCE_CHARS);
    return [];
  }
  return settle(decision, rival);
}

/** Not in a box whose name speaks against it, nor among comments or the teasers of a front page. */
function isAllowed(decision: Decision, { parent, doubtful, comments }: Level, proses: number): boolean {
  const { linkedHeadings, home, boxed, headed } = decision;
  if (comments && isElsewhere(home, comments)) return false;
  if (headed.has(parent) && proses === 1 && !home) return false;
  if (doubtful)
    return (boxed.get(doubtful) ?? 0) > BOX_CHARS || (proses > 1 && holdsArticle(doubtful, parent));
  return proses > 1 || linkedHeadings < FRONT_PAGE_HEADINGS || linkedHeadings < (home?.proses ?? 0);
}

/** What readers have written below a text is none of it; in a thread there is no other text. */
function isElsewhere(home: Region | null, comments: Element): boolean {
  return home !== null && home.proses >= FIRM_PROSES && !comments.contains(home.root);
}

/** What is called an article stands inside of what is called a box, and holds the paragraph. */
function holdsArticle(box: Element, parent: Element): boolean {
  const article = Element.prototype.closest.call(parent, ARTICLE);
  return article !== null && box.contains(article);
}

/** A paragraph that stands where the text is, or as the text does. */
function isInside({ missed }: Pick<Decision, 'missed'>, region: Region, parent: Element): boolean {
  const { rise, depth } = measureDistance(region, parent);
  if (rise === 0) return depth < OWN_BOX_LEVELS || missed === 0 || hasKind(region, parent);
  if (region.proses >= FIRM_PROSES) return false;
  return Math.abs(rise - depth) <= 1 || hasKind(region, parent);
}

function joinRival(decision: Decision, parent: Element, length: number): Region {
  let rival = decision.rivals.find((each) => isInside({ missed: 0 }, each, parent));
  if (!rival) {
    rival = createRegion(parent);
    decision.rivals.push(rival);
  }
  addProse(rival, parent, length);
  return rival;
}

/** Whether the text is rather there than where it was thought to be. */
function isBetter(decision: Decision, rival: Region): boolean {
  const { home } = decision;
  if (home) return rival.chars > home.chars && (rival.proses >= FIRM_PROSES || home.proses < FIRM_PROSES);
  if (rival.proses >= FIRM_PROSES) return true;
  const [parent] = rival.parents;
  const article = parent && Element.prototype.closest.call(parent, ARTICLE);
  return decision.titled && rival.chars >= (article ? TELLING_CHARS : SURE_CHARS);
}

/** Under the page's heading, or in what it calls an article. */
function isTextPlace({ titled }: Decision, parent: Element): boolean {
  return titled || Element.prototype.closest.call(parent, ARTICLE) !== null;
}

/** The text is there from now on. */
function settle(decision: Decision, region: Region): Piece[] {
  decision.home = region;
  decision.rivals = decision.rivals.filter((each) => each !== region);
  decision.missed = 0;
  return takeWaiting(decision, region.parents);
}

function takeWaiting({ waiting }: Decision, parents: Iterable<Element>): Piece[] {
  return [...parents].flatMap((parent) => {
    const all = waiting.get(parent) ?? [];
    const end = all.findLastIndex(({ opens }) => !opens) + 1;
    waiting.set(parent, all.slice(end));
    return all.slice(0, end).map(({ piece }) => piece);
  });
}
