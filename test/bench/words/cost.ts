// Measures what finding and drawing a text costs in real browsers: in jsdom selectors cost more than the reading.
import type { Browser } from '../../browser/browser.ts';
import { startSite } from '../../site/site.ts';
import { bundleForPage, tellProgress } from '../light.ts';
import { toMedian } from '../table.ts';
import type { Sheet } from './corpus.ts';

/** Of one page in a real browser, in ms. */
export interface Cost {
  id: string;
  /** Readability as it is released: `parse()` alone. */
  stockMs: number;
  /** Light's extraction. */
  lightMs: number;
  /** Light's drawing of it. */
  drawMs: number;
  /** The browser's layout of what was drawn, which Readability's answer is still without. */
  layoutMs: number;
}

const ROUNDS = 5;

const SOURCE = `
import Readability from '@mozilla/readability/Readability.js';
import { extractReading } from './src/light/extract/article.ts';
import { markLinks } from './src/light/view/text/link-labels.ts';
import { toBlocks } from './src/light/view/text/content-blocks.ts';
import { replacePictures } from './src/light/view/text/image-placeholders.ts';
Object.assign(window, { readAll: {
  stock: (page) => new Readability(page).parse(),
  light: (page, hostname) => extractReading(page, { hostname, direction: 'ltr', plainText: false }),
  draw(reading, hostname, holder) {
    if (!reading) return;
    replacePictures(reading.body);
    markLinks(reading.body, hostname);
    holder.replaceChildren(...toBlocks(reading.body));
  },
  layout: (holder) => holder.getBoundingClientRect(),
} });
`;

/** Readability and Light in turn on fresh copies of each page, in an otherwise empty page of the browser: medians of five. */
export async function measureCosts(browser: Browser, sheets: readonly Sheet[]): Promise<Cost[]> {
  const source = await bundleForPage(SOURCE, browser.name);
  const site = await startSite();
  try {
    const tab = await browser.open(site.url('/special/fast'));
    await tab.waitFor(() => document.readyState === 'complete' && location.protocol === 'http:');
    await tab.evaluate((text) => {
      const script = document.createElement('script');
      script.textContent = text;
      document.head.append(script);
    }, source);
    const costs: Cost[] = [];
    for (const { page, html } of sheets) {
      tellProgress(`${browser.name} ${page.id}`);
      const { hostname } = new URL(page.url);
      const { stock, light, draw, layout } = await tab.evaluate(runBoth, html, hostname, ROUNDS);
      costs.push({
        id: page.id,
        ...{ stockMs: toMedian(stock), lightMs: toMedian(light) },
        ...{ drawMs: toMedian(draw), layoutMs: toMedian(layout) },
      });
    }
    tellProgress('');
    return costs;
  } finally {
    await browser.closeTabs();
    await site.close();
  }
}

/** What `SOURCE` leaves in the page. */
interface Readers {
  stock(page: Document): void;
  light(page: Document, hostname: string): unknown;
  draw(reading: unknown, hostname: string, holder: Element): void;
  layout(holder: Element): void;
}

/** Runs in the page. */
function runBoth(html: string, hostname: string, rounds: number): Record<keyof Readers, number[]> {
  const { stock, light, draw, layout } = (window as unknown as { readAll: Readers }).readAll;
  const holder = document.body.appendChild(document.createElement('div'));
  const times: Record<keyof Readers, number[]> = { stock: [], light: [], draw: [], layout: [] };
  const time = <T>(key: keyof Readers, work: () => T): T => {
    const from = performance.now();
    const result = work();
    times[key].push(performance.now() - from);
    return result;
  };
  const parse = () => new DOMParser().parseFromString(html, 'text/html');
  for (let round = 0; round < rounds; round++) {
    const [one, other] = [parse(), parse()];
    time('stock', () => stock(one));
    const reading = time('light', () => light(other, hostname));
    time('draw', () => draw(reading, hostname, holder));
    time('layout', () => layout(holder));
  }
  holder.remove();
  return times;
}
