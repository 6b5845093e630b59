// Notes in a copy of the page what the page shows and its HTML does not say: shadow roots, and what style sheets hide or break into lines.
import { KEEPS_LINES } from '../extract/embedded/code-lines.ts';
import { UNSEEN } from '../extract/embedded/folded-parts.ts';
import { isAside } from '../extract/embedded/unseen-place.ts';

/** What a style sheet can tell apart from others of its kind; the rest is shown as what it stands in. */
const TOLD_APART = 'body [class], body [id], body [style], body [data-state], body code, body pre';
/** Elements whose layout is not that of text. */
const NO_TEXT =
  'script, style, link, meta, template, noscript, br, svg, svg *, math, math *, source, option, [data-light], [data-light] *';

/** `clone` is a copy of `page`, element for element. `styled`: the page's style sheets are here, as far as they come at all. */
export function noteLiveState(page: Document, clone: Document, styled: boolean): void {
  // By the prototypes: the page chooses the names of its forms.
  const all = (root: Document) => [...Document.prototype.querySelectorAll.call(root, '*')];
  const originals = all(page);
  const places = new Map(originals.map((element, at) => [element, at]));
  const copies = all(clone);
  const toCopy = (element: Element) => copies[places.get(element) ?? -1];
  for (const element of originals)
    if (element.shadowRoot && !element.hasAttribute('data-light'))
      declare(element.shadowRoot, toCopy(element));
  if (styled) noteStyles(page, toCopy);
}

/** A shadow root as HTML declares it: `unpackPage` reads those. */
function declare(root: ShadowRoot, host: Element | undefined): void {
  if (!host) return;
  const template = host.ownerDocument.createElement('template');
  template.setAttribute('shadowrootmode', 'open');
  for (const child of root.childNodes) template.content.append(host.ownerDocument.importNode(child, true));
  const inner = [...root.querySelectorAll('*')];
  const copies = [...template.content.querySelectorAll('*')];
  for (const [at, element] of inner.entries())
    if (element.shadowRoot) declare(element.shadowRoot, copies[at]);
  host.prepend(template);
}

function noteStyles(page: Document, toCopy: (element: Element) => Element | undefined): void {
  // A page that hides all of itself until a script has run hides nothing of its text from anybody.
  const roots = Document.prototype.querySelectorAll.call(page, ':root, :root > body');
  if ([...roots].some(isHidden)) return;
  let hidden: Element | null = null;
  for (const element of Document.prototype.querySelectorAll.call(page, TOLD_APART)) {
    if (hidden?.contains(element) || element.matches(NO_TEXT)) continue;
    const style = getComputedStyle(element);
    const unseen = toUnseen(style);
    if (unseen) hidden = element;
    if (unseen) toCopy(element)?.setAttribute(UNSEEN, unseen);
    else if (keepsLines(element, style)) toCopy(element)?.setAttribute(KEEPS_LINES, '');
  }
}

function isHidden(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
}

/** How it is hidden; '' where it is not. What is only transparent is about to appear. */
function toUnseen(style: CSSStyleDeclaration): 'shut' | 'clipped' | '' {
  if (style.display === 'none' || style.visibility === 'hidden') return 'shut';
  return isAside(style) ? 'clipped' : '';
}

/** Only where there are lines to be kept. */
function keepsLines(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    /^(pre|break-spaces)/.test(style.whiteSpace) &&
    element.localName !== 'pre' &&
    !element.closest('pre, textarea') &&
    holdsLines(element)
  );
}

function holdsLines(element: Element): boolean {
  return (
    [...element.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === 3 && /\S\s*\n\s*\S/.test(nodeValue ?? ''),
    ) ||
    (element.localName === 'code' && /\S\s*\n\s*\S/.test(element.textContent ?? ''))
  );
}
