// Without this, the background would sleep through events that it needs, or be woken by those that it does not.

/** Set by the build. */
declare const FIREFOX: boolean;

/** Events that are heard only while they are needed, so that nobody else's tabs wake the background. */
export interface Ear {
  name: string;
  hear(): void;
  stop(): void;
  isNeeded(): Promise<boolean>;
}

/**
 * Hears the events at once, so that the one that has woken the background is not lost, and stops where they are not needed.
 *
 * Firefox wakes the background for what it heard while it started, also where it has stopped hearing since (bug 1899767), and not for
 * what it began to hear later. There it hears at its start only what it needed when it ran last: `localStorage` is the one memory that
 * answers in time. What is needed for the first time is heard until the background sleeps, and again from its next start on.
 */
export function hearOnWaking(ear: Ear): void {
  if (!FIREFOX || localStorage.getItem(ear.name)) ear.hear();
  hearAsNeeded(ear);
}

/** Begins or stops hearing the events, as they are needed now. */
export async function hearAsNeeded(ear: Ear): Promise<void> {
  const needed = await ear.isNeeded();
  if (FIREFOX && needed) localStorage.setItem(ear.name, 'heard');
  if (FIREFOX && !needed) localStorage.removeItem(ear.name);
  if (needed) ear.hear();
  else ear.stop();
}
