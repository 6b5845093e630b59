// How the reader wants texts to look, on all sites: types, defaults, a parser for what is stored, and reading and changing it.

/** The choices of each preference, in the order in which they are offered; the first of a kind that has no better default. */
export const COMFORT_CHOICES = {
  /** Of the text, in percent of the browser's own size for it. */
  size: ['80', '90', '100', '115', '130', '150', '180'],
  theme: ['system', 'light', 'sepia', 'dark', 'contrast'],
  width: ['narrow', 'medium', 'wide'],
  font: ['sans', 'serif'],
  spacing: ['medium', 'wide'],
} as const;

export type ComfortName = keyof typeof COMFORT_CHOICES;
export type Comfort = { [K in ComfortName]: (typeof COMFORT_CHOICES)[K][number] };

export const COMFORT_NAMES = Object.keys(COMFORT_CHOICES) as ComfortName[];

/** Where it stands in `storage.local`. */
export const COMFORT_KEY = 'comfort';

const DEFAULTS: Comfort = { size: '100', theme: 'system', font: 'sans', width: 'medium', spacing: 'medium' };

/** What is stored, with the default of whatever is missing or unknown: another version may have written it. */
export function parseComfort(stored: unknown): Comfort {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const sound = COMFORT_NAMES.filter((name) =>
    (COMFORT_CHOICES[name] as readonly unknown[]).includes(given[name]),
  ).map((name) => [name, given[name]]);
  return { ...DEFAULTS, ...Object.fromEntries(sound) };
}

interface Storage {
  storage: {
    local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
    };
  };
}
/** Set by the build. An element of a page may be named `browser`: only one of the two is asked for. */
declare const FIREFOX: boolean;
declare const browser: Storage;
declare const chrome: Storage;

/** The reader's preferences; the defaults where the extension has gone from under the page. */
export async function readComfort(): Promise<Comfort> {
  try {
    const { local } = (FIREFOX ? browser : chrome).storage;
    return parseComfort((await local.get(COMFORT_KEY))[COMFORT_KEY]);
  } catch {
    // Expected where the extension was updated or switched off, or its storage cannot be read.
    return DEFAULTS;
  }
}

/** Stores one preference beside the others. */
export async function changeComfort<K extends ComfortName>(name: K, value: Comfort[K]): Promise<void> {
  const comfort = { ...(await readComfort()), [name]: value };
  // Where it cannot be stored (a full disk, an extension that has gone), it holds until the view goes.
  await (FIREFOX ? browser : chrome).storage.local.set({ [COMFORT_KEY]: comfort }).catch(() => {});
}
