// Writes what the background needs to know of a load in trouble.

import { readNavigationEntry } from '../common/document/navigation-entry.ts';
import type { SlowReport } from '../common/messages.ts';

/** What the browser itself waits for before it goes on: it paints nothing until then. */
const BLOCKING = 'script[src]:not([async],[defer],[type=module]),link[rel~=stylesheet]';

/** What the background needs to know of a load in trouble. */
export function toReport(
  page: Document,
  seen: Pick<SlowReport, 'trouble' | 'activeMs' | 'quietMs'>,
): SlowReport {
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const pending = [...page.querySelectorAll<HTMLScriptElement & HTMLLinkElement>(BLOCKING)]
    .map((element) => element.src || element.href)
    // A malformed one (`https://`) is given as it is written, and is asked for nowhere.
    .find((address) => URL.canParse(address) && !files.some(({ name }) => name === address));
  return {
    ...seen,
    firstByteMs: readNavigationEntry()?.responseStart ?? 0,
    // 0 for what comes from the cache.
    bytes: files.reduce((sum, { transferSize }) => sum + transferSize, 0),
    waitsFor: pending ? new URL(pending).hostname : '',
  };
}
