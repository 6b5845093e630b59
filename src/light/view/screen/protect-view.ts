// Keeps the view in a page that deletes foreign elements, empties or hides them, opens modal dialogs or rewrites itself.
import { isOwnHost } from '../../../common/document/elements.ts';
import type { View } from '../view.ts';
import { stayAboveModals } from './stay-above-modals.ts';

/** So often the view is put right; a page that goes on keeps the screen. */
const TIMES = 3;

/** What hides or disables an element, and Light never sets on the main parts of the view. */
const HARMS = ['style', 'hidden', 'inert'];

/**
 * Takes out from under the document element what bears the marks of Light's hosts and is none: left over from an extension that was updated,
 * cloned or made by the page. There alone the style sheet looks for them, and no parser puts text of the page there.
 */
export function removeStrays(page: Document): void {
  for (const child of [...(page.documentElement?.children ?? [])])
    if (child.hasAttribute('data-light') && !isOwnHost(child)) child.remove();
}

/** Keeps the view under the document element, with its text in it, above any modal dialog, until stopped. */
export function protectView(view: View, onLost: () => void): () => void {
  const { host, main, body } = view;
  let left = TIMES;
  let blocks = [...body.children];
  const look = () => {
    // A page that puts a clone of itself in its own place clones the empty host too, which would hide the page for nothing.
    removeStrays(document);
    if (!document.documentElement) return;
    if (isHarmed(view, blocks)) {
      if (left === 0) return lose();
      left -= 1;
      mend(view, blocks);
      // A whole new document element may have come: it is the one to watch now.
      observeHarms(observer, view);
    }
    if (body.children.length > 0) blocks = [...body.children];
  };
  const observer = new MutationObserver(look);
  const stop = () => {
    observer.disconnect();
    stopLifting();
  };
  const lose = () => {
    stop();
    onLost();
  };
  document.documentElement.append(host);
  observeHarms(observer, view);
  const stopLifting = stayAboveModals(toRoot(view), main);
  return stop;
}

function observeHarms(observer: MutationObserver, view: View): void {
  const { host, main, article, body } = view;
  observer.disconnect();
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  observer.observe(host, { attributeFilter: ['data-light', 'inert'] });
  observer.observe(toRoot(view), { childList: true });
  for (const part of [main, article, body])
    observer.observe(part, { childList: true, attributeFilter: HARMS });
}

function toRoot({ host }: View): ShadowRoot {
  return host.shadowRoot as ShadowRoot; // Made with the view.
}

/** The page has thrown the view out, or emptied, hidden or disabled what it consists of. `blocks` stood in it before. */
function isHarmed({ host, main, article, body }: View, blocks: Element[]): boolean {
  const isPlaced =
    host.parentNode === document.documentElement && host.dataset.light === 'view' && !host.inert;
  const isBuilt = host.shadowRoot?.contains(main) && main.contains(article) && article.contains(body);
  const isHidden = [main, article, body].some((part) => HARMS.some((name) => part.hasAttribute(name)));
  return !isPlaced || !isBuilt || isHidden || (blocks.length > 0 && body.children.length === 0);
}

function mend({ host, main, article, body }: View, blocks: Element[]): void {
  host.dataset.light = 'view';
  host.inert = false;
  for (const part of [main, article, body]) for (const name of HARMS) part.removeAttribute(name);
  if (body.children.length === 0) body.append(...blocks);
  if (!article.contains(body)) article.append(body);
  if (!main.contains(article)) main.prepend(article);
  if (!host.shadowRoot?.contains(main))
    (host.shadowRoot?.querySelector('dialog') ?? host.shadowRoot)?.append(main);
  if (host.parentNode !== document.documentElement) document.documentElement.append(host);
}
