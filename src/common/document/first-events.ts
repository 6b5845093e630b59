// Hears presses before the page can stop them: the watcher registers at the window, in capture, before the page's head has run.
import { type LightWorld, readWorld } from '../isolated-world.ts';

/** What answers the question or works the view. Not `wheel` nor `touchmove`: a listener for those may hold scrolling up. */
const PRESSES = ['click', 'auxclick', 'keydown', 'keypress', 'keyup'];

/** Registers for all of Light in this page; once, as early as can be. */
export function hearFirst(world: LightWorld): void {
  const listeners = new Set<(event: Event) => void>();
  world.listeners = listeners;
  const hear = (event: Event) => {
    for (const listener of listeners) listener(event);
  };
  for (const name of PRESSES) addEventListener(name, hear, true);
}

/** Hears each press and key until stopped. Where the extension came later than the page, the page may have been first. */
export function onPress(listener: (event: Event) => void): () => void {
  const world = readWorld();
  if (!world.listeners) hearFirst(world);
  world.listeners?.add(listener);
  return () => world.listeners?.delete(listener);
}
