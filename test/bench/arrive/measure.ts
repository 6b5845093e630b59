// Without it reading while it arrives would be a promise: when the first and the last paragraph stand on the screen.
import type { Browser, Page } from '../../browser/browser.ts';
import { waitUntil } from '../../browser/tab.ts';
import { type LinkName, startSite } from '../../site/site.ts';
import { asItIs, measure, type Subject } from '../ways.ts';
import { timeBytes } from './client.ts';

/** An article of the test site, and the last words of its first and its last paragraph, as its HTML has them. */
export interface Text extends Omit<Subject, 'name'> {
  first: string;
  last: string;
}

/** What is read while it arrives. */
export const TEXTS: Record<string, Text> = {
  english: {
    path: '/science/the-valley-that-counts-its-own-rain',
    paragraph: '.story .text p',
    first: 'She has done this on 2,196',
    last: 'Then she goes to see about the hens.',
  },
};

/** Seconds since the navigation began, or a client began to ask. */
export interface Times {
  first: number;
  last: number;
  requests: number;
}

/** Nobody waits longer, in ms. */
const CAP_MS = 120_000;

/** What a plain HTTP client needs to have the bytes. */
export async function measureClient(text: Text, link: LinkName): Promise<Pick<Times, 'first' | 'last'>> {
  const site = await startSite({ link });
  try {
    const [first = Number.NaN, last = Number.NaN] = await timeBytes(site, text.path, [text.first, text.last]);
    return { first, last };
  } finally {
    await site.close();
  }
}

/** A load in a tab that is light already. */
export async function measureLight(browser: Browser, text: Text, link: LinkName): Promise<Times> {
  const site = await startSite();
  try {
    const tab = await browser.open(`${site.elsewhere}/special/fast`);
    await tab.waitFor(() => document.readyState === 'complete');
    await tab.pressToolbarButton();
    await tab.appears('light-view[state=article]');
    await tab.settled(600, 'light-view', '[data-action=leave]');
    site.forget();
    site.setLink(link);
    await tab.go(site.url(text.path));
    const first = await whenShown(tab, text.path, text.first);
    const start = await tab.evaluate(() => performance.timeOrigin);
    const last = await whenShown(tab, text.path, text.last);
    await tab.appears('light-view[state=article]');
    return { first: (first - start) / 1000, last: (last - start) / 1000, requests: site.asked.length };
  } finally {
    await browser.closeTabs();
    await site.close();
  }
}

/** What a switch in mid-stream asks for: nothing, or it is counted here. */
export async function measureSwitch(browser: Browser, text: Text, link: LinkName) {
  const site = await startSite();
  try {
    const tab = await browser.open('about:blank');
    site.setLink(link);
    await tab.go(site.url(text.path));
    await site.waitFor(
      (all) => all.some(({ path, sentBytes }) => path === text.path && sentBytes > 3000),
      CAP_MS,
    );
    await tab.waitFor((path: string) => location.pathname === path, [text.path]);
    const before = site.asked.length;
    await tab.pressToolbarButton();
    await tab.appears('light-view');
    await waitUntil(() => tab.has('light-view[state=article]'), { timeoutMs: CAP_MS });
    const added = site.asked.slice(before).filter(({ sentBytes }) => sentBytes > 0);
    return { requests: added.length, bytes: added.reduce((sum, { sentBytes }) => sum + sentBytes, 0) };
  } finally {
    await browser.closeTabs();
    await site.close();
  }
}

/** Seconds to the first paragraph of the page as it is. */
export async function measurePage(browser: Browser, text: Text, link: LinkName): Promise<number> {
  await browser.disableExtension();
  try {
    return (await measure(browser, asItIs, text, link)).seconds ?? Number.NaN;
  } finally {
    await browser.enableExtension();
  }
}

/** When these words have been painted in the view, by the clock. */
function whenShown(tab: Page, path: string, words: string): Promise<number> {
  return waitUntil(() => tab.evaluate(waitForWords, path, words), { timeoutMs: CAP_MS, message: words });
}

/** Runs in the page, for some seconds at most. */
async function waitForWords(path: string, words: string): Promise<number | null> {
  const giveUpAt = Date.now() + 5000;
  const isThere = () => {
    if (location.pathname !== path) return false;
    const body = document.querySelector('light-view')?.shadowRoot?.querySelector('[part=body]');
    return body?.textContent?.includes(words) ?? false;
  };
  while (!isThere()) {
    if (Date.now() > giveUpAt) return null;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const shownAt = Date.now();
  const frame = new Promise((resolve) => requestAnimationFrame(resolve));
  const late = new Promise((resolve) => setTimeout(resolve, 1000, 'late'));
  return (await Promise.race([frame, late])) === 'late' ? shownAt : Date.now();
}
