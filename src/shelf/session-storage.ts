// The browser's storage in memory, which Light's own pages and its background share.

interface Session {
  get(key: string): Promise<Record<string, unknown>>;
  remove(key: string): Promise<void>;
  onChanged: { addListener(listener: (changes: Record<string, unknown>) => void): void };
}
/** Set by the build. */
declare const FIREFOX: boolean;
declare const browser: { storage: { session: Session } };
declare const chrome: { storage: { session: Session } };

export function session(): Session {
  return (FIREFOX ? browser : chrome).storage.session;
}
