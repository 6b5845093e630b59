// Where the links that a page offers to be kept stand for the shelf's page, and what the background tells it of what is on its way.

/** In `storage.session`: the links of the list that the reader has come from. */
export const SHELF_OFFER_KEY = 'shelfOffer';

/** In `storage.session`: changes with everything that happens to the queue. */
export const SHELF_PROGRESS_KEY = 'shelfProgress';

export interface ShelfProgress {
  /** So much of the address on its way has come. */
  bytes: number;
  /** In ms since 1970: each change is one. */
  at: number;
}
