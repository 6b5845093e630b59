// What the background knows of one tab, and what that means. How each event changes it stands in tab-transitions.ts; rules, registered script,
// toolbar button, saved text and listeners are derived from these records by reconcile.ts.
import type { AllowedPictures } from '../../common/messages.ts';
import type { ToolbarState } from './toolbar-state.ts';

/**
 * `plain`     a tab as any other; its record stands for a pending address or for a word on the toolbar button
 * `switching` the light script has been injected and has neither joined nor given up yet; where its page was still coming, it asks for
 *             nothing beside its HTML from the press on
 * `light`     the session rules hold: the tab asks for nothing but HTML
 * `leaving`   the page is being loaded again without the rules; the text that was on the screen is kept until it is here
 * `passing`   the page itself, with all that it asks for, until what stands before its text has been passed (a check, a log-in):
 *             the first page after that is light again
 */
export type TabMode = 'plain' | 'switching' | 'light' | 'leaving' | 'passing';

/**
 * How the document in the tab came, and whether Light refuses it anything:
 * `own`      as it is in any tab: nothing is refused
 * `held`     it is being switched amid its load: from the press on it asks for nothing but its HTML, as it will when the light script is there
 * `unheard`  the tab is light, and nothing of the document has been heard yet: where its load fails, nothing of it has come
 * `switched` the tab is light, and the document had come as it is in any tab, with its scripts
 * `arrived`  the tab is light, and the document came under the rules, without scripts
 */
export type DocumentState = 'own' | 'held' | 'unheard' | 'switched' | 'arrived';

/** Who made the tab light: the reader by a press, a site that is always light, or a bad connection on which nobody is asked. */
export type LightBy = 'reader' | 'site' | 'link';

/** One document, as the browser names it. Firefox gives no id to some. */
export interface PageId {
  documentId: string | null;
  address: string;
}

/** An address that has been asked for in a tab and has not come yet. */
export interface PendingAddress {
  address: string;
  /** In ms since 1970. */
  sinceMs: number;
}

/** Why the last press did nothing, or what the last address came to. */
export type Notice = 'nothing' | 'forbidden' | 'failed' | 'unreachable' | 'kept' | 'notKept';

export interface TabRecord {
  mode: TabMode;
  /** When the tab came into this mode, in ms since 1970. */
  sinceMs: number;
  isPrivate: boolean;
  /** The document that the tab shows in Light; `null` where it is not here yet. */
  page: PageId | null;
  documentState: DocumentState;
  pending: PendingAddress | null;
  notice: Notice | null;
  /** The pictures of its document that are let through. */
  images: AllowedPictures | null;
  /** The document that may ask for its own address once more. */
  rest: PageId | null;
  /** The document of a site whose service worker may ask for nothing. */
  worker: PageId | null;
  /** The text saved of the tab; it stands in a key of its own. */
  text: { address: string; chars: number } | null;
  /** The site whose scripts the light tab may load. */
  scripts: string | null;
  by: LightBy;
  /** The site that the tab shows as it is, though it is always light: the reader has left Light there. */
  spared: string | null;
  /** Loads past a service worker, in a row. */
  bypass: { address: string; count: number; sinceMs: number } | null;
}

export type TabRecords = Record<number, TabRecord>;

/**
 * After this a silence is told of, in ms: attention is gone after 10 s (Nielsen), and the background, which sleeps after 30 s
 * without an event, is still awake.
 */
export const WAITING_MS = 8000;

/** Whether these are one document, as far as the browser tells. */
export function isSamePage(one: PageId | null, other: PageId | null): boolean {
  if (!one || !other) return false;
  if (one.documentId && other.documentId) return one.documentId === other.documentId;
  return one.address === other.address;
}

/** Whether the reader has been told that the tab waits for an address, or is to be told now. */
export function isWaiting({ pending }: TabRecord, now: number): boolean {
  return pending !== null && now - pending.sinceMs >= WAITING_MS;
}

/**
 * Whether the document that comes into a light tab was asked for before the rules held, so that nothing in it may ask whether its tab is light: the
 * script that does is registered for documents that begin later.
 */
export function isUnasking({ mode, page, pending, sinceMs }: TabRecord): boolean {
  return mode === 'light' && (pending ? pending.sinceMs < sinceMs : page === null);
}

/** What the toolbar button says of a tab. */
export function toToolbarState(tab: TabRecord | null, now: number): ToolbarState {
  if (!tab) return 'off';
  if (isWaiting(tab, now)) return 'waiting';
  return tab.notice ?? (tab.mode === 'light' ? 'on' : 'off');
}
