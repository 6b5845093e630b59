// The one record that Light's scripts in a document share: what the background tells them, and what they tell each other.
import type { Command } from './injection-command.ts';
import type { SiteChoice } from './messages.ts';
import type { Reason } from './prompt-reason.ts';

/** The style sheets of the view as text: a content script could read the files only if every page could. */
export interface Sheets {
  view: string;
  page: string;
}

/**
 * What the question is told from outside: the page can be read (`readable`), its load is over (`over`), or the view opens in its place
 * (`view-opened`).
 */
export type LoadEvent = 'readable' | 'over' | 'view-opened';

/** What holds for a light tab and the site in it, as its view is told. */
export interface TabFacts extends Record<SiteChoice, boolean> {
  /** Why the tab is light. */
  by: 'reader' | 'site' | 'link';
  /** It is so for a bad link, and the reader still wants not to be asked on one. */
  isUnasked: boolean;
  /** The page has come with its scripts. */
  hasScripts: boolean;
  /** The site's own light edition of this page, as the table knows it: an address, or ''. */
  edition: string;
  /** The block of the text at which its reader has left off, counted from 1; 0 where that is not known. */
  place: number;
}

/** Stands in the isolated world of content scripts, which no script of the page reaches. Empty at first. */
export interface LightWorld {
  /** Why the light script is injected. None where a page arrives in a light tab; `done` where the script has carried out what was told last. */
  command?: Command | 'done';
  sheets?: Sheets;
  /** The address that the document was asked for, before any script of the page could change it. */
  documentAddress?: string;
  /** Why the reader is asked. */
  reason?: Reason;
  /** The address whose load has broken off, as the background has heard; `onBroken` is called when it has. */
  brokenAddress?: string;
  onBroken?: (address: string) => void;
  /** What holds for the tab and its site; `onFacts` is called when it is told. */
  facts?: TabFacts;
  onFacts?: (facts: TabFacts) => void;
  /** There while a view, or Light's word in the corner, stands in the page: that is closed by a press, and a light tab is left with it. */
  view?: { leave(): void; isThere(): boolean; isWord?: true; shelve?(): void } | undefined;
  /** There while the page has been given back as it was; resolves when the background knows of it. */
  left?: Promise<unknown> | undefined;
  /** There from the injection of the question on, so that the reader is asked once a load. */
  question?: { tell(event: LoadEvent): void };
  /** Light's own host elements in this document: known by reference, for a page can write any attribute. */
  hosts?: WeakSet<Node>;
  /** The document asks by itself whether its tab is light. */
  isTabWatched?: boolean;
  /** Called at each press and key before the page hears of it: see first-events.ts. */
  listeners?: Set<(event: Event) => void>;
}

declare global {
  var lightWorld: LightWorld | undefined;
}

/** The record. An element of the page may have its name as its id, which Chromium shows as a global: only an own property is Light's. */
export function readWorld(): LightWorld {
  if (!Object.hasOwn(globalThis, 'lightWorld')) globalThis.lightWorld = {};
  return globalThis.lightWorld as LightWorld; // It has just been made, if it was not there.
}

/**
 * Adds to the record of a document, and calls back whoever waits for that; gives how far the document has come. The background has it run in the
 * document (`executeScript`), so that it uses nothing from outside.
 */
export function tellWorld(told: LightWorld): string {
  if (!Object.hasOwn(globalThis, 'lightWorld')) globalThis.lightWorld = {};
  const world = Object.assign(globalThis.lightWorld as LightWorld, told);
  if (told.brokenAddress) world.onBroken?.(told.brokenAddress);
  if (told.facts) world.onFacts?.(told.facts);
  // On its own pages Firefox runs nothing and says nothing. A page may have named a form so.
  return String(document.readyState);
}
