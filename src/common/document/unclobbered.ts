// Asks a page and its forms by the prototypes: a page may have named a form, or a field of one, like what is asked of it.

/** All below a document or an element that match, in the order of the page. */
export function findAll<Found extends Element = Element>(root: ParentNode, selector: string): Found[] {
  const all =
    Reflect.get(Node.prototype, 'nodeType', root) === Node.DOCUMENT_NODE
      ? Document.prototype.querySelectorAll.call(root, selector)
      : Element.prototype.querySelectorAll.call(root, selector);
  return [...all] as Found[]; // As the selector says.
}

/** Whether anything below a document or an element matches. */
export function hasAny(root: ParentNode, selector: string): boolean {
  return findAll(root, selector).length > 0;
}

/** An attribute of an element; '' where it has none. */
export function readAttribute(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}

/** Whether an element, or one around it, matches. */
export function isWithin(element: Element, selector: string): boolean {
  return Element.prototype.closest.call(element, selector) !== null;
}

/** What a page's addresses are relative to. */
export function readBase(page: Document): string {
  return findAll(page, 'html')[0]?.baseURI ?? '';
}
