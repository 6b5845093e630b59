// Measures one load in each way, as it is and in Light, with the same clock.
import type { Browser, Page } from '../browser/browser.ts';
import { waitUntil } from '../browser/tab.ts';
import { type LinkName, type Site, startSite } from '../site/site.ts';

/** A page of the test site, and where its first paragraph is. */
export interface Subject {
  name: string;
  path: string;
  paragraph: string;
}

export const SUBJECTS = {
  english: { path: '/science/the-valley-that-counts-its-own-rain', paragraph: '.story .text p' },
  persian: { path: '/fa/society/qanat-sarvdasht', paragraph: '.story .text p' },
  'windows-1256': { path: '/ar/economy/the-market-of-old-clocks', paragraph: '.story .text p' },
  front: { path: '/', paragraph: '.hero p' },
} as const satisfies Record<string, Omit<Subject, 'name'>>;

export type SubjectName = keyof typeof SUBJECTS;

/** What a page cost, and when its first paragraph could be read. */
export interface Figures {
  /** All that was asked for, from the first request to the last. */
  requests: number;
  connections: number;
  /** Of bodies as sent, compressed where they are. */
  bytes: number;
  /** `Infinity`: not within `CAP_MS`. `null`: Light never asked, or took the question back: the page was there first. */
  seconds: number | null;
  /** When Light asked, where it did. */
  askedSeconds: number | null;
}

/** Nobody waits longer for a first paragraph, in ms. */
export const CAP_MS = 120_000;

/** From the prompt to the press, in ms: Light takes no press in the prompt's first half second. */
const DECISION_MS = 600;

/** What is looked at meanwhile, pictures for instance. */
export interface Watching {
  opened?(tab: Page): Promise<void>;
  asked?(tab: Page): Promise<void>;
  shown?(tab: Page): Promise<void>;
}

interface Trial {
  browser: Browser;
  site: Site;
  subject: Omit<Subject, 'name'>;
  link: LinkName;
  watching: Watching;
}

/** How a page is come by. */
export type Way = (trial: Trial) => Promise<Pick<Figures, 'seconds' | 'askedSeconds'>>;

/**
 * One measurement on a site of its own: at a new port, so that neither a cache nor an open connection helps. Once the
 * paragraph can be read the link becomes fast, and what still comes is counted until nothing more does.
 */
export async function measure(
  browser: Browser,
  way: Way,
  subject: Omit<Subject, 'name'>,
  link: LinkName,
  watching: Watching = {},
): Promise<Figures> {
  const site = await startSite();
  try {
    const times = await way({ browser, site, subject, link, watching });
    site.setLink('fast');
    await whenIdle(site);
    const bytes = site.asked.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
    return { ...times, requests: site.asked.length, connections: site.connections, bytes };
  } finally {
    await browser.closeTabs();
    await site.close();
  }
}

/** Without Light: it must be switched off in the browser, or its question would be the first thing painted. */
export const asItIs: Way = async ({ browser, site, subject, link, watching }) => {
  const tab = await openEmpty(browser, watching);
  const start = go(tab, site, subject, link);
  return { seconds: toSeconds(await start, await whenReadable(tab, subject)), askedSeconds: null };
};

/** In a tab that is light already, reached by way of a small page of another host. */
export const lightFromTheStart: Way = async ({ browser, site, subject, link, watching }) => {
  const tab = await openEmpty(browser, watching);
  await tab.go(`${site.elsewhere}/special/fast`);
  await tab.waitFor(() => location.pathname === '/special/fast' && document.readyState === 'complete');
  await tab.pressToolbarButton();
  // As a reader does who looks before following a link: Light itself is still stopping the page's loads at first.
  await tab.settled(DECISION_MS, '[data-light=view]', '[data-action=leave]');
  site.forget();
  const start = go(tab, site, subject, link);
  const seconds = toSeconds(await start, await whenReadable(tab, subject, 'light'));
  await watching.shown?.(tab);
  return { seconds, askedSeconds: null };
};

/** As it is until Light asks; then the reader presses. */
export const switchedWhenAsked: Way = async ({ browser, site, subject, link, watching }) => {
  const tab = await openEmpty(browser, watching);
  const start = await go(tab, site, subject, link);
  const outcome = await tab.waitFor(findQuestion, [subject.path], {
    timeoutMs: CAP_MS,
    message: 'Light to ask, or the page to be there',
  });
  if (outcome === 'loaded') return { seconds: null, askedSeconds: null };
  const asked = Date.now();
  const askedSeconds = toSeconds(start, asked);
  const [taken] = await Promise.all([pressSwitch(tab), watching.asked?.(tab)]);
  if (!taken) return { seconds: null, askedSeconds };
  const seconds = toSeconds(start, await whenReadable(tab, subject, 'light'));
  await watching.shown?.(tab);
  return { seconds, askedSeconds };
};

