// Without this, a view whose extension was updated or switched off would answer no press and say nothing.

interface Extension {
  runtime?: { id?: string };
}
declare const browser: Extension | undefined;
declare const chrome: Extension | undefined;

/** The extension that made this view is still there. */
export function isAlive(): boolean {
  const extension = typeof browser === 'undefined' ? chrome : browser;
  try {
    return Boolean(extension?.runtime?.id);
  } catch {
    // Firefox throws where the extension's world is gone.
    return false;
  }
}
