// Measures what a stopped download costs later: another connection, another request, no entry in the cache.
import type { Browser, Page } from '../../browser/browser.ts';
import { waitUntil } from '../../browser/tab.ts';
import { type LinkName, type Site, startSite } from '../../site/site.ts';
import type { Text } from '../arrive/measure.ts';

/** Bytes of the HTML, as sent. */
export interface Paid {
  /** In the light load itself. */
  load: number;
  /** When the reader follows a link and comes back. */
  back: number;
  /** When the reader leaves Light. */
  leave: number;
  /** TCP connections opened for the site's next page: over HTTP/1.1 a stop ends the one there was. */
  connections: number;
}

const CAP_MS = 60_000;
const NEXT = '/special/fast';

/** A light load of that text, stopped as soon as its last words are on the screen or not at all, and what comes after it. */
export async function measurePaid(
  browser: Browser,
  text: Text,
  link: LinkName,
  stopped: boolean,
): Promise<Paid> {
  const trip = (later: (tab: Page, site: Site) => Promise<void>) =>
    takeTrip(browser, text, link, stopped, later);
  const back = await trip(async (tab, site) => {
    await tab.go(site.url(NEXT));
    await tab.waitFor((path) => location.pathname === path && document.readyState === 'complete', [NEXT]);
    await tab.back();
    await whenThere(tab, text);
  });
  const leave = await trip(async (tab) => {
    await tab.settled(600, '[data-light=view]', '[data-action=leave]');
    await tab.click('[data-light=view]', '[data-action=leave]');
    await tab.disappears('[data-light=view]');
    await tab.waitFor(() => document.readyState !== 'loading', [], { timeoutMs: CAP_MS });
  });
  let connections = 0;
  await trip(async (tab, site) => {
    const before = site.connections;
    await tab.go(site.url(NEXT));
    await tab.waitFor((path) => location.pathname === path && document.readyState === 'complete', [NEXT]);
    connections = site.connections - before;
  });
  return { load: back.load, back: back.later, leave: leave.later, connections };
}

async function takeTrip(
  browser: Browser,
  text: Text,
  link: LinkName,
  stopped: boolean,
  later: (tab: Page, site: Site) => Promise<void>,
): Promise<{ load: number; later: number }> {
  const site = await startSite();
  const paid = () =>
    site.asked.filter(({ path }) => path === text.path).reduce((sum, { sentBytes }) => sum + sentBytes, 0);
  try {
    const tab = await browser.open(`${site.elsewhere}/special/fast`);
    await tab.waitFor(() => document.readyState === 'complete');
    await tab.pressToolbarButton();
    await tab.appears('[data-light=view][data-state=article]');
    site.setLink(link);
    await tab.go(site.url(text.path));
    await waitUntil(() => tab.evaluate(stopAtEnd, text.path, text.last, stopped), { timeoutMs: CAP_MS });
    await whenThere(tab, text);
    site.setLink('fast');
    const load = paid();
    await later(tab, site);
    return { load, later: paid() - load };
  } finally {
    await browser.closeTabs();
    await site.close();
  }
}

function whenThere(tab: Page, { path, last }: Text): Promise<unknown> {
  const isThere = async () =>
    (await tab.url()).endsWith(path) &&
    (await tab.has('[data-light=view]:not([data-state=arriving])')) &&
    (await tab.evaluate(isShown, last));
  return waitUntil(() => isThere().catch(() => false), { timeoutMs: CAP_MS, message: last });
}

/** Runs in the page, for some seconds at most: stops its download, if it is to be stopped, when these words are on the screen. */
async function stopAtEnd(path: string, words: string, stopped: boolean): Promise<boolean> {
  const giveUpAt = Date.now() + 5000;
  const isHere = () => location.pathname === path && shown()?.includes(words);
  const shown = () => document.querySelector('[data-light=view]')?.shadowRoot?.textContent;
  while (!isHere()) {
    if (Date.now() > giveUpAt) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (stopped) window.stop();
  return true;
}

/** Runs in the page. */
function isShown(words: string): boolean {
  return !!document.querySelector('[data-light=view]')?.shadowRoot?.textContent?.includes(words);
}
