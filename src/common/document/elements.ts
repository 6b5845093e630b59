// Without this, Light's own elements would be made from strings: every text here is text, never HTML.

type Attributes = Record<string, string>;

/** Makes an element with attributes and children; a string child becomes a text node. */
export function toElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
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
    const style = toElement('style', {}, css);
    place.append(style);
    return () => style.remove();
  }
  return () => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
  };
}

/** A host element with an open shadow root, styled by that. */
export function toHost(name: string, css: string): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'open' });
  adoptSheet(root, css, root);
  return { host, root };
}
