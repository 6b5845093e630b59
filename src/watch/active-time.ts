// Counts the time in which the reader looked at a page that was active and answering.
import { readNavigationEntry } from '../common/document/navigation-entry.ts';

/** A timer that comes so late was held up by the page computing, not by the network, in ms. */
export const BUSY_MS = 200;

/** A page opened in the background has had its time to load: so much of it counts, in ms, that it is asked about soon after it is looked at. */
export const HEAD_START_MS = 2000;

/**
 * Starts counting at the navigation's begin, or at the activation of a prerendered page. To be called when a timer of `delayMs` fires; gives
 * the active time so far, in ms.
 */
export function watchActiveTime(page: Document): (delayMs: number) => number {
  let tickedAt = performance.now();
  let wasShown = !page.hidden;
  let activeMs = wasShown ? tickedAt - (readNavigationEntry()?.activationStart ?? 0) : 0;
  return (delayMs) => {
    const now = performance.now();
    const passedMs = now - tickedAt;
    const isShown = !page.hidden;
    // Of a timer that was held up, only what it was to wait. A hidden tab's timers are late because it is hidden: up to a minute.
    if (isShown && wasShown) activeMs += passedMs > delayMs + BUSY_MS ? delayMs : passedMs;
    // Nobody has waited for a page that nobody has looked at yet.
    else if (isShown && activeMs === 0) activeMs = Math.min(now, HEAD_START_MS);
    tickedAt = now;
    wasShown = isShown;
    return activeMs;
  };
}
