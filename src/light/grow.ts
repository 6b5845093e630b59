// Without this, nothing could be read before the HTML has ended: the text of a page that is still growing, paragraph by paragraph.

import { INLINE, leadsAway } from './blocks.ts';
import { BOX, NEVER } from './prepare.ts';
import { CONTROLS } from './whole.ts';

/** Set by the build: Firefox shows content scripts its elements as they are, whatever the page has named so. */
declare const FIREFOX: boolean;

/** A piece of the text that is whole: one block, or what stands between two line breaks of a page that knows no paragraphs. */
export type Piece = readonly Node[];

export interface Growth {
  /**
   * The pieces of text that have become whole since the last call, in the order of the page. `ended`: nothing more will come, so that what
   * is still open counts too. Stops after `budgetMs` and goes on with the next call; `isBehind` says whether it has.
   */
  take(ended: boolean, budgetMs: number): Piece[];
  isBehind(): boolean;
  /** How much of the HTML has been looked at, in characters: an estimate of its bytes. */
  chars(): number;
}

/** So long is a paragraph of running text, in characters: shorter ones are labels until they stand beside one. */
const PROSE_CHARS = 80;
/** A Chinese, Japanese or Korean character says as much as so many letters. */
const WIDE_CHARS = 3;
const WIDE = /[\u3040-\u9fff\uac00-\ud7af]/g;
/** With a larger share of its letters in links, a block leads elsewhere. */
const LINKED_SHARE = 0.5;
/** So many headings that are links before any text are a front page, whose text is the list of them. */
const FRONT_PAGE_HEADINGS = 4;

const BLOCKS = new Set('p h2 h3 h4 h5 h6 ul ol dl blockquote pre figure table hr'.split(' '));
/** The heading of the page stands above the text anyway. */
const BESIDES = `${NEVER}, ${CONTROLS}, label, math, h1, head, [role=banner], [role=complementary], [aria-hidden=true], [style*="display:none"], [style*="display: none"]`;
const BLOCK_INSIDE = 'p, div, h2, h3, h4, ul, ol, table, section, article, blockquote, figure';
const PROSE_INSIDE = 'p, div, article, section, h2, h3';
const ARTICLE = 'article, main, [role=main], [itemprop~=articleBody]';
const HEADING = /^h[2-6]$/;

/** A page that keeps moving what stands in it is read when it has ended. */
const MOST_RESTARTS = 50;

/** As `Node` has them, which is the page's: in Firefox each look at it goes through a wall. */
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** It is looked at the clock after so many steps. */
const CLOCK_STEPS = 16;

/** One element whose children are being gone through. */
interface Level {
  parent: Element;
  /** The last child that has been gone through. */
  done: Node | null;
  /** Inline children that no block has ended yet. */
  run: Node[];
  /** The outermost element around it whose name speaks against it, `null` where there is none. */
  doubtful: Element | null;
}

// By the prototype: a form is asked for its field of that name first, and the page chooses the names.
const readNode = (name: 'firstChild' | 'nextSibling' | 'parentNode') => {
  if (FIREFOX) return (node: Node) => node[name];
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, name) ?? {};
  return (node: Node): ChildNode | null => get?.call(node) ?? null;
};
const toFirstChild = readNode('firstChild');
const toNext = readNode('nextSibling');
const toParent = readNode('parentNode');

/** Firefox asks no form for its fields here, and takes long to say what an element is an instance of. */
function isForm(node: Node): boolean {
  return FIREFOX ? (node as Element).localName === 'form' : node instanceof HTMLFormElement;
}

function toLength(text: string): number {
  const trimmed = text.trim();
  return trimmed.length + (WIDE_CHARS - 1) * (trimmed.match(WIDE)?.length ?? 0);
}

function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT_NODE;
}

function isBlank(node: Node): boolean {
  return node.nodeType === TEXT_NODE && !/\S/.test(node.nodeValue ?? '');
}

function isInline(node: Node): boolean {
  if (node.nodeType === TEXT_NODE) return true;
  if (!isElement(node) || isForm(node)) return false;
  if (node.localName === 'img' || node.localName === 'picture') return true;
  return INLINE.has(node.localName) && !node.querySelector(BLOCK_INSIDE);
}

/** What is never part of the text. Whole pages stand in one form, whose fields hide what it has itself. */
function isBeside(element: Element): boolean {
  return !isForm(element) && element.matches(BESIDES);
}

/** What is called as if it stood beside the text: names alone do not tell. */
function isDoubtful(element: Element): boolean {
  if (isForm(element) || /^(body|main|article)$/.test(element.localName)) return false;
  return BOX.test(`${element.getAttribute('class') ?? ''} ${element.id}`);
}

/** A list or table that holds more than words: what it holds is gone through one by one. */
function isWrapper(element: Element): boolean {
  if (isForm(element) || !BLOCKS.has(element.localName)) return true;
  return /^(ul|ol|table|dl)$/.test(element.localName) && element.querySelector(PROSE_INSIDE) !== null;
}

function isLinked(piece: Piece, chars: number): boolean {
  let linked = 0;
  for (const node of piece) {
    if (!isElement(node)) continue;
    const links = node.localName === 'a' ? [node] : node.querySelectorAll('a');
    for (const link of links) if (leadsAway(link)) linked += toLength(link.textContent ?? '');
  }
  return linked > chars * LINKED_SHARE;
}

/**
 * Goes through a page as it grows, each part of it once, so that the work is never more than the page is long. Only what has been closed by
 * something after it is looked at: it will not change any more.
 */
