// Without this, the light script could not tell a press of the toolbar button from the arrival of the next light page.

/**
 * Why the light script was injected: `show` the view (nothing happens where it stands already), show it as the page of a light
 * load (`arrive`), `turn` it on or off, or `leave` Light, also where no view stands.
 */
export type Wish = 'show' | 'arrive' | 'turn' | 'leave';

/** The style sheets of the view as text: a content script could read the files only if every page could. */
export interface Sheets {
  view: string;
  page: string;
}

declare global {
  /** Set in Light's own world just before the light script is injected. */
  var lightSheets: Sheets | undefined;
  /** Set in Light's own world just before the light script is injected. */
  var lightWish: Wish | undefined;
  /** The address whose load broke off, in Light's own world; `lightBroken` is called when it does. */
  var lightBrokenAt: string | undefined;
  var lightBroken: ((address: string) => void) | undefined;
}
