// Listens to events only while they are needed, so that nobody else's tabs wake the background.

/** Set by the build. */
declare const FIREFOX: boolean;

/** Listeners that come and go together. */
export interface LazyListeners {
  name: string;
  add(): void;
  remove(): void;
}

/**
 * Adds the listeners at once, so that the event that has woken the background is not lost.
 *
 * Firefox wakes the background for what it listened to while it started, also where it has stopped listening since (bug 1899767), and not for
 * what it began to listen to later. There it listens at its start only to what it needed when it ran last: `localStorage` is the one memory that
 * answers in time. What is needed for the first time is heard until the background sleeps, and again from its next start on.
 */
export function listenOnStart({ name, add }: LazyListeners): void {
  if (!FIREFOX || localStorage.getItem(name)) add();
}

/** Adds the listeners or removes them, as they are needed now. */
export function listenAsNeeded({ name, add, remove }: LazyListeners, isNeeded: boolean): void {
  if (FIREFOX && isNeeded) localStorage.setItem(name, 'needed');
  if (FIREFOX && !isNeeded) localStorage.removeItem(name);
  if (isNeeded) add();
  else remove();
}
