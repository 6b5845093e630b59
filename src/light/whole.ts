// Without this, a page that is no article would be scraps of one, or nothing: all its text, in order, without ways around it.
import { type Block, findMarked, isHeading, MARK, toLength } from './blocks.ts';

/** Beside what is never part of a text: what is pressed and filled in. */
export const CONTROLS =
  'button, input, select, option, textarea, iframe, object, embed, audio, video, noscript, aside';
/** The page's own word for where its text is. */
const MAIN = 'main, [role=main]';
/** A shorter line that is a link is a menu entry, in characters. */
const ENTRY_CHARS = 40;
/** With more links than this a line is a link. */
const LINKED = 0.6;
/** With less than this share of the page's text, what was found is not what the page is about. */
const LEAST_SHARE = 0.35;
/** With so much running text, what a page calls an article is one, in characters. */
const ARTICLE_CHARS = 400;

/** The part of a body that has the text: what the page says is its main part, else all of it. */
function findMain(body: Element): Element {
  const [main, ...others] = body.querySelectorAll(MAIN);
  return main && others.every((each) => main.contains(each)) ? main : body;
}

/** How much is asked for: all there is, or the main part without menus. */
interface Extent {
  blocks: Block[];
  everything: boolean;
}

/** All the text of a page in order, without menus and controls; its body is marked, and changed. */
export function extractWhole(body: Element, { blocks, everything }: Extent): Element {
  const content = body.ownerDocument.createElement('div');
  const root = everything ? body : findMain(body);
  for (const control of root.querySelectorAll(CONTROLS)) control.remove();
  if (!everything) dropEntries(root, blocks);
  content.append(...root.childNodes);
  return content;
}

function dropEntries(root: Element, blocks: Block[]): void {
  const marked = findMarked(root);
  for (const block of blocks) {
    const element = marked.get(block.at);
    if (element && !element.querySelector(`[${MARK}]`) && isEntry({ ...block, element })) element.remove();
  }
}

function isEntry(block: Block): boolean {
  return !isHeading(block) && block.links >= LINKED && block.length < ENTRY_CHARS && !isNameOfCard(block);
}

/** A line in a link that holds a text below it is the name of what is told of there. */
function isNameOfCard({ element, text }: Block): boolean {
  const all = element.closest('a[href]')?.textContent?.trim() ?? '';
  return all.startsWith(text) && toLength(all) >= text.length + ENTRY_CHARS;
}

/** Whether most of the text of a body's main part was left behind, of a page that may call itself an article; the blocks stand in the body. */
export function isPoor(
  body: Element,
  { blocks, kept, isArticle }: { blocks: Block[]; kept: Map<number, Element>; isArticle: boolean },
): boolean {
  const main = findMain(body);
  let all = 0;
  let held = 0;
  for (const block of blocks) {
    if (block.length < ENTRY_CHARS || (block.links >= LINKED && !isCard(block))) continue;
    if (kept.has(block.at)) held += block.text.length;
    if (kept.has(block.at) || main.contains(block.element)) all += block.text.length;
  }
  if (held >= ARTICLE_CHARS && isArticle) return false;
  return held < all * LEAST_SHARE;
}

/** A paragraph in a link that holds a heading and a text is text, not a link. */
function isCard({ element }: Block): boolean {
  return element.localName === 'p' && element.closest('a[href]') !== null;
}

/** Whether the page says that it is one, in its meta elements or its JSON-LD. */
export function isArticle(page: Document, data: string): boolean {
  const type = page.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  return type === 'article' || ARTICLE_TYPE.test(data);
}

const ARTICLE_TYPE = /"@type"\s*:\s*\[?\s*"(?:\w*Article|BlogPosting|Report)"/;
