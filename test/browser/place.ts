// Finds elements, also in closed shadow roots, and says where on the screen they are. The functions run inside a page and
// name nothing outside themselves but what `lookThrough` gives them.

/** What reads the shadow root of an element by the browser's own means, open or closed. */
declare const shadowRootOf: (element: Element) => ShadowRoot | null;

/** Wraps the source of one of these functions for an extension's script, or the browser's own: only those may look into closed roots. */
export function lookThrough(source: string): string {
  return `(...args) => {
    const __name = (fn) => fn;
    const shadowRootOf = (element) =>
      globalThis.chrome?.dom?.openOrClosedShadowRoot && element instanceof HTMLElement
        ? chrome.dom.openOrClosedShadowRoot(element)
        : (element.openOrClosedShadowRoot ?? element.shadowRoot);
    return (${source})(...args);
  }`;
}

export type Place =
  | { found: false; why: string }
  | { found: true; x: number; y: number; text: string; coveredBy: string | null };

/** Finds the element, scrolls it into view if it is outside, and says whether a press at its centre would reach it. */
export function findPlace(selectors: string[]): Place {
  let root: Document | ShadowRoot | null = document;
  let element: Element | null = null;
  for (const selector of selectors) {
    if (!root) return { found: false, why: `no shadow root before ${selector}` };
    element = root.querySelector(selector);
    if (!element) return { found: false, why: `no ${selector}` };
    root = shadowRootOf(element);
  }
  if (!element) return { found: false, why: 'no selector given' };

  /** What decides whether a press can meet an element, for the error's words. */
  const toHittable = (of: Element) => {
    const { pointerEvents, visibility } = getComputedStyle(of);
    const modals = document.querySelectorAll(':modal').length;
    return `pointer-events ${pointerEvents}, visibility ${visibility}, ${modals} modal dialogs, at ${JSON.stringify(of.getBoundingClientRect())} of ${innerWidth} x ${innerHeight}, scrolled ${scrollX} ${scrollY}, ${document.readyState}, ${location.href}`;
  };
  const centre = (of: Element) => {
    const box = [...of.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0);
    return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
  };
  const isInside = (point: { x: number; y: number }) =>
    point.x >= 0 && point.y >= 0 && point.x < innerWidth && point.y < innerHeight;

  let point = centre(element);
  if (point && !isInside(point)) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    point = centre(element);
  }
  const text = element instanceof HTMLElement ? element.innerText : (element.textContent ?? '');
  if (!point) return { found: false, why: `${selectors.at(-1)} has no box` };
  if (!isInside(point)) return { found: false, why: `${selectors.at(-1)} cannot be scrolled into view` };

  let hit: Element | null = document.elementFromPoint(point.x, point.y);
  // Not into the element itself: a field has boxes of the browser's own inside.
  for (let inner = hit && shadowRootOf(hit); hit && hit !== element && inner; inner = shadowRootOf(hit)) {
    const deeper: Element | null = inner.elementFromPoint(point.x, point.y);
    if (!deeper || deeper === hit) break;
    hit = deeper;
  }
  let reached: Node | null = hit;
  while (reached && reached !== element) {
    reached = reached instanceof ShadowRoot ? reached.host : (reached.parentNode as Node | null);
  }
  return {
    found: true,
    ...point,
    text,
    coveredBy: reached ? null : `<${hit?.tagName.toLowerCase() ?? 'nothing'}>, ${toHittable(element)}`,
  };
}

/** Whether the element is there. */
export function isThere(selectors: string[]): boolean {
  let root: Document | ShadowRoot | null = document;
  let element: Element | null = null;
  for (const selector of selectors) {
    element = root?.querySelector(selector) ?? null;
    root = element && shadowRootOf(element);
  }
  return element !== null;
}

/** The element's rendered text without scrolling to it; `null` if it is not there. */
export function readText(selectors: string[]): string | null {
  let root: Document | ShadowRoot | null = document;
  let element: Element | null = null;
  for (const selector of selectors) {
    element = root?.querySelector(selector) ?? null;
    root = element && shadowRootOf(element);
  }
  if (!element) return null;
  return element instanceof HTMLElement ? element.innerText : (element.textContent ?? '');
}

/** The address that the link leads to; `null` if it is none. */
export function readLink(selectors: string[]): string | null {
  let root: Document | ShadowRoot | null = document;
  let element: Element | null = null;
  for (const selector of selectors) {
    element = root?.querySelector(selector) ?? null;
    root = element && shadowRootOf(element);
  }
  return element instanceof HTMLAnchorElement ? element.href : null;
}

/** Whether the browser draws this document at all; Chromium does not while a script or style in its head hangs. */
export function isDrawn(): Promise<boolean> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve(true));
    setTimeout(resolve, 1000, false);
  });
}
