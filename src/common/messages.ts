// The messages between a tab and the background. They go one way: a tab asks, the background answers by acting on that tab.

import { whenLater } from './document/when-later.ts';
import type { Shelving } from './shelf/shelved.ts';
import type { Kept } from './stored/saved-text.ts';
import type { Spent } from './stored/spent.ts';

/** Why a load is thought to be in trouble. */
export type Trouble = 'unpainted' | 'textless' | 'stalled';

/**
 * Why the background did not do what it was asked for:
 * `not-here`  the reader is not to be asked on this load
 * `no-access` the reader has taken Light's access to this site back, or never gave it
 * `failed`    the browser did not let it happen: the tab was closed, the document has gone, an extension may not act there
 * `private`   nothing is kept in private windows
 * `full`      the shelf is full of texts that have not been read
 * `disk`      the disk is full
 * `gone`      nobody answered: the extension was updated or switched off under the page
 */
export type Refusal = 'not-here' | 'no-access' | 'failed' | 'private' | 'full' | 'disk' | 'gone';

interface Refused {
  ok: false;
  reason: Refusal;
}

/** What comes of a question. Answers are data: webextension-polyfill resolves at the sender with an object where a listener rejects. */
export type Answer = { ok: true } | Refused;

/** `isLoading`: the browser says that the tab loads something, be it the page that asks or the one to which the reader goes on. */
export type JoinAnswer = { ok: true; isLoading: boolean } | Refused;

export const DONE: Answer = { ok: true };
const GONE: Refused = { ok: false, reason: 'gone' };

export function toRefusal(reason: Refusal): Refused {
  return { ok: false, reason };
}

/** An address that the reader may want to keep, with the words of its link. */
export interface KeepLink {
  address: string;
  title: string;
}

/** What a reader can decide for a site: its pages come as their text, it is never asked about, its scripts are loaded where only these bring the text. */
export type SiteChoice = 'always' | 'never' | 'scripted';

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

/** The pictures of a document that may be asked for. */
export interface AllowedPictures {
  addresses: string[];
  /** Whatever they lead to as well: nobody knows before where a picture has moved. Any picture is let through as long as that is so. */
  areMoved: boolean;
}

/** Every question a tab may ask, with what it says. `null`: the question says it all. */
export interface Asks {
  /**
   * watch: this load is in trouble, is it time to ask the reader? Said again at each look, until a question stands in the page.
   * `not-here` where the reader is not to be asked on this load.
   */
  slow: SlowReport;
  /** prompt: the reader wants Light. */
  switch: null;
  /** prompt: the reader wants Light, here and on every page of this site. */
  always: null;
  /** prompt: not now. */
  refuse: null;
  /** prompt: never ask on this site again. */
  never: null;
  /**
   * light-tab: is this tab a light one? `restored` where the page came back from the back/forward cache, `hasView` where Light's view stands in
   * it, `startedAtMs` when it was fetched, in ms since 1970, `isFirst` where nothing was in its tab before.
   */
  'light-tab': { restored: boolean; hasView: boolean; startedAtMs: number; isFirst: boolean };
  /** light: keep this tab light from here on. `no-access` where Light may not refuse the site's requests. */
  join: null;
  /** light: the tab is as it was again; `reload` where only a new load can give the page back. */
  leave: { reload: boolean };
  /** light: load the tab again, under the light rules. `failed` where it has been loaded past its service worker too often already. */
  load: { bypassWorker: boolean };
  /** light: away to an empty page and back, so that the browser replays what it holds. */
  replay: null;
  /** light: let these pictures of this document through, and none beside them. */
  images: AllowedPictures;
  /**
   * light: let this document ask once more for the address that it was asked for, for the text that is missing; `null`: no longer. It may have
   * another one by now, on the same site (`history.replaceState`).
   */
  text: string | null;
  /**
   * light: refuse whatever the site's service worker asks for by itself, or no longer. What it leaves to the page, and what is answered
   * from the browser's own copy, goes on. The site's other tabs have the same worker: for as short a time as can be.
   */
  worker: boolean;
  /** light: open a link in a new light tab. */
  open: string;
  /** light: the HTML has ended. Resolves when the page has been told whether it broke off. */
  ended: null;
  /** light: so much more has been spent on reading. */
  spent: Spent;
  /** light: the reader leaves off at that block of the text, counted from 1; 0 at its beginning. */
  place: number;
  /** light: open the settings of Light. */
  settings: null;
  /** light: decide that for this site, or take it back. */
  site: { choice: SiteChoice; on: boolean };
  /** light: do not switch without asking any more. */
  'stop-unasked': null;
  /** light: load the tab again with the scripts of its site. */
  scripts: null;
  /** light: load the page itself, with all it asks for; the first page after what stands before its text is light again. */
  pass: null;
  /** light: there is nothing to read on this page: it may load on as it was. */
  nothing: null;
  /** light: what is on the screen, to be shown again if the next load fails. */
  keep: Kept;
  /** light: keep the text of this document, and these pictures with it, which the reader has loaded. */
  shelve: { text: Shelving; pictures: string[] };
  /** shelve-page: the same for a page that its context menu was pressed on; `null`: there is nothing to read. The toolbar button says what came of it. */
  'shelve-page': Shelving | null;
  /** light: open the shelf, with these links to choose from, where there are any. */
  shelf: KeepLink[];
  /** shelf: fetch these, one after another, to be kept; go on with those that are left; or stop. */
  queue: { type: 'add'; links: KeepLink[] } | { type: 'resume' } | { type: 'stop' };
}

/** What comes of each of these questions. */
export type Answers = { [K in keyof Asks]: K extends 'join' ? JoinAnswer : Answer };

export type Question = { [K in keyof Asks]: { ask: K; says: Asks[K] } }[keyof Asks];

type Says<K extends keyof Asks> = [Asks[K]] extends [null] ? [] : [says: Asks[K]];

interface Messenger {
  runtime: { sendMessage<K extends keyof Asks>(message: Question): Promise<Answers[K] | undefined> };
}
/** Set by the build. An element of a page may be named `browser`: only one of the two is asked for. */
declare const FIREFOX: boolean;
declare const browser: Messenger;
declare const chrome: Messenger;

/** Asks the background; resolves when it has acted, or could not. Never rejects. */
export async function ask<K extends keyof Asks>(name: K, ...[says]: Says<K>): Promise<Answers[K]> {
  const question = { ask: name, says: says ?? null } as Question;
  try {
    return (await (FIREFOX ? browser : chrome).runtime.sendMessage<K>(question)) ?? GONE;
  } catch {
    // Expected where the extension was updated or switched off under the page.
    return GONE;
  }
}

/** Pauses before what nobody answered is asked again, in ms: a browser may end the background more than once while it acts. */
const PAUSES_MS = [0, 100, 500];

/** As `ask`, for what may be asked more than once: asks again where nobody answered. The background wakes with each question. */
export function askAgain<K extends keyof Asks>(name: K, ...says: Says<K>): Promise<Answers[K]> {
  return askWhile(() => true, name, ...says);
}

/** As `askAgain`, as long as the answer is wanted. */
export async function askWhile<K extends keyof Asks>(
  isWanted: () => boolean,
  name: K,
  ...says: Says<K>
): Promise<Answers[K]> {
  let answer = await ask(name, ...says);
  for (const pauseMs of PAUSES_MS) {
    if (answer.ok || answer.reason !== 'gone') break;
    await whenLater(pauseMs);
    if (!isWanted()) break;
    answer = await ask(name, ...says);
  }
  return answer;
}
