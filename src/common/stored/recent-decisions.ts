// Why the reader was asked about the last slow pages, or was not: types, and where it stands. In memory only, until the browser ends.

/** What was decided about one slow page. */
export interface Decision {
  host: string;
  /** In ms since 1970. */
  at: number;
  why:
    | { kind: 'asked'; sentence: string; name: string }
    | { kind: 'never' }
    | { kind: 'resting' }
    | { kind: 'patience' }
    | { kind: 'unasked' };
}

/** Where they stand in `storage.session`, the latest first. */
export const DECISIONS_KEY = 'decisions';
/** So many are kept: a reader asks about the page that has just been there. */
export const MOST_DECISIONS = 6;
