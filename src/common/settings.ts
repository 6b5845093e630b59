// Without this, the key, the type and the default of a setting would stand in several places.
import browser from 'webextension-polyfill';
import type { Refused } from './resting.ts';

/** How long a reader wants to wait before Light asks. */
export const PATIENCES = ['eager', 'normal', 'patient', 'never'] as const;
export type Patience = (typeof PATIENCES)[number];

/** What the reader has decided, kept on this device only. */
export interface Settings {
  patience: Patience;
  /** On a bad connection the text appears without a question. */
  unasked: boolean;
  /** Hosts on which Light never asks. */
  never: string[];
  /** Hosts on which the question was closed lately. */
  refused: Refused[];
}

const DEFAULTS: Settings = { patience: 'normal', unasked: false, never: [], refused: [] };

/** The reader's settings, with the default of each that was never set. */
export async function readSettings(): Promise<Settings> {
  return { ...DEFAULTS, ...(await browser.storage.local.get(Object.keys(DEFAULTS))) };
}

/** Changes the settings one change after another, so that two at once do not lose each other. */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<void> {
  await navigator.locks.request('settings', async () => {
    await browser.storage.local.set(change(await readSettings()));
  });
}
