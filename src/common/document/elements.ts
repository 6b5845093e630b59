// Makes Light's own elements and the hosts of its shadow roots: every text here is text, never HTML.
import { readWorld } from '../isolated-world.ts';

type Attributes = Record<string, string>;

const HTML = 'http://www.w3.org/1999/xhtml';

/**
 * Makes an element with attributes and children; a string child becomes a text node. By its namespace: in an XML document `createElement`
 * makes no HTML element.
 */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElementNS(HTML, name) as HTMLElementTagNameMap[K]; // One of that namespace is one.
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Set by the build. */
declare const FIREFOX: boolean;

/**
 * Styles a shadow root or a document by a sheet that no CSP of the page can refuse; gives what takes it away again. Where content scripts
 * may not adopt one (Firefox 140: "Accessing from Xray wrapper is not supported"), it stands in a style element in `place`.
 */
export function adoptSheet(root: Document | ShadowRoot, css: string, place: ParentNode): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  try {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch (error) {
    if (!FIREFOX) throw error;
    const style = createElement('style', {}, css);
    place.append(style);
    return () => style.remove();
  }
  return () => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
  };
}

/** What Light's host elements are told apart by, in `data-light`. */
export type HostName = 'view' | 'prompt';

/**
 * A host element with an open shadow root, styled by that. A built-in element: one with a name of its own could be defined by the page as a
 * custom element, whose constructor would run first.
 */
export function createHost(name: HostName, css: string): { host: HTMLElement; root: ShadowRoot } {
  const host = createElement('div', { 'data-light': name });
  const world = readWorld();
  world.hosts ??= new WeakSet();
  world.hosts.add(host);
  const root = host.attachShadow({ mode: 'open' });
  adoptSheet(root, css, root);
  return { host, root };
}

/** Whether an element is a host that Light has made in this document: a page may write the same attributes on its own. */
export function isOwnHost(node: Node): boolean {
  return readWorld().hosts?.has(node) ?? false;
}
