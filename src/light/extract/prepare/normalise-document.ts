// Without this, a page could keep its text from being found: by a form field named `parentNode`, or by levels without end.

/** Elements that their form has as properties of its own, by their names and ids: a document those, `embed`, `form` and `iframe` by their names. */
const IN_FORM = 'button, fieldset, img, input, object, output, select, textarea';
/** No browser's parser nests deeper; Readability calls itself for each level, and a script can make more than it survives. */
const DEEPEST = `:root${'>*'.repeat(512)}`;

/**
 * Makes a copy of a page one that can be walked: takes away the names that hide what documents and forms have themselves, by which
 * no text is found, and all structure, but not the words, below so many levels.
 */
export function tamePage(page: Document): void {
  for (const element of find(page, `[name]:is(embed, form, iframe, ${IN_FORM})`))
    dropAttribute(element, 'name');
  for (const element of find(page, `[id]:is(${IN_FORM})`)) dropAttribute(element, 'id');
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
