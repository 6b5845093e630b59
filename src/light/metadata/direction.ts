// Tells the writing direction of a text by its letters, and isolates blocks that run the other way than those around them.
import type { PageForm } from '../extract/list/page-form.ts';

// The strong right-to-left scripts in use on the web.
const RTL_LETTERS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const LETTERS = /\p{L}/gu;
const CODE = 'pre, code, kbd, samp';
/** What is aligned by its own direction as a whole. */
const LISTS = 'ul, ol, dl, blockquote';
/** What keeps its side, its marker or its column: only the order of its words is its own. */
const LABELS = 'h1, h2, h3, h4, h5, h6, li, dt, dd, th, td, caption, figcaption';
/** So many characters tell a text's direction; more only cost time. */
const SAMPLE_CHARS = 5000;

/** How often something is found for each letter of the text; 0 where it has no letters. */
export function toShare(text: string, what: RegExp): number {
  const sample = text.slice(0, SAMPLE_CHARS);
  const found = sample.match(what)?.length ?? 0;
  // Most often there is nothing, and the letters need not be counted.
  const letters = found && (sample.match(LETTERS)?.length ?? 0);
  return letters && found / letters;
}

/** The share of right-to-left letters among all letters of the text, 0 to 1; 0 where it has no letters. */
export function toRtlShare(text: string): number {
  return toShare(text, RTL_LETTERS);
}

/**
 * The direction a text is read in. What the page says counts where its letters do not speak against it: a Persian text on a
 * page that says nothing is right-to-left, and so is one with many foreign names on a page that says so.
 */
export function toDirection(text: string, pageDirection: string): 'ltr' | 'rtl' {
  const share = toRtlShare(text);
  return share > 0.5 || (pageDirection === 'rtl' && share > 0.2) ? 'rtl' : 'ltr';
}

/** The beginning of a text by which its language and direction are told: without code, which is left to right in any language. */
export function toProse(body: DocumentFragment): string {
  const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  let prose = '';
  while (prose.length < SAMPLE_CHARS && texts.nextNode()) {
    const { parentElement, nodeValue } = texts.currentNode;
    if (!parentElement?.closest(CODE)) prose += `${nodeValue} `;
  }
  return prose;
}

/**
 * Isolates each block whose letters run otherwise than those around it: a Persian quotation in an English article, and the other way
 * round. By all of its letters, for a Persian sentence may begin with a foreign name, and `dir=auto` looks no further. Of `links`, an entry stands
 * as a whole on the side of its headline.
 */
export function isolateBlocks(
  body: DocumentFragment,
  direction: 'ltr' | 'rtl',
  form: PageForm = 'article',
): void {
  const isPlain = direction === 'ltr' && (body.textContent ?? '').search(RTL_LETTERS) < 0;
  if (isPlain && !body.querySelector('[dir]')) return;
  for (const each of body.querySelectorAll('[dir=auto]:not(bdi)')) each.removeAttribute('dir');
  for (const block of body.querySelectorAll(`p, ${LISTS}, ${LABELS}`)) {
    const parent = block.parentElement;
    const around = parent?.closest('[dir]')?.getAttribute('dir') ?? direction;
    const headline = form === 'links' && block.matches('li') && block.querySelector(':scope > a');
    if (headline) {
      setOwn(block, toOwn(headline, around), around);
      continue;
    }
    // Of lists within lists, the outermost is looked at as a whole; what has paragraphs or lists in it is not looked at itself.
    const isNested = block.matches(LISTS) && parent?.closest(LISTS);
    if (isNested || (block.matches(LABELS) && block.querySelector(`p, ${LISTS}`))) continue;
    isolate(block, around);
  }
}

function isolate(block: Element, around: string): void {
  // Of numbers alone, the page knows more than we do.
  if (!/\p{L}/u.test(block.textContent ?? '')) return;
  const own = toOwn(block, block.getAttribute('dir') ?? around);
  if (!block.matches(LABELS)) return setOwn(block, own, around);
  block.removeAttribute('dir');
  if (own === around) return;
  const inner = block.ownerDocument.createElement('bdi');
  inner.dir = own;
  inner.append(...block.childNodes);
  block.append(inner);
}

const toOwn = (block: Element, said: string) => toDirection(block.textContent ?? '', said);

function setOwn(block: Element, own: string, around: string): void {
  if (own === around) block.removeAttribute('dir');
  else block.setAttribute('dir', own);
}
