// Reads and changes the reader's settings: key, type and default of each in one place, and one parser for what is stored.
import browser from 'webextension-polyfill';
import { parseSite } from '../sites.ts';
import type { Refused } from './snoozed-sites.ts';

/** How long a reader wants to wait before Light asks. */
export const PATIENCES = ['eager', 'normal', 'patient', 'never'] as const;
export type Patience = (typeof PATIENCES)[number];

/** What the reader has decided, kept on this device only. */
export interface Settings {
  patience: Patience;
  /** On a bad connection the text appears without a question. */
  unasked: boolean;
  /** Sites, with their subdomains, on which Light never asks. */
  never: string[];
  /** Sites, with their subdomains, whose pages come as their text. */
  always: string[];
  /** Sites, with their subdomains, of whose pages the scripts are loaded where only these bring the text. */
  scripted: string[];
  /** Hosts on which the question was closed lately. */
  refused: Refused[];
}

type Key = keyof Settings;

/** Nothing of a stored value is sound. */
const UNSOUND = Symbol('unsound');

/** A setting: what it is where it was never set, and what of a stored value is sound. */
interface Setting<T> {
  fallback: T;
  parse(value: unknown): T | typeof UNSOUND;
}

const SETTINGS: { [K in Key]: Setting<Settings[K]> } = {
  patience: {
    fallback: 'normal',
    parse: (value) => PATIENCES.find((patience) => patience === value) ?? UNSOUND,
  },
  unasked: { fallback: false, parse: (value) => (typeof value === 'boolean' ? value : UNSOUND) },
  never: toSiteList(isHost),
  always: toSiteList(isSite),
  scripted: toSiteList(isSite),
  refused: { fallback: [], parse: (value) => (Array.isArray(value) ? value.filter(isRefused) : UNSOUND) },
};

const KEYS = Object.keys(SETTINGS) as Key[];

function toSiteList(isSound: (value: unknown) => value is string): Setting<string[]> {
  return { fallback: [], parse: (value) => (Array.isArray(value) ? value.filter(isSound) : UNSOUND) };
}

function isHost(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Rules are made of these, and one that is no host would be the end of all of them. */
function isSite(value: unknown): value is string {
  return isHost(value) && parseSite(value) === value;
}

function isRefused(value: unknown): value is Refused {
  const { host, times } = (value ?? {}) as Partial<Refused>;
  return isHost(host) && Array.isArray(times) && times.every(Number.isFinite);
}

/** The settings that are stored, what is missing by its default; and the keys of which something unsound was left out. */
export function parseSettings(stored: Record<string, unknown>): { settings: Settings; dropped: Key[] } {
  const dropped: Key[] = [];
  const read = <K extends Key>(key: K): Settings[K] => {
    const { fallback, parse } = SETTINGS[key];
    if (stored[key] === undefined) return fallback;
    const parsed = parse(stored[key]);
    if (JSON.stringify(parsed) !== JSON.stringify(stored[key])) dropped.push(key);
    return parsed === UNSOUND ? fallback : parsed;
  };
  const [patience, unasked] = [read('patience'), read('unasked')];
  const [never, always, scripted] = [read('never'), read('always'), read('scripted')];
  return { settings: { patience, unasked, never, always, scripted, refused: read('refused') }, dropped };
}

/** The reader's settings, with the default of each that was never set, or was written by another version or a broken disk. */
export async function readSettings(): Promise<Settings> {
  return parseSettings(await browser.storage.local.get(KEYS)).settings;
}

/** The settings of which something that is stored cannot be read, and has no effect. */
export async function readDroppedSettings(): Promise<Key[]> {
  return parseSettings(await browser.storage.local.get(KEYS)).dropped;
}

/** Changes the settings one change after another, so that two at once do not lose each other. */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<void> {
  await navigator.locks.request('settings', async () => {
    await browser.storage.local.set(change(await readSettings()));
  });
}
