// Without this, the page that shows a kept text again would look for it in the wrong place.

/** What was on the screen of a light tab, to be shown again if the next load fails. `html` is safe already, and is made safe again. */
export interface Kept {
  address: string;
  title: string;
  site: string;
  language: string;
  direction: 'ltr' | 'rtl';
  html: string;
}

/** Where the text of a tab stands in `storage.session`: in memory only. */
export function toKeptKey(tabId: number): string {
  return `kept-${tabId}`;
}
