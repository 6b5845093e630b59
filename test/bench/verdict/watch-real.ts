// Plays loads with the real extension, and tells whether the question was there, and when.
import type { Browser, Page } from '../../browser/browser.ts';
import type { Load } from './matrix.ts';
import { play } from './play.ts';

interface Sight {
  nowMs: number;
  isAsking: boolean;
  isVisible: boolean;
  isLoaded: boolean;
}

/** Runs in the page. */
function lookForQuestion(path: string): Sight | null {
  if (location.pathname + location.search !== path) return null;
  return {
    nowMs: performance.now(),
    isAsking: document.querySelector('[data-light=prompt]') !== null,
    isVisible: document.visibilityState === 'visible',
    isLoaded: document.readyState === 'complete',
  };
}

/** When the question was there, since the navigation began; `null`: not until `untilMs`, nor while the page was loading. */
export async function watchReal(
  browser: Browser,
  load: Load,
  untilMs: number,
): Promise<{ atMs: number } | null> {
  let loadedMs = Number.POSITIVE_INFINITY;
  const look = (tab: Page, path: string) => tab.evaluate(lookForQuestion, path);
  const isOver = ({ nowMs, isAsking, isLoaded, isVisible }: Sight) => {
    if (isLoaded && isVisible) loadedMs = Math.min(loadedMs, nowMs);
    // The question may already be on its way when the load ends.
    return isAsking || nowMs > untilMs || nowMs > loadedMs + 1000;
  };
  const { answer } = await play(browser, load, look, isOver);
  return answer?.isAsking ? { atMs: Math.round(answer.nowMs) } : null;
}
