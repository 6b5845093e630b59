// Steps of stories: a reader turns Light on and off, and what a reader then sees.
import type { Browser, Page } from '../browser/browser.ts';
import { browserName, type Scene } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';
import type { Asked, Site } from '../site/site.ts';

/** The article in the view: further selectors look inside. */
export const inView = (selector: string): [string, string] => [':root > [data-light=view]', selector];

/** Opens the menu of the bar, or the choices of how texts look. */
export async function openPanel(page: Page, name: 'menu' | 'comfort'): Promise<void> {
  await page.settled(600, ...inView(`[data-action=${name}]`));
  await page.click(...inView(`[data-action=${name}]`));
  await page.appears(...inView(`.${name}`));
}

/** Waits for a view in that state, with that title if one is given. */
export async function showsText(
  page: Page,
  title = '',
  state = 'article',
  timeoutMs?: number,
): Promise<void> {
  await page.waitFor(
    (wanted: string, words: string) => {
      const view = document.querySelector(':root > [data-light=view]');
      const heading = view?.shadowRoot?.querySelector('h1')?.textContent ?? '';
      return view?.getAttribute('data-state') === wanted && heading.includes(words);
    },
    [state, title],
    { message: `the view to be ${state}, with "${title}" in its title`, ...(timeoutMs && { timeoutMs }) },
  );
}

/** Presses the toolbar button and waits for the text. */
export async function turnOn(page: Page, title = '', timeoutMs?: number): Promise<void> {
  await page.pressToolbarButton();
  await showsText(page, title, 'article', timeoutMs);
}

/** Presses the view's own way out and waits until the view is gone. */
export async function leave(page: Page): Promise<void> {
  await page.settled(600, ...inView('[data-action=leave]'));
  await page.click(...inView('[data-action=leave]'));
  await page.disappears(':root > [data-light=view]');
}

/** Waits until the page has loaded with all its files. */
export async function loads(page: Page, path = ''): Promise<void> {
  await page.waitFor(
    (wanted: string) =>
      document.readyState === 'complete' &&
      location.protocol === 'http:' &&
      (location.pathname + location.search).startsWith(wanted),
    [path],
    { message: `${path} to load` },
  );
}

/**
 * Waits until what has come of the page is drawn, with its pictures and in its own letters: Chromium asks for these when it draws, and what
 * it asks for in the moment of a press is another matter. Firefox waits with its fonts until the HTML has ended.
 */
export async function whenDrawn(page: Page): Promise<void> {
  if (browserName === 'firefox') return;
  await page.waitFor(
    () =>
      document.fonts.status === 'loaded' &&
      (document.fonts.size === 0 || [...document.fonts].some(({ status }) => status === 'loaded')) &&
      performance.getEntriesByName('first-contentful-paint').length > 0 &&
      [...document.images].every(({ complete, loading }) => complete || loading === 'lazy'),
    [],
    { message: 'what has come of the page to be drawn' },
  );
}

/** Waits until the browser's own page says that the load has failed; in Firefox an empty one comes before it. */
export async function fails(page: Page): Promise<void> {
  await page.waitFor(
    () => !document.querySelector(':root > [data-light=view]') && document.querySelector('body *') !== null,
    [],
    {
      message: 'the word of the browser that the load has failed',
    },
  );
}

/** Waits for the browser's own page. Firefox gives it its icon, by which Light knows it, half a second later: sooner than a reader presses. */
export async function failsVisibly(browser: Browser, page: Page): Promise<void> {
  await fails(page);
  if (browserName !== 'firefox') return;
  const id = await page.tabId();
  const readIcon = () => browser.inExtension((tab) => chrome.tabs.get(tab).then((it) => it.favIconUrl), id);
  await waitUntil(async () => (await readIcon())?.startsWith('chrome:'), {
    message: 'the icon of the error page',
  });
}

