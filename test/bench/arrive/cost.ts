// Measures the processor time that reading a page while it arrives takes, and how long it holds frames up.
import type { Browser } from '../../browser/browser.ts';
import { startSite } from '../../site/site.ts';
import { bundleForPage } from '../light.ts';

/** Processor time of one page in ms: of all growing together, and of one extraction of the whole. */
export interface Cost {
  kilobytes: number;
  growMs: number;
  extractMs: number;
}

const SOURCE = `
import { extractReading } from './src/light/extract/article.ts';
import { followGrowth } from './src/light/extract/incremental/incremental-extraction.ts';
Object.assign(globalThis, { extractReading, followGrowth });
`;

/** Lets that HTML grow in 64 pieces in an otherwise empty page of the browser. */
export async function measureCost(browser: Browser, html: string): Promise<Cost> {
  const site = await startSite();
  try {
    const tab = await browser.open(site.url('/special/fast'));
    await tab.waitFor(() => document.readyState === 'complete');
    const times = await tab.evaluate(runCost, await bundleForPage(SOURCE, browser.name), html);
    return { kilobytes: Math.round(html.length / 1000), ...times };
  } finally {
    await browser.closeTabs();
    await site.close();
  }
}

/** Runs in the page. */
function runCost(source: string, html: string): Omit<Cost, 'kilobytes'> {
  new Function(source)();
  const { followGrowth, extractReading } =
    globalThis as unknown as typeof import('../../../src/light/extract/incremental/incremental-extraction.ts') &
      typeof import('../../../src/light/extract/article.ts');
  const page = document.implementation.createHTMLDocument('');
  page.open();
  const growth = followGrowth(page);
  let growMs = 0;
  const size = Math.ceil(html.length / 64);
  for (let at = 0; at < html.length; at += size) {
    page.write(html.slice(at, at + size));
    const from = performance.now();
    growth.take(false, Number.POSITIVE_INFINITY);
    growMs += performance.now() - from;
  }
  page.close();
  const from = performance.now();
  extractReading(page, { hostname: 'news.localhost', direction: 'ltr', plainText: false });
  return { growMs, extractMs: performance.now() - from };
}

/** How many frames took longer than 50 ms while a page of 300 KB streamed into a light tab, and the longest, in ms. */
export async function measureFrames(browser: Browser): Promise<{ long: number; longestMs: number }> {
  const site = await startSite();
  try {
    const tab = await browser.open(site.url('/special/fast'));
    await tab.waitFor(() => document.readyState === 'complete');
    await tab.pressToolbarButton();
    await tab.appears('[data-light=view][data-state=article]');
    site.setLink('3g');
    await tab.go(site.url('/special/long?plain'));
    await tab.appears('[data-light=view][data-state=arriving]');
    return await tab.evaluate(watchFrames);
  } finally {
    await browser.closeTabs();
    await site.close();
  }
}

/** Runs in the page until its text is whole; the frame in which that happens does not count. */
function watchFrames(): Promise<{ long: number; longestMs: number }> {
  return new Promise((resolve) => {
    const gaps: number[] = [];
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      if (document.querySelector('[data-light=view][data-state=arriving]'))
        return requestAnimationFrame(frame);
      const streamed = gaps.slice(1, -1);
      resolve({ long: streamed.filter((gap) => gap > 50).length, longestMs: Math.max(...streamed) });
    };
    requestAnimationFrame(frame);
  });
}
