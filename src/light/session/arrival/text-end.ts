// Whether a text has its end. Browsers take HTML whose compressed stream was cut for whole, and whole HTML whose connection ended badly for
// cut: what the page itself says of its end decides then, and where it says nothing, that is said.
import { isOwnHost } from '../../../common/document/elements.ts';

/** Running text has so many paragraphs. On all 31 of 43 real pages with such an element, the whole text stood in the first. */
const PARAGRAPHS = 3;
/** So much of the end of the page's text is looked for at the end of the article, in characters. */
const LAST_CHARS = 40;
/** What stands below an article's last paragraph and still belongs to it, in characters. */
const ENDING_CHARS = 400;
const UNSEEN = 'script, style, noscript, template, title';
const BLOCK = 'p, li, td, dd, div, section, article, body';

/** The element that the page says its article is; `null` where it says so of none with running text in it. */
function findArticleElement(page: Document): Element | null {
  const elements = [...page.querySelectorAll('article, main, [role=main]')];
  return elements.find((each) => each.querySelectorAll('p').length >= PARAGRAPHS) ?? null;
}

/** What tag managers append to the body when the HTML has ended, wherever it did. */
const APPENDED = 'img, iframe, link, script[src], style';

function isAppended(node: Node, { body }: Document): boolean {
  return (
    node.parentNode === body && node.nodeType === Node.ELEMENT_NODE && (node as Element).matches(APPENDED)
  );
}

/** Something of the page stands after the element: its own markup has closed it. */
function isFollowed(element: Element, page: Document): boolean {
  for (let each: Node | null = element; each && each !== page.body; each = each.parentNode)
    for (let next = each.nextSibling; next; next = next.nextSibling)
      if (!isBlank(next) && !isOwnHost(next) && !isAppended(next, page)) return true;
  return false;
}

/** Whether a page that ended in order may be cut all the same: it ends in its article, and nothing says that this is the end of the page. */
export function mayBeCut(page: Document, article: string): boolean {
  if (endsAfterBody(page)) return false;
  const element = findArticleElement(page);
  return element ? !isFollowed(element, page) : isTextLast(page, article);
}

/** White space stands last in the body: parsers put there what stands after its end tag, such as the last line's end. */
function endsAfterBody(page: Document): boolean {
  let last = page.body?.lastChild;
  while (last && isAppended(last, page)) last = last.previousSibling;
  return last?.nodeType === Node.TEXT_NODE && isBlank(last);
}

/** Whether a page whose load ended badly, or does not end, is all there: its article is closed, and so is the page. `closed` where that is known. */
export function isWholeAnyway(page: Document, closed: boolean | null): boolean {
  const element = findArticleElement(page);
  return element !== null && isFollowed(element, page) && (closed ?? endsAfterBody(page));
}

/** The last words of the page are the last ones of its article: nothing says that the page went on after it. */
function isTextLast(page: Document, article: string): boolean {
  const last = toLastWords(page).slice(-LAST_CHARS);
  return last !== '' && toLine(article).slice(-ENDING_CHARS).includes(last);
}

function toLastWords(page: Document): string {
  const walker = page.createTreeWalker(page.body ?? page, NodeFilter.SHOW_TEXT);
  for (let node: Node | null = findDeepest(walker); node; node = walker.previousNode()) {
    const words = toLine(node.nodeValue ?? '');
    if (node.nodeType !== Node.TEXT_NODE || !words || node.parentElement?.closest(UNSEEN)) continue;
    return toLine(node.parentElement?.closest(BLOCK)?.textContent ?? words);
  }
  return '';
}

function findDeepest(walker: TreeWalker): Node {
  while (walker.lastChild());
  return walker.currentNode;
}

function isBlank(node: Node): boolean {
  return (
    node.nodeType === Node.COMMENT_NODE ||
    (node.nodeType === Node.TEXT_NODE && !/\S/.test(node.nodeValue ?? ''))
  );
}

function toLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
