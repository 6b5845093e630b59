// The text of a light tab as it is saved, and where.

/** What was on the screen of a light tab, to be shown again if the next load fails. `html` is safe already, and is made safe again. */
export interface Kept {
  address: string;
  title: string;
  site: string;
  language: string;
  direction: 'ltr' | 'rtl';
  html: string;
  /** It had all come. */
  isWhole: boolean;
}

/** Where the text of a tab stands in `storage.session`: in memory only. */
export function toKeptKey(tabId: number): string {
  return `kept-${tabId}`;
}
