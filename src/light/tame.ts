// Without this, a page could keep its text from being found: by a form field named `parentNode`, or by levels without end.

/** Elements that their form has as properties of its own, by their names and ids. */
const IN_FORM = 'button, fieldset, img, input, object, output, select, textarea';
/** With those that a document has as properties of its own, by their names alone. */
const NAMED = `embed, form, iframe, ${IN_FORM}`;
/** No browser's parser nests deeper; Readability calls itself for each level, and a script can make more than it survives. */
const DEEPEST = `:root${'>*'.repeat(512)}`;

/**
 * Makes a copy of a page one that can be walked: takes away the names that hide what documents and forms have themselves, by which
 * no text is found, and all structure, but not the words, below so many levels.
 */
export function tamePage(page: Document): void {
  for (const element of find(page, NAMED)) {
    dropAttribute(element, 'name');
    if (Element.prototype.matches.call(element, IN_FORM)) dropAttribute(element, 'id');
  }
  for (const element of find(page, DEEPEST)) {
    for (const unread of element.querySelectorAll('script, style, template')) unread.remove();
    element.replaceChildren(element.textContent ?? '');
  }
}

// By the prototypes: what the page and its elements say of themselves is not to be trusted yet.
const find = (page: Document, selector: string): NodeListOf<Element> =>
  Document.prototype.querySelectorAll.call(page, selector);
const dropAttribute = (element: Element, name: string): void =>
  Element.prototype.removeAttribute.call(element, name);
