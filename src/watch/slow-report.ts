// Without this, the background could neither choose the moment to ask nor say why.
import type { SlowReport, Trouble } from '../common/messages.ts';

/** What the browser itself waits for before it goes on: it paints nothing until then. */
const BLOCKING = 'script[src]:not([async],[defer],[type=module]),link[rel~=stylesheet]';

/** What the background needs to know of a load in trouble. */
export function toReport(page: Document, trouble: Trouble, activeMs: number, quietMs: number): SlowReport {
  // Not `performance.timing`: Firefox fixes it at the first look, and the light script learns from it whether the HTML has ended.
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const here = new Set(files.map(({ name }) => name));
  const pending = [...page.querySelectorAll<HTMLScriptElement & HTMLLinkElement>(BLOCKING)]
    .map((element) => element.src || element.href)
    .find((address) => !here.has(address));
  // 0 for what comes from the cache.
  const sum = (total: number, { transferSize }: PerformanceResourceTiming) => total + transferSize;
  return {
    trouble,
    activeMs,
    firstByteMs: navigation?.responseStart ?? 0,
    bytes: files.reduce(sum, 0),
    quietMs,
    waitsFor: pending ? new URL(pending).hostname : '',
  };
}
