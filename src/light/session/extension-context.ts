// Without this, a view whose extension was updated or switched off would answer no press and say nothing.

interface Extension {
  runtime?: { id?: string };
}
/** Set by the build. An element of a page may be named `browser`: only one of the two is asked for. */
declare const FIREFOX: boolean;
declare const browser: Extension | undefined;
declare const chrome: Extension | undefined;

/** The extension that made this view is still there. */
export function isAlive(): boolean {
  const extension = FIREFOX ? browser : chrome;
  try {
    return Boolean(extension?.runtime?.id);
  } catch {
    // Firefox throws where the extension's world is gone.
    return false;
  }
}
