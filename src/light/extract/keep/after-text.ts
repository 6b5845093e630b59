// Finds what a page has after its article: what its readers have written, a list of pictures, and further articles of the site.
import { findAll } from '../../../common/document/unclobbered.ts';
import { toSafe } from '../../sanitise/sanitise.ts';
import { toKey } from '../../text/text-similarity.ts';
import { COMMENT_BOX } from '../prepare/prepare-document.ts';

/** Each is safe, and empty where the page has none. */
export interface AfterText {
  comments: DocumentFragment[];
  pictures: DocumentFragment[];
  further: DocumentFragment[];
}

/** A shorter line may stand anywhere in a page, in characters. */
const TELLING_CHARS = 40;
/** The end of the text is looked for among so many of its last blocks. */
const LAST_BLOCKS = 6;
/** A shorter link is a menu entry or a label, in characters: as LONG_CHARS in list/headlines.ts. */
const HEADLINE_CHARS = 25;
const MOST_FURTHER = 6;
const MOST_COMMENTS = 200;
/** One picture is an illustration, not a list. */
const LEAST_PICTURES = 2;
const MOST_PICTURES = 30;

const SURROUNDINGS =
  'nav, footer, form, header, dialog, [role=navigation], [role=contentinfo], [hidden], [aria-hidden=true]';
const NO_WORDS = 'button, form, script, style, noscript, template, svg, input, select, [hidden]';

/** `text` is the article as it is shown. `null` where its end is not found in the page. Changes the page. */
export function extractAfterText(page: Document, text: Element): AfterText | null {
  const end = findEnd(page, text);
  if (!end) return null;
  const isAfter = (element: Element) =>
    Boolean(end.compareDocumentPosition(element) & 4 /* Node.DOCUMENT_POSITION_FOLLOWING */) &&
    !element.closest(SURROUNDINGS);
  const shown = toKey(text.textContent ?? '');
  const isNew = (element: Element) => !shown.includes(toKey(element.textContent ?? ''));
  const box = findAll(page, '[id], [class]').find((each) => COMMENT_BOX.test(toNames(each)) && isAfter(each));
  const isOutside = (element: Element) => isAfter(element) && !box?.contains(element);
  return {
    comments: box ? toComments(box).filter(isNew).slice(0, MOST_COMMENTS).map(toSafePart) : [],
    pictures: toPictures(findAll(page, 'figure').filter(isOutside)),
    further: toFurther(
      findAll(page, 'a[href]').filter((each) => isOutside(each) && isNew(each)) as HTMLAnchorElement[],
    ),
  };
}

const toNames = (element: Element): string =>
  `${element.id} ${element.getAttribute('class') ?? ''}`.replace(/([a-z])([A-Z])/g, '$1-$2');

/** The last element of the page that says what one of the last blocks of the text says. */
function findEnd(page: Document, text: Element): Element | undefined {
  const keys = [...text.children]
    .map((block) => toKey(block.textContent ?? ''))
    .filter((key) => key.length >= TELLING_CHARS)
    .slice(-LAST_BLOCKS);
  return findAll(page, 'p, li, blockquote, h2, h3, td, div, section').findLast(
    (each) => each.childElementCount < 20 && keys.includes(toKey(each.textContent ?? '')),
  );
}

/** The boxes that hold what one reader has written each: the innermost ones that are list items, articles or named so. */
function toComments(box: Element): Element[] {
  const items = [...box.querySelectorAll('li, article, [class*=comment]')];
  const found = items.filter((each) => !items.some((other) => other !== each && each.contains(other)));
  const written = found.filter((each) => !each.matches('button, a, form, span, time'));
  for (const part of box.querySelectorAll(NO_WORDS)) part.remove();
  return written.filter((each) => (each.textContent?.trim().length ?? 0) > 1);
}

function toPictures(figures: Element[]): DocumentFragment[] {
  const own = figures.filter(
    (figure) => figure.querySelector('img') && !figure.closest('a[href]') && !figure.querySelector('a[href]'),
  );
  return own.length >= LEAST_PICTURES ? own.slice(0, MOST_PICTURES).map(toSafePart) : [];
}

/** Pages of the same site, each once. */
function toFurther(links: HTMLAnchorElement[]): DocumentFragment[] {
  const { hostname } = new URL(links[0]?.baseURI ?? 'about:blank');
  const seen = new Set<string>();
  const further: DocumentFragment[] = [];
  for (const link of links) {
    const words = (link.querySelector('h2, h3, h4') ?? link).textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const isFurther = link.hostname === hostname && words.length >= HEADLINE_CHARS && !seen.has(link.href);
    if (!isFurther || further.length === MOST_FURTHER) continue;
    seen.add(link.href);
    const plain = Object.assign(link.ownerDocument.createElement('a'), {
      textContent: words,
      href: link.href,
    });
    further.push(toSafePart(plain));
  }
  return further;
}

function toSafePart(element: Element): DocumentFragment {
  return toSafe(element, { base: element.baseURI });
}
