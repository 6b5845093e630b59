// Takes text out of boxes in which Readability would throw it away: it judges a box by its size and its links, not a heading nor a paragraph.

const HEADING = 'h2, h3, h4, h5, h6';
const BOX = 'div, span, section, header, hgroup';
/** So many boxes may stand around one heading. */
const DEPTH = 4;
/** What stands beside a heading and is no text: marks that copy a link, pictures of arrows. */
const TEXTLESS = /^[\s#¶§🔗\u200b]*$/u;
/** A footnote that is marked as something beside the text: https://www.w3.org/TR/dpub-aria-1.1/ */
const NOTE = 'aside:is([role=doc-footnote], [role=doc-endnote], [epub\\:type*=note])';
/** With more links than this in it Readability drops a box. */
const LINKED_SHARE = 0.2;
const SENTENCE_END = /[.!?…。！？؟۔।]["”»'’)\]]*$/;

export function shieldText(page: Document): void {
  for (const heading of page.querySelectorAll(HEADING)) {
    unlinkHeading(heading);
    unwrap(heading);
  }
  for (const note of page.querySelectorAll(NOTE)) {
    const box = page.createElement('div');
    box.append(...note.childNodes);
    keepName(note, box);
    note.replaceWith(box);
  }
  for (const box of page.querySelectorAll('div:has(> p a)'))
    if (isBoxOfSentences(box)) box.replaceWith(...box.childNodes);
}

/** A link from a heading to a place is one to itself: the words are text. */
function unlinkHeading(heading: Element): void {
  const around = heading.closest('a');
  const links = [...(around ? [around] : []), ...heading.querySelectorAll('a')];
  for (const link of links) {
    if (
      !/#./.test(link.getAttribute('href') ?? '') ||
      link.textContent?.trim() !== heading.textContent?.trim()
    )
      continue;
    keepName(link, heading);
    link.replaceWith(...link.childNodes);
  }
}

/** Takes what it stands alone in from around it. */
function unwrap(element: Element): void {
  const text = element.textContent?.trim() ?? '';
  if (!text) return;
  let box = element;
  for (let depth = 0; depth < DEPTH; depth++) {
    const up = box.parentElement;
    if (!up?.matches(BOX) || !isAlone(element, up)) break;
    box = up;
  }
  if (box === element) return;
  keepName(box, element);
  box.replaceWith(element);
}

function isAlone(element: Element, box: Element): boolean {
  const rest = (box.textContent ?? '').replace(element.textContent ?? '', '');
  return TEXTLESS.test(rest) && box.querySelector('img, picture, video, iframe, input, form') === null;
}

/** Links lead to it by the name of the box. */
function keepName(from: Element, to: Element): void {
  if (from.id && !to.id) to.id = from.id;
}

/** Paragraphs and nothing else, each a sentence, one of them with a link in it that would have the box thrown away. */
function isBoxOfSentences(box: Element): boolean {
  const paragraphs = [...box.children];
  const isWhole = (each: Element) =>
    each.localName === 'p' && SENTENCE_END.test(each.textContent?.trim() ?? '');
  return (
    paragraphs.every((each) => isWhole(each) && (!each.querySelector('a') || isPartOfSentence(each))) &&
    paragraphs.some(isSentence)
  );
}

/** A sentence of its own with a link in it, not a link with a label. */
function isSentence(paragraph: Element): boolean {
  const text = paragraph.textContent?.trim() ?? '';
  const linked = [...paragraph.querySelectorAll('a')].reduce(
    (sum, { textContent }) => sum + (textContent?.length ?? 0),
    0,
  );
  const isLinked = linked > text.length * LINKED_SHARE;
  return isLinked && SENTENCE_END.test(text) && isPartOfSentence(paragraph);
}

/** The words outside of the links are more than a label: they go on after the link, or lead up to it without a colon. */
export function isPartOfSentence(element: Element): boolean {
  const copy = element.cloneNode(true) as Element;
  for (const link of copy.querySelectorAll('a')) link.replaceWith('\u0000');
  const [before = '', ...after] = (copy.textContent ?? '').split('\u0000');
  const words = (text: string) => text.match(/\p{L}{2,}/gu)?.length ?? 0;
  const isLabel = /[:：>»›|–—-]\s*$/.test(before);
  // "See the survey of the dam." is a sentence; "More: the survey of the dam" is not.
  const least = SENTENCE_END.test(after.at(-1)?.trim() ?? '') ? 1 : 2;
  return !isLabel && words(before) + words(after.join(' ')) >= least;
}
