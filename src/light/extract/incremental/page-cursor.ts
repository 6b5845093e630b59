// Walks through a page that is still growing, each part of it once, and finds the pieces of text in it that are whole.
import { BLOCK_ELEMENTS, BLOCK_INSIDE, INLINE_ELEMENTS } from '../../text/block-elements.ts';
import { CONTROLS } from '../keep/whole-page.ts';
import { BOX, COMMENT_BOX, NEVER } from '../prepare/prepare-document.ts';
import { isElement, isForm, isOurs, isText, toFirstChild, toNext, toParent } from './page-nodes.ts';

/** A piece of text that is whole: one block, or what stands between two line breaks of a page that knows no paragraphs. */
export type Piece = readonly Node[];

/** An element whose children are being gone through. */
export interface Level {
  parent: Element;
  /** The last child that has been gone through. */
  done: Node | null;
  /** Inline children that no block has ended yet. */
  run: Node[];
  /** The outermost element around it whose name speaks against it, `null` where there is none. */
  doubtful: Element | null;
  /** The outermost element around it in which readers write, by its name. */
  comments: Element | null;
}

/** Hears what is found, in the order of the page. */
export interface Finder {
  onPiece(piece: Piece, level: Level): void;
  /** The heading of the page has come. */
  onTitle(): void;
}

/** How far a page has been walked through. */
export interface Cursor extends Finder {
  page: Document;
  /** From the body to where the walk has got to. */
  levels: Level[];
  /** How much of the HTML has been looked at, in characters: an estimate of its bytes. */
  chars: number;
  restarts: number;
}

/** What is never part of the text; the heading of the page stands above the text anyway, and data is nothing to read. */
const BESIDES = `${NEVER}, ${CONTROLS}, script, label, math, h1, head, [role=banner], [role=complementary], [aria-hidden=true], [style*="display:none"], [style*="display: none"]`;
const PROSE_INSIDE = 'p, div, article, section, h2, h3';
/** A page that keeps moving what stands in it is read when it has ended. */
const MOST_RESTARTS = 50;

export function createCursor(page: Document, finder: Finder): Cursor {
  return { ...finder, page, levels: [], chars: 0, restarts: 0 };
}

/**
 * Takes one step through the page; `false` where nothing more can be done before more of it is here. Only what has been closed by something
 * after it is looked at, for it will not change any more. `ended`: nothing more will come.
 */
export function step(cursor: Cursor, ended: boolean): boolean {
  const level = cursor.levels.at(-1);
  if (!level) return cursor.restarts === 0 && begin(cursor);
  if (isMoved(cursor, level)) return restart(cursor);
  const node = level.done ? toNext(level.done) : toFirstChild(level.parent);
  if (!node) return leave(cursor, level, ended);
  if (isElement(node) && node.localName === 'h1' && isClosed(cursor, node, ended)) cursor.onTitle();
  if (isInline(node)) return passInline(cursor, level, node, ended);
  if (!isElement(node) || isOurs(node)) {
    level.done = node;
    return true;
  }
  if (isBeside(node) || !isWrapper(node)) return passBlock(cursor, level, node, ended);
  flush(cursor, level);
  enter(cursor, node);
  return true;
}

function begin(cursor: Cursor): boolean {
  if (cursor.page.body) enter(cursor, cursor.page.body);
  return cursor.levels.length > 0;
}

/** A script of the page has moved what was gone through. */
function isMoved({ levels }: Cursor, { parent, done }: Level): boolean {
  return (levels.length > 1 && !toParent(parent)) || (done !== null && toParent(done) !== parent);
}

/** From the beginning, past what has been taken. */
function restart(cursor: Cursor): boolean {
  cursor.levels = [];
  cursor.restarts += 1;
  return cursor.restarts <= MOST_RESTARTS && begin(cursor);
}

