// Measures when the first and the last paragraph of an arriving article stand on the screen, and how many requests that took.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '../../browser/browser.ts';
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

/** A load in a tab that is light already, in a browser whose Light is one of `watchWords`. */
export async function measureLight(browser: Browser, text: Text, link: LinkName): Promise<Times> {
  const site = await startSite();
  try {
    // Of the same site, as most links are: another one has the browser start a process.
    const tab = await browser.open(site.url('/special/fast'));
    await tab.waitFor(() => document.readyState === 'complete');
    await tab.pressToolbarButton();
    await tab.appears('[data-light=view][data-state=article]');
    await tab.settled(600, '[data-light=view]', '[data-action=leave]');
    site.forget();
    site.setLink(link);
    await tab.go(site.url(text.path));
    const readShown = () => tab.evaluate(() => document.documentElement.dataset.benchShown ?? '');
    const isLast = async () => (await readShown()).split(' ').length === 2;
    await waitUntil(isLast, { timeoutMs: CAP_MS, message: text.last });
    await tab.appears('[data-light=view][data-state=article]');
    const [first = Number.NaN, last = Number.NaN] = (await readShown()).split(' ').map(Number);
    return { first: first / 1000, last: last / 1000, requests: site.asked.length };
  } finally {
    await browser.closeTabs();
    await site.close();
  }
}

/**
 * Adds to an extension what notes, in the page, when those words are about to be painted in the view: in ms since the navigation began, the
 * first words' before the last words'. A driver that asks from outside would add its own time.
 */
export async function watchWords(folder: string, texts: readonly Text[]): Promise<void> {
  const words = JSON.stringify(texts.map(({ path, first, last }) => [path, first, last]));
  // esbuild wraps named functions in calls of __name, which the page does not have.
  const source = `((__name) => (${noteWords})(${words}))((fn) => fn);`;
  await writeFile(join(folder, 'bench.js'), source);
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.content_scripts.push({
    matches: ['http://*/*'],
    js: ['bench.js'],
    run_at: 'document_start',
  });
  await writeFile(file, JSON.stringify(manifest));
}

/** Runs in every page as a content script. */
function noteWords(texts: [path: string, ...words: string[]][]): void {
  const [, ...words] = texts.find(([path]) => path === location.pathname) ?? [''];
  const look = () => {
    const body = document.querySelector('[data-light=view]')?.shadowRoot?.querySelector('[data-part=body]');
    while (words[0] && body?.textContent?.includes(words[0])) {
      words.shift();
      const { dataset } = document.documentElement;
      dataset.benchShown = `${dataset.benchShown ?? ''} ${performance.now()}`.trim();
    }
    if (words.length > 0) requestAnimationFrame(look);
  };
  look();
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
    await tab.appears('[data-light=view]');
    await waitUntil(() => tab.has('[data-light=view][data-state=article]'), { timeoutMs: CAP_MS });
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
