// How much the shelf may hold, as the reader has decided, and whether the browser has no room for that.

interface Storage {
  storage: {
    local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
    };
  };
}
/** Set by the build. */
declare const FIREFOX: boolean;
declare const browser: Storage;
declare const chrome: Storage;

/** In MB, of which each is a million bytes; the first that is not the default is for phones that are full. */
export const LIMITS_MB = [5, 20, 50, 100, 200] as const;
const DEFAULT_MB = 20;
const KEY = 'shelfMb';

const local = () => (FIREFOX ? browser : chrome).storage.local;

export async function readLimitMb(): Promise<number> {
  const stored = (await local().get(KEY))[KEY];
  return LIMITS_MB.find((limit) => limit === stored) ?? DEFAULT_MB;
}

export async function readLimitBytes(): Promise<number> {
  return (await readLimitMb()) * 1_000_000;
}

export async function changeLimitMb(limit: number): Promise<void> {
  await local().set({ [KEY]: limit });
}
