// Reads what the browser has measured of this document's own load.

/** `activationStart`: when a prerendered page was activated; Firefox prerenders nothing. */
export type NavigationEntry = PerformanceNavigationTiming & { activationStart?: number };

/** The entry of this document, which a browser may not have. */
export function readNavigationEntry(): NavigationEntry | undefined {
  // Not `performance.timing`: Firefox fixes it at the first look, and the light script learns from it whether the HTML has ended.
  return (performance.getEntriesByType('navigation') as NavigationEntry[])[0];
}
