// Without this, a page that deletes foreign elements, opens a modal dialog or rewrites itself would throw the view out.
import { adoptSheet } from '../common/element.ts';

/** So often the view is put back; a page that still throws it out keeps the screen. */
const TIMES = 3;

/** Set by the build: Firefox differs from Chromium in when it inserts a style sheet. */
declare const FIREFOX: boolean;

/** How often it is looked whether the user-origin sheet is there, in ms. */
const LOOK_MS = 250;

/**
 * Firefox inserts the view's user-origin sheet only when the document is idle (`scripting.insertCSS` knows no `injectImmediately`):
 * until then the page gets the same rules as a sheet of its own. Important in a layer beats important outside of one.
 */
export function styleBelow(host: HTMLElement): () => void {
  if (!FIREFOX) return () => {};
  const css = globalThis.lightSheets?.page.replace(/(--light-sheet:\s*)user/, '$1own');
  const drop = adoptSheet(document, `@layer light{${css}}`, host);
  const stop = () => {
    clearInterval(timer);
    drop();
  };
  const timer = setInterval(() => {
    if (getComputedStyle(host).getPropertyValue('--light-sheet') === 'user') stop();
  }, LOOK_MS);
  return stop;
}

/** Takes out what bears the names of Light's own elements and is not `own`: left over, cloned, or made by the page. */
export function removeStrays(page: Document, own?: Element): void {
  for (const stray of page.querySelectorAll('light-view, light-prompt')) if (stray !== own) stray.remove();
}

/** Keeps `host` under the document element and its `content` above any modal dialog, until stopped. */
export function shelterView(host: HTMLElement, content: HTMLElement, onLost: () => void): () => void {
  let left = TIMES;
  const putBack = () => {
    // A page that puts a clone of itself in its own place clones the empty host too, which would hide the page for nothing.
    removeStrays(document, host);
    if (host.isConnected && host.parentNode === document.documentElement) return;
    if (!document.documentElement) return;
    if (left === 0) {
      stop();
      return onLost();
    }
    left -= 1;
    document.documentElement.append(host);
    // A whole new document element may have come: it is the one to watch now.
    observe();
  };
  const observer = new MutationObserver(() => {
    putBack();
    riseAboveModals(host, content);
  });
  const observe = () => {
    observer.disconnect();
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
    if (document.body) observer.observe(document.body, { subtree: true, attributeFilter: ['open'] });
  };
  const stop = () => observer.disconnect();
  document.documentElement.append(host);
  observe();
  riseAboveModals(host, content);
  return stop;
}

/** An open modal dialog makes the view inert: only a modal dialog of its own stands above it. */
function riseAboveModals(host: HTMLElement, content: HTMLElement): void {
  const modals = document.querySelectorAll(':modal');
  const ours = content.parentNode instanceof HTMLDialogElement;
  if (modals.length === 0 || ours || !host.shadowRoot) return;
  const dialog = document.createElement('dialog');
  // Whatever closes it (Esc is heard before, a phone's back gesture is not) must not leave an inert page below nothing.
  dialog.addEventListener('close', () => dialog.isConnected && dialog.showModal());
  host.shadowRoot.append(dialog);
  dialog.append(content);
  dialog.showModal();
}

/** Gives a page without a viewport the width of the phone; returns what takes it away again. */
export function fitViewport(): () => void {
  if (document.querySelector('meta[name=viewport]')) return () => {};
  const meta = document.createElement('meta');
  meta.name = 'viewport';
  meta.content = 'width=device-width, initial-scale=1';
  document.documentElement.append(meta);
  return () => meta.remove();
}
