// Whether the extension that made a view is still there: an update, or a reader who switches it off, leaves its views behind.

interface Extension {
  runtime?: { id?: string };
}
/** Set by the build. An element of a page may be named `browser`: only one of the two is asked for. */
declare const FIREFOX: boolean;
declare const browser: Extension | undefined;
declare const chrome: Extension | undefined;

/** How often the view looks whether its extension is still there, in ms. */
const ALIVE_MS = 2000;

export function isAlive(): boolean {
  const extension = FIREFOX ? browser : chrome;
  try {
    return Boolean(extension?.runtime?.id);
  } catch {
    // Firefox throws where the extension's world is gone.
    return false;
  }
}

/** Calls back once when the extension has gone, until stopped. */
export function watchAlive(onGone: () => void): () => void {
  const timer = setInterval(() => {
    if (isAlive()) return;
    clearInterval(timer);
    onGone();
  }, ALIVE_MS);
  return () => clearInterval(timer);
}