export function followGrowth(page: Document): Growth {
  let levels: Level[] = [];
  let chars = 0;
  let behind = false;
  let heading = false;
  let linkedHeadings = 0;
  const seen = new WeakSet<Node>();
  /** Elements in which running text stands: short pieces beside it belong to it. */
  const textParents = new WeakSet<Element>();
  /** Pieces of each element that will be text once running text has been found beside them. */
  const waiting = new Map<Element, Piece[]>();
  const found: Piece[] = [];

  const isClosed = (node: Node, ended: boolean): boolean => {
    if (ended) return true;
    for (let each: Node | null = node; each && each !== page.documentElement; each = toParent(each)) {
      const next = toNext(each);
      if (next && !isOurs(next)) return true;
    }
    return false;
  };

  const isConvinced = ({ parent, doubtful }: Level, proses: number): boolean => {
    const article = Element.prototype.closest.call(parent, ARTICLE);
    if (doubtful) return proses > 1 && article !== null && doubtful.contains(article);
    return proses > 1 || (linkedHeadings < FRONT_PAGE_HEADINGS && (heading || article !== null));
  };

  const prose = new Map<Element, number>();

  const offer = (level: Level, piece: Piece) => {
    const { parent } = level;
    const [first] = piece;
    if (!first || seen.has(first)) return;
    seen.add(first);
    const text = piece.map((node) => node.textContent ?? '').join('');
    const length = toLength(text);
    const name = piece.length === 1 && isElement(first) ? first.localName : '';
    const isPicture =
      length === 0 && piece.some((node) => isElement(node) && node.matches('figure, img, picture, hr'));
    if (length === 0 && !isPicture) return;
    const linked = length > 0 && isLinked(piece, length);
    if (HEADING.test(name) && linked) linkedHeadings += 1;
    if (linked) return;
    const own = waiting.get(parent) ?? [];
    own.push(piece);
    waiting.set(parent, own);
    // A heading waits for what it is the heading of, and a picture for the text it belongs to.
    if (HEADING.test(name) || isPicture) return;
    if (length >= PROSE_CHARS && !/^(ul|ol|dl|table|figure)$/.test(name)) {
      const count = (prose.get(parent) ?? 0) + 1;
      prose.set(parent, count);
      if (isConvinced(level, count)) textParents.add(parent);
    }
    if (!textParents.has(parent)) return;
    found.push(...own);
    waiting.delete(parent);
  };

  const flush = (level: Level) => {
    const { run } = level;
    level.run = [];
    if (run.some((node) => node.textContent?.trim() || isElement(node))) offer(level, run);
  };

  const enter = (parent: Element) => {
    const doubtful = levels.at(-1)?.doubtful ?? (isDoubtful(parent) ? parent : null);
    levels.push({ parent, done: null, run: [], doubtful });
  };

  /** One step through the page; false where nothing more can be done before more of it is here. */
  const step = (ended: boolean): boolean => {
    const level = levels.at(-1);
    if (!level) return false;
    const { parent, done, run } = level;
    // A script of the page has moved what was gone through: from the beginning, past what has been taken.
    if ((levels.length > 1 && !toParent(parent)) || (done && toParent(done) !== parent)) return restart();
    const node = done ? toNext(done) : toFirstChild(parent);
    if (!node) {
      if (!isClosed(parent, ended) || levels.length === 1) {
        if (ended) flush(level);
        return false;
      }
      flush(level);
      levels.pop();
      const above = levels.at(-1);
      if (above) above.done = parent;
      return true;
    }
    if ((node as Element).localName === 'h1') heading ||= isClosed(node, ended);
    if (isInline(node)) {
      if (!isClosed(node, ended)) return false;
      level.done = node;
      count(node);
      // Most nodes of a page are the white space between its elements.
      if (run.length === 0 && isBlank(node)) return true;
      run.push(node);
      if (endsWithBreaks(run)) flush(level);
      return true;
    }
    if (!isElement(node) || isOurs(node)) {
      level.done = node;
      return true;
    }
    if (isBeside(node) || !isWrapper(node)) {
      // A list whose first entry is still open may turn out to hold more than words.
      if (!isClosed(node, ended)) return false;
      flush(level);
      level.done = node;
      count(node);
      if (!isBeside(node)) offer(level, [node]);
      return true;
    }
    flush(level);
    enter(node);
    return true;
  };

  const count = (node: Node) => {
    chars += isElement(node) ? node.outerHTML.length : (node.nodeValue?.length ?? 0);
  };

  let restarts = 0;
  const restart = (): boolean => {
    levels = [];
    restarts += 1;
    if (!page.body || restarts > MOST_RESTARTS) return false;
    enter(page.body);
    return true;
  };

  return {
    take(ended, budgetMs) {
      const until = performance.now() + budgetMs;
      if (levels.length === 0 && page.body) enter(page.body);
      behind = false;
      for (let steps = 1; step(ended); steps += 1) {
        behind = steps % CLOCK_STEPS === 0 && performance.now() >= until;
        if (behind) break;
      }
      return found.splice(0);
    },
    isBehind: () => behind,
    chars: () => chars,
  };
}

/** Two line breaks one after the other end a paragraph, where a page knows no other. */
function endsWithBreaks(run: Node[]): boolean {
  let breaks = 0;
  for (let at = run.length - 1; at >= 0 && breaks < 2; at -= 1) {
    const node = run[at] as Node;
    if (isElement(node) ? node.localName !== 'br' : node.nodeValue?.trim()) return false;
    if (isElement(node)) breaks += 1;
  }
  return breaks === 2;
}

/** Light's own elements are no part of the page. */
function isOurs(node: Node): boolean {
  return isElement(node) && !isForm(node) && node.localName.startsWith('light-');
}
