// Finds what a site asks of its readers within an article: a letter to subscribe to, an appeal, an event; each with its place in the text.
import { findAll, readAttribute } from '../../../common/document/unclobbered.ts';
import { toSafe } from '../../sanitise/sanitise.ts';
import { toKey } from '../../text/text-similarity.ts';

export interface CallToAction {
  /** The block of the text that it follows. */
  after: Element;
  /** Its words without the heading, safe. */
  content: DocumentFragment;
  /** '' where it has none. */
  title: string;
}

/** What sites and their systems call such a box. */
const CALL_BOX =
  /(^|[-_\s])(promos?|promotion|newsletters?|cta|call-?to-?action|appeal|donat(e|ion)s?|subscri(be|ption)|sign-?up|membership)([-_\s]|$)/i;
/** A shorter block may stand anywhere in a page, in characters. */
const TELLING_CHARS = 40;
/** A shorter box is a button, a longer one is text, in characters. */
const LEAST_CHARS = 20;
const MOST_CHARS = 400;
/** A box of more links is a list of other articles. */
const MOST_LINKS = 1;
const MOST_CALLS = 3;
const BLOCKS = 'p, ul, ol, table, pre, blockquote, h2, h3, figure, div, section';
const HEADING = 'h1, h2, h3, h4, h5, h6';
const NO_WORDS =
  'button, form, script, style, noscript, template, svg, input, select, img, picture, video, iframe, [hidden]';
const FOLLOWING = 4; // Node.DOCUMENT_POSITION_FOLLOWING

/** Those that stand between two blocks of the text, which is the article as it is shown. Changes the page. */
export function extractCallsToAction(page: Document, text: Element): CallToAction[] {
  const places = findPlaces(page, text);
  const shown = toKey(text.textContent ?? '');
  const boxes = findAll<HTMLElement>(page, '[class], [id], aside').filter(isCall);
  const calls: CallToAction[] = [];
  for (const box of boxes.filter((each) => !boxes.some((other) => other !== each && other.contains(each)))) {
    const before = places.filter(({ element }) => isBefore(element, box));
    const last = before.at(-1);
    const isWithin = last && before.length < places.length;
    if (!isWithin || shown.includes(toKey(box.textContent ?? '')) || calls.length === MOST_CALLS) continue;
    calls.push({ after: findLastBlock(page, last, box), ...takeApart(box) });
  }
  return calls;
}

/** Short blocks may stand between the last one that is known by its words and the box: they follow it in the page as in the text. */
function findLastBlock(page: Document, { element, block }: BlockPlace, box: Element): Element {
  const between = findAll(page, BLOCKS).filter((each) => isBefore(element, each) && isBefore(each, box));
  const keys = new Set(between.map((each) => toKey(each.textContent ?? '')));
  let last = block;
  for (let next = block.nextElementSibling; next; next = next.nextElementSibling) {
    if (!keys.has(toKey(next.textContent ?? ''))) break;
    last = next;
  }
  return last;
}

function isCall(box: HTMLElement): boolean {
  const names = ['class', 'id', 'data-module'].map((name) => readAttribute(box, name)).join(' ');
  const length = (box.textContent ?? '').replace(/\s+/g, ' ').trim().length;
  const isBox = CALL_BOX.test(names) && length >= LEAST_CHARS && length <= MOST_CHARS;
  return (
    isBox && findAll(box, 'a[href]').length <= MOST_LINKS && findAll(box, 'a[href], button, form').length > 0
  );
}

const isBefore = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & FOLLOWING) > 0 && !one.contains(other);

interface BlockPlace {
  /** As the page has it. */
  element: Element;
  block: Element;
}

/** Where the blocks of the text stand in the page, as far as their words tell. */
function findPlaces(page: Document, text: Element): BlockPlace[] {
  const blocks = new Map([...text.children].map((block) => [toKey(block.textContent ?? ''), block]));
  return findAll(page, BLOCKS).flatMap((element) => {
    const key = element.childElementCount < 20 ? toKey(element.textContent ?? '') : '';
    const block = key.length >= TELLING_CHARS ? blocks.get(key) : undefined;
    return block ? [{ element, block }] : [];
  });
}

function takeApart(box: HTMLElement): Pick<CallToAction, 'content' | 'title'> {
  const [heading] = findAll(box, HEADING);
  const title = (heading?.textContent ?? '').replace(/\s+/g, ' ').trim();
  for (const part of [...findAll(box, NO_WORDS), ...(heading ? [heading] : [])]) part.remove();
  return { title, content: toSafe(box, { base: box.baseURI }) };
}