/** How often a reader presses, and how long each time until nothing has come of it, in ms. */
const PRESSES = 4;
const NOTHING_MS = 1000;

/**
 * Light takes a press for an accident if the prompt has just moved (a scrollbar came, say): then it is made again. False: the
 * prompt went away by itself, for the page was there.
 */
async function pressSwitch(tab: Page): Promise<boolean> {
  const isLight = () => tab.has('[data-light=view]');
  for (let presses = 0; presses < PRESSES; presses++) {
    try {
      await tab.settled(DECISION_MS, '[data-light=prompt]', '[data-action=switch]');
      await tab.click('[data-light=prompt]', '[data-action=switch]');
    } catch (error) {
      if (await tab.has('[data-light=prompt]')) throw error;
    }
    const taken = waitUntil(isLight, { timeoutMs: NOTHING_MS });
    if (await taken.then(Boolean, () => false)) return true;
    if (!(await tab.has('[data-light=prompt]'))) return false;
  }
  throw new Error(`Light did not take the press on "Switch", ${PRESSES} times.`);
}

export async function openEmpty(browser: Browser, watching: Watching): Promise<Page> {
  const tab = await browser.open('about:blank');
  await watching.opened?.(tab);
  return tab;
}

/** Goes to the page over the slow link; gives the moment of the press on Enter. */
export async function go(
  tab: Page,
  site: Site,
  subject: Omit<Subject, 'name'>,
  link: LinkName,
): Promise<number> {
  site.setLink(link);
  const start = Date.now();
  await tab.go(site.url(subject.path));
  return start;
}

const toSeconds = (start: number, end: number): number => (end - start) / 1000;

/** Runs in the page. */
function findQuestion(path: string): 'asked' | 'loaded' | null {
  if (location.pathname !== path) return null;
  if (document.querySelector('[data-light=prompt]')) return 'asked';
  return document.readyState === 'complete' ? 'loaded' : null;
}

/** When the first paragraph stands on the screen, by the clock; `Infinity` if that takes too long. */
async function whenReadable(
  tab: Page,
  { path, paragraph }: Omit<Subject, 'name'>,
  where: 'page' | 'light' = 'page',
): Promise<number> {
  const look = () => tab.evaluate(waitForParagraph, path, where === 'light' ? '' : paragraph);
  return waitUntil(look, { timeoutMs: CAP_MS, message: 'the first paragraph' }).catch((error: Error) => {
    if (error.message.startsWith('Waited')) return Number.POSITIVE_INFINITY;
    throw error;
  });
}

/**
 * Runs in the page, for some seconds at most: gives the time at which the paragraph has been painted. Without a selector it
 * is the text of the light view.
 */
async function waitForParagraph(path: string, selector: string): Promise<number | null> {
  const find = () => {
    if (selector) return document.querySelector(selector);
    const view = document.querySelector('[data-light=view]');
    const body = view?.shadowRoot?.querySelector('[data-part=body]');
    return body?.querySelector('p, li, a') ?? null;
  };
  const isThere = () => {
    const element = location.pathname === path ? find() : null;
    if (!element?.textContent?.trim() || element.getClientRects().length === 0) return false;
    const isVisible = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return isVisible && performance.getEntriesByName('first-contentful-paint').length > 0;
  };
  const giveUpAt = Date.now() + 5000;
  while (!isThere()) {
    if (Date.now() > giveUpAt) return null;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // Two frames: in the first it is laid out and painted, the second begins after that. Chromium has none while it holds painting up.
  for (const _ of [1, 2]) {
    const frame = new Promise((resolve) => requestAnimationFrame(resolve));
    const late = new Promise((resolve) => setTimeout(resolve, 5000, 'late'));
    if ((await Promise.race([frame, late])) === 'late') return null;
  }
  return Date.now();
}

/** Nothing is on its way any more, and nothing new has been asked for during a second. */
async function whenIdle(site: Site): Promise<void> {
  let standing = { asked: -1, since: 0 };
  const isIdle = () => {
    const busy = site.asked.some(({ ended, aborted }) => !ended && !aborted);
    if (busy || site.asked.length !== standing.asked) {
      standing = { asked: site.asked.length, since: Date.now() };
    }
    return Date.now() - standing.since >= 1000;
  };
  // A page that goes on asking for ever is counted as far as it has got.
  await waitUntil(isIdle, { timeoutMs: 30_000 }).catch(() => {});
}
