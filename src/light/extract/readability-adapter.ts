// Runs Readability, unmodified, with answers of our own where it would do work that the view does anyway.
import Readability from '@mozilla/readability/Readability.js';

/** What Readability 0.6.0 keeps on its instance, where it can be replaced: the library itself stays unmodified, as the stores require. */
interface Inside {
  REGEXPS: Record<string, RegExp>;
  _metadata: { title: string };
  _articleTitle: string;
  _getJSONLD(page: Document): unknown;
  _getArticleMetadata(told: unknown): { title: string };
  _unwrapNoscriptImages(page: Document): void;
  _removeScripts(page: Document): void;
  _prepDocument(): void;
  _grabArticle(body: Body): Element | null;
  _isProbablyVisible(element: Element): boolean;
  _isValidByline(element: Element, names: string): boolean;
  _hasChildBlockElement(element: Element): boolean;
  _hasSingleTagInsideElement(element: Element, tag: string): boolean;
  _isElementWithoutContent(element: Element): boolean;
  _getInnerText(element: Element, isOneLine?: boolean): string;
  _removeNodes(nodes: NodeListOf<Element>, isGone?: (...asked: unknown[]) => boolean): void;
  _removeAndGetNext(node: Element): Element | null;
  _cleanStyles(): void;
  _fixLazyImages(root: Element): void;
}

/** What Readability does with a body. */
type Body = Pick<Element, 'innerHTML' | 'firstChild' | 'appendChild'>;

/** Readability's tokens are `\W+` apart, which leaves none in Persian, Arabic or Russian: the title would stand twice. */
const ANY_WORDS = /[^\p{L}\p{N}]+/gu;
/** Nothing else is invisible to it. */
const SHADED = '[style], [hidden], [aria-hidden]';
/** Nothing else is a byline to it, but what is named so. */
const AUTHOR = '[rel=author], [itemprop*=author]';
/** Its `DIV_TO_P_ELEMS`. */
const BLOCKS = 'blockquote, dl, div, img, ol, p, pre, table, ul';

/**
 * The article as Readability finds it, and its title. Changes the page; `restore` gives the body back what it held, and Readability begins
 * again where it has found too little. What the view drops anyway stays: classes, styles, boxes within boxes, relative addresses.
 */
export function findArticle(page: Document, restore: () => void): { content: Element | null; title: string } {
  const reader = new Readability(page) as unknown as Inside;
  makeQuick(reader);
  const told = reader._getJSONLD(page);
  prepareFor(reader, page);
  reader._metadata = reader._getArticleMetadata(told);
  const { title } = reader._metadata;
  reader._articleTitle = title;
  // It would look for text there too. Addresses are relative to the base.
  const base = page.querySelector('base');
  page.head?.replaceChildren(...(base ? [base] : []));
  const beginAgain = () => {
    restore();
    prepareFor(reader, page);
  };
  const content = page.body && reader._grabArticle(toBody(page.body, beginAgain));
  return { content, title };
}

/** Puts pictures that stand in `noscript` for pages without scripts in the place of those that scripts would load. */
export function unwrapPictures(page: Document): void {
  (new Readability(page) as unknown as Inside)._unwrapNoscriptImages(page);
}

/** Gives pictures the addresses that scripts would give them. */
export function fixPictures(page: Document, content: Element): void {
  // The page itself may have no elements left: Readability takes out its root, too, where that has the name of a box.
  const empty = page.implementation.createHTMLDocument('');
  (new Readability(empty) as unknown as Inside)._fixLazyImages(content);
}

function prepareFor(reader: Inside, page: Document): void {
  reader._unwrapNoscriptImages(page);
  reader._removeScripts(page);
  reader._prepDocument();
}

/** A body that is not written as HTML to be kept, nor read again from it. */
function toBody(body: Element, beginAgain: () => void): Body {
  return {
    get innerHTML() {
      return '';
    },
    set innerHTML(_) {
      beginAgain();
    },
    get firstChild() {
      return body.firstChild;
    },
    appendChild: (node) => body.appendChild(node),
  };
}

/** Answers what is plain at once, and asks Readability for the rest. */
function makeQuick(reader: Inside): void {
  const stock: Inside = Object.getPrototypeOf(reader);
  const quick: Partial<Inside> = {
    REGEXPS: { ...reader.REGEXPS, tokenize: ANY_WORDS },
    _isProbablyVisible: (element) => !element.matches(SHADED) || stock._isProbablyVisible(element),
    // It would read the text of every element first.
    _isValidByline: (element, names) =>
      (reader.REGEXPS.byline?.test(names) || element.matches(AUTHOR)) && stock._isValidByline(element, names),
    _hasChildBlockElement: (element) => element.querySelector(BLOCKS) !== null,
    _hasSingleTagInsideElement: (element, tag) =>
      element.firstElementChild?.tagName === tag && stock._hasSingleTagInsideElement(element, tag),
    _isElementWithoutContent: (element) =>
      !beginsWithText(element) && stock._isElementWithoutContent(element),
    _cleanStyles() {},
  };
  Object.assign(reader, quick, keepTexts(stock));
}

/** Whether there is text where the element begins. */
function beginsWithText(element: Element): boolean {
  for (let node = element.firstChild; node; node = node.firstChild ?? node.nextSibling)
    if (node.nodeType === 3 /* Node.TEXT_NODE */ && node.nodeValue?.trim()) return true;
  return false;
}

/** It asks for the text of a link once for each box around it, and six times for that of a box: it is the same until something goes. */
function keepTexts(stock: Inside): Partial<Inside> {
  const texts = new Map<Element, string>();
  return {
    _getInnerText(element, isOneLine = true) {
      const text = (isOneLine && texts.get(element)) || stock._getInnerText(element, isOneLine);
      if (isOneLine) texts.set(element, text);
      return text;
    },
    _removeNodes(nodes, isGone) {
      stock._removeNodes.call(this, nodes, (...asked) => {
        const isOut = !isGone || isGone.apply(this, asked);
        if (isOut) texts.clear();
        return isOut;
      });
    },
    _removeAndGetNext(node) {
      texts.clear();
      return stock._removeAndGetNext(node);
    },
  };
}
