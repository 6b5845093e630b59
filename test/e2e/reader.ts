// Steps of stories: a reader waits for the question, answers it and finds the text.
import type { Browser, Page } from '../browser/browser.ts';
import { waitUntil } from '../browser/tab.ts';
import type { Asked, Site } from '../site/site.ts';

export type Answer = 'switch' | 'always' | 'close' | 'never';

/** Longer than the half second in which no press counts (src/common/document/click-guard.ts), in ms. */
const CONSIDERED_MS = 600;

/** On the page's own clock the question would have come by then, in ms: it comes at 3.5 s, or half a second later. */
export const ASKED_BY_MS = 5000;

export function whenAsked(page: Page): Promise<void> {
  return page.appears('[data-light=prompt]', 'section');
}

/** Answers the question as a reader who has read it. */
export async function answer(page: Page, choice: Answer): Promise<void> {
  await page.settled(CONSIDERED_MS, '[data-light=prompt]', 'section');
  await page.click('[data-light=prompt]', `[data-action=${choice}]`);
}

/** Waits for the view in that state, and gives what stands in it. */
export async function whenShown(page: Page, state = 'article'): Promise<string> {
  await page.appears(`[data-light=view][data-state=${state}]`);
  return (await page.text('[data-light=view]', 'main, .toast')) ?? '';
}

/** Waits until the page's own clock is past the moment in which it would have asked. */
export async function whenAskedByNow(page: Page, sinceMs = 0): Promise<void> {
  await page.waitFor((ms) => performance.now() > ms, [sinceMs + ASKED_BY_MS]);
}

/** Waits for the end of the load: only a page that has come so far is kept when it is left. */
export async function whenLoaded(page: Page, address: string): Promise<void> {
  await page.waitFor((url) => location.href === url && performance.timing.loadEventEnd > 0, [address]);
}

/** Waits until the background is awake: something has asked it. */
export async function whenAwake(browser: Browser): Promise<void> {
  await waitUntil(() => browser.isBackgroundAlive(), { message: 'the background to wake' });
}

/** What the site was asked for at that path. */
export function askedFor(site: Site, path: string): Asked[] {
  return site.asked.filter((asked) => asked.path === path);
}

/** Firefox's notes to authors on what they have written. */
const ON_AUTHORS = /Layout was forced before the page|Found a sectioned h1/;
/** Firefox 140 notes what Light ends or refuses of a page: scripts, fonts, media. */
const ON_REFUSED =
  /^warning: Loading failed for the <script> with source “http|(?:CORS request did not succeed|downloadable font: download failed|All candidate resources failed)/;
const NOTES = new RegExp(`${ON_AUTHORS.source}|${ON_REFUSED.source}`);

/** What stands on the page's console, without the browser's notes to authors. */
export async function readConsole(page: Page): Promise<string[]> {
  return (await page.console()).filter((line) => !NOTES.test(line));
}

/** An empty tab, in which things can be set up before the first page comes. */
export async function openEmpty(browser: Browser): Promise<Page> {
  const page = await browser.open('about:blank');
  await page.waitFor(() => document.readyState === 'complete');
  return page;
}

/** Holds back what the site sends of that name after `atByte` bytes, until the function returned is called. */
export function hold(site: Site, name: string, atByte = 0): () => void {
  let letGo = () => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  site.fault(name, { kind: 'hold', atByte, until });
  return () => {
    site.fault(name, null);
    letGo();
  };
}

/** The text and no files, uncompressed so that its bytes can be counted. */
export const FAST = '/special/fast?plain';
/** So much of that page is its headline. */
export const HEADLINE_BYTES = 1100;

/** How a page has ended: its scripts in the order in which they ran, and its style sheets. */
export function readEnd(page: Page) {
  return page.evaluate(() => {
    const { __ran = [] } = window as unknown as { __ran?: string[] };
    const isAsync = (name: string) => !!document.querySelector(`script[async][src*="/${name}-"]`);
    return {
      // Asynchronous scripts may come in any order.
      ran: __ran.filter((name) => !isAsync(name)),
      ranAsync: __ran.filter(isAsync).sort(),
      sheets: [...document.styleSheets].map(({ href, disabled }) => `${href} ${disabled}`),
      adopted: document.adoptedStyleSheets.length,
      disabled: document.querySelectorAll('[disabled]').length,
    };
  });
}

export function readHtml(page: Page): Promise<string> {
  // That its document is here may be told a moment after it has answered: asked once more then.
  return page.waitFor(() => document.documentElement.outerHTML);
}

/** Where the first letter of each word stands in a part of the question, in pixels from the left. */
export async function readPlaces<W extends string[]>(
  page: Page,
  part: string,
  words: [...W],
): Promise<{ [K in keyof W]: number }> {
  const places = await page.evaluate(
    (selector, wanted) => {
      const element = document.querySelector('[data-light=prompt]')?.shadowRoot?.querySelector(selector);
      const walker = document.createTreeWalker(element ?? document, NodeFilter.SHOW_TEXT);
      const found = new Map<string, number>();
      while (walker.nextNode()) {
        const { currentNode: node } = walker;
        for (const word of wanted) {
          const at = (node.nodeValue ?? '').indexOf(word);
          if (at < 0 || found.has(word)) continue;
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          found.set(word, range.getBoundingClientRect().left);
        }
      }
      return wanted.map((word) => found.get(word) ?? Number.NaN);
    },
    part,
    words as string[],
  );
  return places as { [K in keyof W]: number }; // One for each word.
}
