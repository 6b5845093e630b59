// Makes a copy of a page safe to walk: no names that hide DOM properties, and a bounded depth.

/** Elements that their form has as properties of its own, by their names and ids: a document those, `embed`, `form` and `iframe` by their names. */
const IN_FORM = 'button, fieldset, img, input, object, output, select, textarea';
/** No browser's parser nests deeper; Readability calls itself for each level, and a script can make more than it survives. */
const DEEPEST = `:root${'>*'.repeat(512)}`;

/**
 * Makes a copy of a page one that can be walked: takes away the names that hide what documents and forms have themselves, by which
 * no text is found, and all structure, but not the words, below so many levels.
 */
export function normaliseDocument(page: Document): void {
  dropNames(page);
  for (const element of find(page, DEEPEST)) {
    for (const unread of element.querySelectorAll('script, style, template')) unread.remove();
    element.replaceChildren(element.textContent ?? '');
  }
}

/** Only the names: of what has come into a page that was made so before. */
export function dropNames(page: Document): void {
  for (const element of find(page, `[name]:is(embed, form, iframe, ${IN_FORM})`))
    dropAttribute(element, 'name');
  for (const element of find(page, `[id]:is(${IN_FORM})`)) dropAttribute(element, 'id');
}

// By the prototypes: what the page and its elements say of themselves is not to be trusted yet.
const find = (page: Document, selector: string): NodeListOf<Element> =>
  Document.prototype.querySelectorAll.call(page, selector);
const dropAttribute = (element: Element, name: string): void =>
  Element.prototype.removeAttribute.call(element, name);

/** XHTML as an HTML document: in any other, Readability knows elements by names in other letters, and finds none. */
export function toHtmlDocument(page: Document): Document {
  if (page.contentType === 'text/html' || page.documentElement?.localName !== 'html') return page;
  const html = new DOMParser().parseFromString('', 'text/html');
  replaceSections(page);
  html.documentElement.replaceWith(html.importNode(page.documentElement, true));
  return html;
}

/** Has the text of CDATA sections as text: whoever looks for text nodes passes them by, and HTML documents have none. */
function replaceSections(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_CDATA_SECTION);
  const sections: CharacterData[] = [];
  while (walker.nextNode()) sections.push(walker.currentNode as CharacterData); // The filter lets nothing else through.
  for (const section of sections) section.replaceWith(page.createTextNode(section.data));
}
