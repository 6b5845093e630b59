// Asks the background, in each new page and in one that comes back from the back/forward cache, whether its tab is light. Registered only while some tab is.
import { readNavigationEntry } from '../common/document/navigation-entry.ts';
import { readWorld } from '../common/isolated-world.ts';
import { ask } from '../common/messages.ts';

function askWhetherLight(restored: boolean): void {
  const hasView = readWorld().view?.isThere() ?? false;
  const navigation = readNavigationEntry();
  const isFirst = history.length === 1 && navigation?.type === 'navigate';
  // When the document was fetched: in place of an error page, `timeOrigin` is that of the error page (Firefox). `fetchStart` is below zero where the
  // load went on in another process.
  const startedAtMs = performance.timeOrigin + Math.max(0, navigation?.fetchStart ?? 0);
  ask('light-tab', { restored, hasView, startedAtMs, isFirst });
}

function watchTab(): void {
  const world = readWorld();
  // Chrome's background of private windows registers this script too.
  if (world.isTabWatched) return;
  world.isTabWatched = true;
  addEventListener('pageshow', (event) => {
    if (event.persisted) askWhetherLight(true);
  });
  // A prerendered page is in no tab until the reader goes there.
  if ('prerendering' in document && document.prerendering)
    document.addEventListener('prerenderingchange', () => askWhetherLight(false), { once: true });
  // Injected beside the light script into a page that is being switched, it only waits for that page to come back.
  else if (!world.view) askWhetherLight(false);
}

watchTab();
