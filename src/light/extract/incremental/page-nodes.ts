// Reads nodes of a live page past the names that the page has given to its form fields.
import { isOwnHost } from '../../../common/document/elements.ts';

/** Set by the build: Firefox shows content scripts its elements as they are, whatever the page has named so. */
declare const FIREFOX: boolean;

// As `Node` has them, which is the page's: in Firefox each look at it goes through a wall.
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

// By the prototype: a form is asked for its field of that name first, and the page chooses the names.
const readNode = (name: 'firstChild' | 'nextSibling' | 'parentNode') => {
  if (FIREFOX) return (node: Node) => node[name];
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, name) ?? {};
  return (node: Node): ChildNode | null => get?.call(node) ?? null;
};
export const toFirstChild = readNode('firstChild');
export const toNext = readNode('nextSibling');
export const toParent = readNode('parentNode');

export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT_NODE;
}

export function isText(node: Node): boolean {
  return node.nodeType === TEXT_NODE;
}

/** Firefox asks no form for its fields here, and takes long to say what an element is an instance of. */
export function isForm(node: Node): boolean {
  return FIREFOX ? (node as Element).localName === 'form' : node instanceof HTMLFormElement;
}

/** Light's own elements are no part of the page. */
export function isOurs(node: Node): boolean {
  return isOwnHost(node);
}
