// How each event changes what is known of a tab: the state machine of tabs, as pure functions.
import type { AllowedPictures } from '../../common/messages.ts';
import { isOfSite } from '../../common/sites.ts';
import {
  type DocumentState,
  isSamePage,
  type LightBy,
  type Notice,
  type PageId,
  type TabMode,
  type TabRecord,
} from './tab-record.ts';

/** What happens to a tab. `at` is in ms since 1970. */
export type TabEvent =
  | { kind: 'switch'; isHeld: boolean; by?: LightBy | undefined; at: number }
  | { kind: 'abandon' }
  | { kind: 'join'; page: PageId | null; isPrivate: boolean; by?: LightBy; at: number }
  | { kind: 'arrive'; page: PageId; hasArrived: boolean }
  | { kind: 'leave'; reload: boolean; at: number }
  | { kind: 'pass'; isPrivate: boolean; at: number }
  | { kind: 'scripts'; site: string | null }
  | { kind: 'spare'; site: string }
  | { kind: 'notice'; notice: Notice; at: number }
  | { kind: 'navigate'; address: string; at: number }
  | { kind: 'commit'; page: PageId; at: number }
  | { kind: 'fail'; address: string; isStopped: boolean; at: number }
  | { kind: 'images'; images: AllowedPictures }
  | { kind: 'rest'; page: PageId | null }
  | { kind: 'worker'; page: PageId | null }
  | { kind: 'save-text'; address: string; chars: number }
  | { kind: 'drop-text' }
  | { kind: 'bypass'; address: string; at: number }
  | { kind: 'expire'; at: number };

/** An address that has not come for so long has been given up, in ms: browsers end a connection without an answer within 5 minutes. */
export const GIVEN_UP_MS = 5 * 60_000;

/** A light script that has not joined after so long will not: its document has gone, or it found nothing and could not say so, in ms. */
export const SWITCH_MS = 30_000;

/** Nobody takes so long to pass a check, in ms: then the tab is as any other. */
export const PASS_MS = 15 * 60_000;

/** So many loads past a service worker within so long, in ms, and then no more: a worker that claims its pages early would loop. */
export const BYPASSES = 2;
export const BYPASS_MS = 30_000;

const PLAIN: TabRecord = {
  mode: 'plain',
  sinceMs: 0,
  isPrivate: false,
  page: null,
  documentState: 'own',
  pending: null,
  notice: null,
  images: null,
  rest: null,
  worker: null,
  text: null,
  scripts: null,
  by: 'reader',
  spared: null,
  bypass: null,
};

/** What is granted to one document ends with it. */
const NO_GRANTS = { images: null, rest: null, worker: null } as const;

/** The record after the event; `null` where nothing is left to be remembered of the tab. */
export function nextTab(before: TabRecord | null, event: TabEvent): TabRecord | null {
  const tab = before ?? PLAIN;
  const changed = toNext(tab, event);
  const after = { ...changed, documentState: toDocumentState(tab, event, changed.mode) };
  const isKnown = after.mode !== 'plain' || after.pending || after.notice || after.worker || after.spared;
  return isKnown ? after : null;
}

/** The state of the document in the tab after the event; `mode`: that of the tab from now on. */
function toDocumentState(tab: TabRecord, event: TabEvent, mode: TabMode): DocumentState {
  if (mode === 'light') return toLightDocument(tab, event);
  if (mode !== 'switching') return 'own';
  if (tab.mode === 'switching') return tab.documentState;
  return event.kind === 'switch' && event.isHeld ? 'held' : 'own';
}

function toLightDocument({ page, documentState }: TabRecord, event: TabEvent): DocumentState {
  switch (event.kind) {
    case 'join':
      return event.page ? 'switched' : 'unheard';
    case 'arrive':
      return event.hasArrived ? 'arrived' : 'switched';
    case 'commit':
      // The document may have asked for its view before its commit is told.
      return isSamePage(page, event.page) ? documentState : 'unheard';
    default:
      return documentState;
  }
}

function toNext(tab: TabRecord, event: TabEvent): TabRecord {
  switch (event.kind) {
    case 'switch':
      return toSwitching(tab, event);
    case 'abandon':
      return tab.mode === 'switching' ? { ...tab, mode: 'plain' } : tab;
    case 'join':
      return toLight(tab, event);
    case 'arrive':
      return tab.mode === 'light' ? toArrived(tab, event) : tab;
    case 'leave':
      return toLeft(tab, event);
    case 'pass':
      return { ...PLAIN, mode: 'passing', sinceMs: event.at, isPrivate: event.isPrivate };
    case 'scripts':
      return tab.mode === 'light' ? { ...tab, scripts: event.site } : tab;
    case 'spare':
      // Its reader may have turned Light on again.
      return tab.mode === 'light' ? tab : { ...tab, spared: event.site };
    case 'notice':
      return toNoticed(tab, event);
    case 'navigate':
      return { ...tab, ...NO_GRANTS, pending: { address: event.address, sinceMs: event.at } };
    case 'commit':
      return toCommitted(tab, event.page);
    case 'fail':
      return toFailed(tab, event);
    case 'images':
      return tab.mode === 'light' ? { ...tab, images: toAllowed(event.images) } : tab;
    case 'rest':
      return tab.mode === 'light' ? { ...tab, rest: event.page } : tab;
    case 'worker':
      return { ...tab, worker: event.page };
    case 'save-text':
      return tab.mode === 'light' ? { ...tab, text: { address: event.address, chars: event.chars } } : tab;
    case 'drop-text':
      return { ...tab, text: null };
    case 'bypass':
      return { ...tab, bypass: toBypass(tab, event) };
    case 'expire':
      return toExpired(tab, event.at);
  }
}

