// Opens and closes what unfolds below the bar, one at a time: by press, by Esc, and by a press elsewhere.
import type { Press } from '../press-buttons.ts';

/** Opens a panel below the bar in place of one that is open; where its own is, closes it. Whether it stands there now. */
export function togglePanel(main: HTMLElement, opener: Press, createPanel: () => HTMLElement): boolean {
  const wasOpen = findOpener(main, opener)?.getAttribute('aria-expanded') === 'true';
  closePanel(main);
  if (wasOpen) return false;
  main.querySelector('.top')?.append(createPanel());
  findOpener(main, opener)?.setAttribute('aria-expanded', 'true');
  return true;
}

/** Gives the focus back to the button; whether there was a panel to close. */
export function closePanel(main: HTMLElement): boolean {
  const panel = main.querySelector('.panel');
  if (!panel) return false;
  const hadFocus = panel.querySelector(':focus') !== null;
  panel.remove();
  const opener = main.querySelector<HTMLElement>('.bar [aria-expanded=true]');
  opener?.setAttribute('aria-expanded', 'false');
  if (hadFocus) opener?.focus();
  return true;
}

function findOpener(main: HTMLElement, press: Press): HTMLElement | null {
  return main.querySelector(`.bar [data-action=${press}]`);
}
