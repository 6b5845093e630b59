// Without this, a tab could ask the background for something that nobody answers. Messages go one way:
// a tab asks, the background answers by acting on that tab.

import type { Kept } from './kept.ts';

/** Why a load is thought to be in trouble. */
export type Trouble = 'unpainted' | 'textless' | 'stalled';

/** What the background says where the reader is not to be asked on this load, as the message of an error. */
export const NOT_HERE = 'not here';

/** A load in trouble, as its watcher sees it. */
export interface SlowReport {
  trouble: Trouble;
  /** Time since the navigation began in which the page was active, visible and answering, in ms. */
  activeMs: number;
  /** From the navigation's begin to the first byte of the document, in ms. */
  firstByteMs: number;
  /** Of the files that have come whole over the network, in bytes. What other hosts sent counts only where they allow it. */
  bytes: number;
  /** Time without anything new, in ms. */
  quietMs: number;
  /** The host of a script or style sheet that the browser waits for; '' where there is none. */
  waitsFor: string;
}

/** Every question a tab may ask, with what it says. `null`: the question says it all. */
export interface Asks {
  /**
   * watch: this load is in trouble, is it time to ask the reader? Said again at each look, until a question stands in the page.
   * Rejects with `NOT_HERE` where the reader is not to be asked on this load.
   */
  slow: SlowReport;
  /** prompt: the reader wants Light. */
  switch: null;
  /** prompt: not now. */
  refuse: null;
  /** prompt: never ask on this site again. */
  never: null;
  /** lit: is this tab a light one? `restored` where the page came back from the back/forward cache. */
  lit: { restored: boolean };
  /** light: keep this tab light from here on. Rejects where Light has no access to the site. */
  join: null;
  /** light: the tab is as it was again; `reload` where only a new load can give the page back. */
  leave: { reload: boolean };
  /** light: load the tab again, under the light rules. */
  load: { bypassWorker: boolean };
  /** light: away to an empty page and back, so that the browser replays what it holds. */
  replay: null;
  /** light: let this tab's images through, or no longer. */
  images: boolean;
  /** light: let this tab ask for its own address once more, for the text that is missing, or no longer. */
  text: boolean;
  /** light: open a link in a new light tab. */
  open: string;
  /** light: the HTML has ended. Resolves when the page has been told whether it broke off. */
  ended: null;
  /** light: there is nothing to read on this page: it may load on as it was. */
  nothing: null;
  /** light: what is on the screen, to be shown again if the next load fails. */
  keep: Kept;
}

export type Question = { [K in keyof Asks]: { ask: K; says: Asks[K] } }[keyof Asks];

type Says<K extends keyof Asks> = Asks[K] extends null ? [] : [says: Asks[K]];

interface Messenger {
  runtime: { sendMessage(message: Question): Promise<unknown> };
}
/** Set by the build. An element of a page may be named `browser`: only one of the two is asked for. */
declare const FIREFOX: boolean;
declare const browser: Messenger;
declare const chrome: Messenger;

/**
 * Asks the background; resolves when it has acted.
 * @throws where the background could not act, or the extension was updated or switched off under the page.
 */
export async function ask<K extends keyof Asks>(name: K, ...says: Says<K>): Promise<void> {
  const messenger = FIREFOX ? browser : chrome;
  await messenger.runtime.sendMessage({ ask: name, says: says[0] ?? null } as Question);
}