/**
 * A tab whose check is being passed, or that is light already, stays so. One that is about to be loaded again as it is was left after this was decided:
 * a press that comes later has it join.
 */
function toSwitching(tab: TabRecord, { by = 'reader', at }: TabEvent & { kind: 'switch' }): TabRecord {
  return tab.mode === 'plain' ? { ...tab, mode: 'switching', by, sinceMs: at, notice: null } : tab;
}

function toLight(tab: TabRecord, { page, isPrivate, by, at }: TabEvent & { kind: 'join' }): TabRecord {
  const sinceMs = tab.mode === 'light' ? tab.sinceMs : at;
  const before = tab.mode === 'light' || tab.mode === 'switching' ? tab.by : 'reader';
  const light = { mode: 'light', sinceMs, isPrivate, page, by: by ?? before } as const;
  return { ...tab, ...light, notice: null, spared: null };
}

/** A background that was ended has not heard that another document was asked for. */
function toArrived(tab: TabRecord, { page }: TabEvent & { kind: 'arrive' }): TabRecord {
  const grants = isSamePage(tab.page, page) ? {} : NO_GRANTS;
  // Chromium may tell that a load has failed before its document is heard of.
  const notice = tab.documentState === 'unheard' && tab.notice === 'unreachable' ? null : tab.notice;
  return { ...tab, ...grants, page, notice };
}

function toAllowed(images: AllowedPictures): AllowedPictures | null {
  return images.addresses.length > 0 ? images : null;
}

function toLeft(tab: TabRecord, { reload, at }: TabEvent & { kind: 'leave' }): TabRecord {
  const { isPrivate, text } = tab;
  if (!reload) return { ...PLAIN, isPrivate };
  return { ...PLAIN, mode: 'leaving', sinceMs: at, isPrivate, text };
}

/** There is nothing to read: the page goes on as if it had never been asked. Any other word is said of the tab as it is. */
function toNoticed(tab: TabRecord, { notice, at }: TabEvent & { kind: 'notice' }): TabRecord {
  if (notice === 'nothing') return { ...PLAIN, sinceMs: at, notice, spared: tab.spared };
  const mode = tab.mode === 'switching' ? 'plain' : tab.mode;
  return { ...tab, mode, notice };
}

/** Another document is here: what was granted to the one before, and what was said of it, ends. */
function toCommitted(tab: TabRecord, page: PageId): TabRecord {
  const come = { ...tab, ...NO_GRANTS, pending: null, notice: null };
  if (tab.mode === 'light') return { ...come, page, scripts: toHeld(tab.scripts, page) };
  if (tab.mode === 'passing') return come;
  return { ...PLAIN, isPrivate: tab.isPrivate, spared: toHeld(tab.spared, page) };
}

/** What holds on a site ends where the tab goes to another one. */
function toHeld(site: string | null, { address }: PageId): string | null {
  return site !== null && isOfSite(toHostname(address), site) ? site : null;
}

function toHostname(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}

function toFailed(tab: TabRecord, { address, isStopped }: TabEvent & { kind: 'fail' }): TabRecord {
  if (!isStopped && isUnheard(tab, address)) return { ...tab, notice: 'unreachable' };
  // What ends may be what the present one has replaced.
  if (tab.pending?.address !== address) return tab;
  return { ...tab, pending: null, notice: isStopped ? tab.notice : 'unreachable' };
}

/** Whether the light tab shows a document from that address of which nothing has been heard. Chromium puts no error page in the place of one. */
function isUnheard({ page, documentState, pending }: TabRecord, address: string): boolean {
  return documentState === 'unheard' && !pending && (page === null || page.address === address);
}

function toBypass(tab: TabRecord, { address, at }: TabEvent & { kind: 'bypass' }): TabRecord['bypass'] {
  const isAgain = tab.bypass?.address === address && at - tab.bypass.sinceMs < BYPASS_MS;
  return isAgain && tab.bypass
    ? { ...tab.bypass, count: tab.bypass.count + 1 }
    : { address, count: 1, sinceMs: at };
}

/** What has been waited for too long ends; a background that slept has not seen it end. */
function toExpired(tab: TabRecord, at: number): TabRecord {
  const pending = tab.pending && at - tab.pending.sinceMs < GIVEN_UP_MS ? tab.pending : null;
  const limitMs = { switching: SWITCH_MS, passing: PASS_MS, plain: 0, light: 0, leaving: 0 }[tab.mode];
  if (limitMs === 0 || at - tab.sinceMs < limitMs) return { ...tab, pending };
  return { ...tab, pending, mode: 'plain', worker: null };
}

/** Whether one more load of this address past its service worker would be one too many. */
export function isLooping({ bypass }: TabRecord, address: string, now: number): boolean {
  if (bypass?.address !== address || now - bypass.sinceMs >= BYPASS_MS) return false;
  return bypass.count >= BYPASSES;
}
