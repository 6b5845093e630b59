// Saves the text that is on the screen of a light tab, so that it can be shown again where the next load fails.
// In memory only, one text a tab; it goes with the tab, with Light, or with the browser.
import browser from 'webextension-polyfill';
import { type Kept, toKeptKey } from '../../common/stored/saved-text.ts';
import type { TabRecords } from './tab-record.ts';

/** A longer text is not saved, in characters: the longest articles have a tenth of it. */
export const TEXT_CHARS = 1_000_000;

/** All saved texts together, in characters; more are the oldest ones' loss. `storage.session` holds 10 MB, and a character takes up to three bytes. */
export const ALL_TEXTS_CHARS = 3_000_000;

const PREFIX = toKeptKey(0).replace('0', '');

/** Writes the text of a tab, in place of the one before; false where storage is full. */
export async function writeText(tabId: number, kept: Kept): Promise<boolean> {
  try {
    await browser.storage.session.set({ [toKeptKey(tabId)]: kept });
    return true;
  } catch {
    // Expected where storage is full: the text can do without.
    await browser.storage.session.remove(toKeptKey(tabId));
    return false;
  }
}

export async function removeText(tabId: number): Promise<void> {
  await browser.storage.session.remove(toKeptKey(tabId));
}

/** Removes every saved text but those that the records name. */
export async function removeOrphanedTexts(records: TabRecords): Promise<void> {
  const keys = await readTextKeys();
  const orphans = keys.filter((key) => !records[Number(key.slice(PREFIX.length))]?.text);
  if (orphans.length > 0) await browser.storage.session.remove(orphans);
}

export async function removeAllTexts(): Promise<void> {
  await removeOrphanedTexts({});
}

async function readTextKeys(): Promise<string[]> {
  const { session } = browser.storage;
  // Older than Chrome 130 and Firefox 143, browsers give the keys with the texts alone, whatever the types say.
  const { getKeys } = session as Partial<typeof session>;
  const keys = getKeys ? await getKeys.call(session) : Object.keys(await session.get(null));
  return keys.filter((key) => key.startsWith(PREFIX));
}

/** The tabs whose saved texts have to go so that one of so many characters has room, the longest unchanged first. */
export function toCrowdedOut(records: TabRecords, tabId: number, chars: number): number[] {
  const others = Object.entries(records)
    .map(([id, tab]) => ({ id: Number(id), sinceMs: tab.sinceMs, chars: tab.text?.chars ?? 0 }))
    .filter((each) => each.id !== tabId && each.chars > 0)
    .sort((one, other) => one.sinceMs - other.sinceMs);
  let sum = others.reduce((total, each) => total + each.chars, chars);
  const crowded: number[] = [];
  for (const each of others) {
    if (sum <= ALL_TEXTS_CHARS) break;
    crowded.push(each.id);
    sum -= each.chars;
  }
  return crowded;
}
