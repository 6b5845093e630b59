// Without this, a page in a hidden tab, a prerendered one or one that computes would look like a slow one.

/** A timer that comes so late was held up by the page computing, not by the network, in ms. */
export const BUSY_MS = 200;

/** A page opened in the background has had its time to load: so much of it counts, in ms, that it is asked about soon after it is looked at. */
export const HEAD_START_MS = 2000;

/** Set by the build. */
declare const FIREFOX: boolean;

/** When a prerendered page was activated, in ms since its navigation began. Firefox prerenders nothing. */
function readActivationMs(): number {
  if (FIREFOX) return 0;
  const [navigation] = performance.getEntriesByType('navigation') as { activationStart?: number }[];
  return navigation?.activationStart ?? 0;
}

/** Counts the time in which the page is active, visible and answering. */
export interface Clock {
  /** Active time since the navigation began, in ms. */
  readMs(): number;
  /** To be called when a timer of `delayMs` fires: what it came too late is not counted. */
  tick(delayMs: number): void;
  stop(): void;
}

/** Starts counting at the navigation's begin, or at the activation of a prerendered page. */
export function watchActiveTime(page: Document): Clock {
  const isShown = () => !page.hidden;
  let from = isShown() ? readActivationMs() : performance.now();
  let seenMs = 0;
  let shown = isShown();
  let ticked = performance.now();

  const settle = () => {
    const now = performance.now();
    if (shown) seenMs += Math.max(0, now - from);
    // Nobody has waited for a page that nobody has looked at yet.
    else if (seenMs === 0 && isShown()) seenMs = Math.min(now, HEAD_START_MS);
    from = now;
    shown = isShown();
  };
  page.addEventListener('visibilitychange', settle);
  return {
    readMs() {
      settle();
      return seenMs;
    },
    tick(delayMs) {
      const lateMs = performance.now() - ticked - delayMs;
      ticked = performance.now();
      if (shown && lateMs > BUSY_MS) seenMs -= lateMs;
    },
    stop: () => page.removeEventListener('visibilitychange', settle),
  };
}
