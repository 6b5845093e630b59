// Gives the page below the view its style in Firefox, until the browser itself has inserted it.
import { adoptSheet } from '../../../common/document/elements.ts';
import { readWorld } from '../../../common/isolated-world.ts';

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
  const css = readWorld().sheets?.page.replace(/(--light-sheet:\s*)user/, '$1own');
  const drop = adoptSheet(document, `@layer light{${css}}`, host);
  const stop = () => {
    clearInterval(timer);
    drop();
  };
  const timer = setInterval(() => {
    // Firefox 140 gives the blanks that stand before `!important` with it.
    if (getComputedStyle(host).getPropertyValue('--light-sheet').trim() === 'user') stop();
  }, LOOK_MS);
  return stop;
}