/** Waits until the tab has loaded, without asking its document, which may answer nobody. */
export function whenComplete(browser: Browser, tabId: number): Promise<unknown> {
  const isComplete = (id: number) => chrome.tabs.get(id).then(({ status }) => status === 'complete');
  return waitUntil(() => browser.inExtension(isComplete, tabId), { message: 'the load to end' });
}

/** The scripts of the page that ran; `null` where none did. */
export const ranScripts = (page: Page): Promise<unknown> =>
  page.evaluate(() => (globalThis as { __ran?: string[] }).__ran ?? null);

const FENCE = '/special/fast?fence';

/**
 * Resolves when everything asked for until now has reached the site: a tab opened after it has been answered.
 * Gives what was asked for beside that tab.
 */
export async function asksFor({ browser, site }: Scene, host?: string): Promise<Asked[]> {
  const fence = await browser.openInBackground('about:blank');
  await fence.go(site.url(FENCE));
  await site.waitFor((asked) => asked.some((each) => each.path === FENCE && each.ended));
  await fence.close();
  return site.asked.filter((each) => each.path !== FENCE && (!host || each.host === host));
}

/** The paths of what was asked for. */
export const toPaths = (asked: Asked[]): string[] => asked.map((each) => each.path);

/** Waits until the site has been asked for something, and gives what. */
export async function asked(site: Site, path: string, count = 1): Promise<Asked> {
  const found = () => site.asked.filter((each) => each.path === path);
  await site.waitFor(() => found().length >= count);
  return found()[count - 1] as Asked; // It was waited for.
}

/** Waits until Light knows where the text of a page on its way comes from. */
export function whenSourceFound(page: Page): Promise<void> {
  return page.appears('[data-light=view][data-source]');
}

/** The ids of the tabs whose requests the session rules refuse, and of those whose pages they ask for as light ones. */
async function readRuled(browser: Browser): Promise<{ refused: number[]; bare: number[] }> {
  return browser.inExtension(async () => {
    const rules = await chrome.declarativeNetRequest.getSessionRules();
    // Firefox gives null for what a rule does not say; -1 stands for what belongs to no tab.
    const toIds = (some: typeof rules) => {
      const all = some.flatMap(({ condition }) => condition.tabIds ?? []);
      return [...new Set(all)].filter((id) => id >= 0).sort();
    };
    return {
      refused: toIds(rules.filter(({ action }) => action.type === 'block')),
      bare: toIds(rules.filter(({ action }) => action.type === 'modifyHeaders')),
    };
  });
}

/** The ids of the tabs whose requests are refused. */
export async function readLightTabs(browser: Browser): Promise<number[]> {
  return (await readRuled(browser)).refused;
}

/** Waits until the tabs that the session rules name are these: a tab that is only being switched is held back, and no light one yet. */
export async function areLight(browser: Browser, tabIds: number[]): Promise<void> {
  const ids = [...tabIds].sort();
  const wanted = JSON.stringify({ refused: ids, bare: ids });
  const compare = async () => {
    const found = JSON.stringify(await readRuled(browser));
    if (found !== wanted) throw new Error(`they are ${found}`);
    return true;
  };
  await waitUntil(compare, { message: `the light tabs to be ${wanted}` });
}

/** What the extension asks with its own rights. */
declare const chrome: {
  tabs: { get(id: number): Promise<{ favIconUrl?: string; status?: string }> };
  declarativeNetRequest: {
    getSessionRules(): Promise<
      {
        id: number;
        action: { type: string };
        condition: { tabIds?: number[] | null; resourceTypes?: string[] };
      }[]
    >;
  };
};

/** Waits until the toolbar button says so of the tab: icon, badge and title do not change at the same instant. */
export async function buttonSays(page: Page, badge: string, title: string | RegExp): Promise<void> {
  const says = async () => {
    const now = await page.action();
    const isTitle = typeof title === 'string' ? now.title === title : title.test(now.title);
    if (now.badge !== badge || !isTitle) throw new Error(`it says ${JSON.stringify(now)}`);
    return true;
  };
  await waitUntil(says, { message: `the button to say "${badge}" and ${title}` });
}
