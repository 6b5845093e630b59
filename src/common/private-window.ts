// Whether a script of Light's runs in a private window, where nothing is kept.

interface Extension {
  extension?: { inIncognitoContext?: boolean };
}
/** Set by the build. An element of a page may be named `browser`: only one of the two is asked for. */
declare const FIREFOX: boolean;
declare const browser: Extension;
declare const chrome: Extension;

export function isPrivateWindow(): boolean {
  return (FIREFOX ? browser : chrome).extension?.inIncognitoContext ?? false;
}
