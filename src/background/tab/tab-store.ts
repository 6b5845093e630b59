// Reads and writes the tabs' records in `storage.session`: in memory only, gone with the browser and with Light.
import browser from 'webextension-polyfill';
import { isPrivateTwin } from './private-twin.ts';
import { removeAllTexts } from './saved-text.ts';
import type { TabRecord, TabRecords } from './tab-record.ts';

/** One key for all tabs: to read one or to write one is one step, whatever else is stored. The two backgrounds of Chrome share the storage. */
const KEYS = ['tabs', 'privateTabs'] as const;
const toKey = () => (isPrivateTwin() ? 'privateTabs' : 'tabs');

export async function readRecords(): Promise<TabRecords> {
  const key = toKey();
  return ((await browser.storage.session.get(key))[key] as TabRecords | undefined) ?? {};
}

/** With those of the other background, whose tabs this one does not see. */
export async function readAllRecords(): Promise<TabRecords> {
  const stored = await browser.storage.session.get([...KEYS]);
  return Object.assign({}, ...KEYS.map((key) => stored[key]));
}

export async function readTab(tabId: number): Promise<TabRecord | null> {
  return (await readRecords())[tabId] ?? null;
}

/** Whether the rules hold for the tab. */
export async function isLight(tabId: number): Promise<boolean> {
  return (await readTab(tabId))?.mode === 'light';
}

/** Writes the records. A storage that is full is full of saved texts: they go, and nothing else is lost. */
export async function writeRecords(records: TabRecords): Promise<TabRecords> {
  try {
    await browser.storage.session.set({ [toKey()]: records });
    return records;
  } catch {
    await removeAllTexts();
    const bare = toEntries(records).map(([tabId, tab]) => [tabId, { ...tab, text: null }]);
    const left: TabRecords = Object.fromEntries(bare);
    await browser.storage.session.set({ [toKey()]: left });
    return left;
  }
}

/** Each tab's id with its record. */
export function toEntries(records: TabRecords): [tabId: number, tab: TabRecord][] {
  return Object.entries(records).map(([tabId, tab]) => [Number(tabId), tab]);
}