function enter({ levels }: Cursor, parent: Element): void {
  const doubtful = levels.at(-1)?.doubtful ?? (isNamed(parent, BOX) ? parent : null);
  const comments = levels.at(-1)?.comments ?? (isNamed(parent, COMMENT_BOX) ? parent : null);
  levels.push({ parent, done: null, run: [], doubtful, comments });
}

/** All children that are here have been gone through. */
function leave(cursor: Cursor, level: Level, ended: boolean): boolean {
  if (!isClosed(cursor, level.parent, ended) || cursor.levels.length === 1) {
    if (ended) flush(cursor, level);
    return false;
  }
  flush(cursor, level);
  cursor.levels.pop();
  const above = cursor.levels.at(-1);
  if (above) above.done = level.parent;
  return true;
}

function passInline(cursor: Cursor, level: Level, node: Node, ended: boolean): boolean {
  if (!isClosed(cursor, node, ended)) return false;
  level.done = node;
  count(cursor, node);
  // Most nodes of a page are the white space between its elements.
  if (level.run.length === 0 && isBlank(node)) return true;
  level.run.push(node);
  if (endsWithBreaks(level.run)) flush(cursor, level);
  return true;
}

/** A list whose first entry is still open may turn out to hold more than words: it is waited for. */
function passBlock(cursor: Cursor, level: Level, node: Element, ended: boolean): boolean {
  if (!isClosed(cursor, node, ended)) return false;
  flush(cursor, level);
  level.done = node;
  count(cursor, node);
  if (!isBeside(node)) cursor.onPiece([node], level);
  return true;
}

/** The inline nodes so far are one piece. */
function flush(cursor: Cursor, level: Level): void {
  const { run } = level;
  level.run = [];
  if (run.some((node) => node.textContent?.trim() || isElement(node))) cursor.onPiece(run, level);
}

function count(cursor: Cursor, node: Node): void {
  cursor.chars += isElement(node) ? node.outerHTML.length : (node.nodeValue?.length ?? 0);
}

/** Something stands after the node, or after what it stands in. */
function isClosed({ page }: Cursor, node: Node, ended: boolean): boolean {
  if (ended) return true;
  for (let each: Node | null = node; each && each !== page.documentElement; each = toParent(each)) {
    const next = toNext(each);
    if (next && !isOurs(next)) return true;
  }
  return false;
}

function isBlank(node: Node): boolean {
  return isText(node) && !/\S/.test(node.nodeValue ?? '');
}

function isInline(node: Node): boolean {
  if (isText(node)) return true;
  if (!isElement(node) || isForm(node)) return false;
  if (node.localName === 'img' || node.localName === 'picture') return true;
  return INLINE_ELEMENTS.has(node.localName) && !node.querySelector(BLOCK_INSIDE);
}

/** Whole pages stand in one form, whose fields hide what it has itself. */
function isBeside(element: Element): boolean {
  return !isForm(element) && element.matches(BESIDES);
}

/** What is called as if it stood beside the text: names alone do not tell. */
function isNamed(element: Element, like: RegExp): boolean {
  if (isForm(element) || /^(body|main|article)$/.test(element.localName)) return false;
  return like.test(`${element.getAttribute('class') ?? ''} ${element.id}`);
}

/** A list or table that holds more than words: what it holds is gone through one by one. */
function isWrapper(element: Element): boolean {
  if (isForm(element) || !BLOCK_ELEMENTS.has(element.localName)) return true;
  return /^(ul|ol|table|dl)$/.test(element.localName) && element.querySelector(PROSE_INSIDE) !== null;
}

/** Two line breaks one after the other end a paragraph, where a page knows no other. */
function endsWithBreaks(run: Node[]): boolean {
  let breaks = 0;
  for (let at = run.length - 1; at >= 0 && breaks < 2; at -= 1) {
    const node = run[at] as Node; // Within the run.
    if (isElement(node) ? node.localName !== 'br' : node.nodeValue?.trim()) return false;
    if (isElement(node)) breaks += 1;
  }
  return breaks === 2;
}
