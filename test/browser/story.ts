// A story is what a reader lives through, told once and played in whichever browser LIGHT_BROWSER names.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Site, startSite } from '../site/site.ts';
import { type Browser, type BrowserName, type BrowserOptions, openBrowser, type Page } from './browser.ts';
import { FAILED_FOLDER } from './failed-folder.ts';

export interface Scene {
  browser: Browser;
  site: Site;
  /** `browser.open`, on the test site's own path. */
  visit(path: string): Promise<Page>;
}

export interface StoryOptions {
  /** Start with the extension's storage and network rules empty. Default true. */
  fresh?: boolean;
  /** Browsers that the story makes no sense in, and why. */
  skip?: Partial<Record<BrowserName, string>>;
  /** The browser ends with this story, for it changes what cannot be changed back. Default false. */
  last?: boolean;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a run asks of its stories, by the environment of its lanes. */
const { LIGHT_EXTENSION, LIGHT_TITLE = '', LIGHT_MARKED } = process.env;

/** The browser the stories are played in. */
export const browserName: BrowserName = process.env.LIGHT_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** The folder of the built extension that the stories are played with. */
export const extensionPath =
  LIGHT_EXTENSION ?? join(ROOT, 'dist', browserName === 'chromium' ? 'chrome' : 'firefox');

interface Stage {
  browser: Browser;
  /** What its browser was opened with, as JSON. */
  look: string;
}

let stage: Promise<Stage> | undefined;
let site: Promise<Site> | undefined;
let look: Partial<BrowserOptions> = {};
let played: Promise<unknown>[] = [];

/** Options for the browser of this file's stories; to be called before the first story. */
export function stageWith(options: Partial<BrowserOptions>): void {
  look = options;
}

/** The browser that is open, or another where there is none that was opened with these options. */
async function openStage(options: Partial<BrowserOptions>): Promise<Stage> {
  const wanted = JSON.stringify(options);
  const open = await stage?.catch(() => undefined); // The story that opened it has failed with it.
  if (open?.look === wanted) return open;
  await closeStage(open);
  stage = openBrowser(browserName, { extension: extensionPath, welcome: 'welcome.html', ...options }).then(
    (browser) => ({
      browser,
      look: wanted,
    }),
  );
  return stage;
}

/** Closes that browser. Nothing where it has been closed already: a story that took too long may still be at its end. */
async function closeStage(closing: Stage | undefined): Promise<void> {
  const open = await stage?.catch(() => undefined); // As above.
  if (open !== closing) return;
  stage = undefined;
  await closing?.browser.close();
}

/** Waits for the stories registered until now. The next file begins with a site of its own: nothing of it is in the cache. */
export async function finishFile(): Promise<void> {
  await Promise.all(played);
  played = [];
  look = {};
  const ended = site;
  site = undefined;
  await (await ended)?.close();
}

/** Closes what is open. A file that is played by itself does so when its stories have ended. */
export async function leaveStage(): Promise<void> {
  await closeStage(await stage?.catch(() => undefined)); // As above.
  await (await site)?.close();
}

after(leaveStage);

/**
 * Plays one story. It begins over the fast link and without faults. Its tabs are closed after it, and
 * a screenshot of each is kept in `test-results/failed` if it fails.
 */
export function story(
  title: string,
  play: (scene: Scene) => Promise<void>,
  options: StoryOptions = {},
): void {
  if (!LIGHT_MARKED) register(title, play, options);
}

/** The same for a story that is played in the oldest browsers, too, and in those that lack something: `npm run e2e -- --oldest`. */
story.oldest = register;

function register(title: string, play: (scene: Scene) => Promise<void>, options: StoryOptions = {}): void {
  if (!title.includes(LIGHT_TITLE)) return;
  const skip = options.skip?.[browserName] ?? false;
  const looks = look;
  const playing = test(title, { skip, timeout: 240_000 }, async ({ signal }) => {
    const open = await openStage(looks);
    const { browser } = open;
    site ??= startSite();
    const its = await site;
    its.setLink('fast');
    its.mend();
    its.forget();
    let isPlaying = true;
    // Out of time: what it leaves behind is nobody's, and the next story begins in a browser of its own.
    signal.addEventListener('abort', () => isPlaying && closeStage(open));
    try {
      if (options.fresh ?? true) await clearExtension(browser);
      await play({ browser, site: its, visit: (path) => browser.open(its.url(path)) });
      await (options.last ? closeStage(open) : browser.closeTabs());
    } catch (error) {
      await takePictures(title, browser.opened);
      await closeStage(open); // As above.
      throw error;
    } finally {
      isPlaying = false;
    }
  });
  played.push(playing);
}

/** Empties what the extension has stored and the network rules it has made. */
export async function clearExtension(browser: Browser): Promise<void> {
  await browser.inExtension(async () => {
    indexedDB.deleteDatabase('shelf');
    const { storage, declarativeNetRequest: rules } = chrome;
    await Promise.all([storage.local.clear(), storage.session.clear(), storage.sync.clear()]);
    const all = await rules.getSessionRules();
    await rules.updateSessionRules({ removeRuleIds: all.map(({ id }) => id) });
    // Light takes these out itself, but a moment later.
    const ofSites = await rules.getDynamicRules();
    await rules.updateDynamicRules({ removeRuleIds: ofSites.map(({ id }) => id) });
  });
}

async function takePictures(title: string, pages: readonly Page[]): Promise<void> {
  await mkdir(FAILED_FOLDER, { recursive: true });
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();
  for (const [index, page] of pages.entries()) {
    // A tab that is closed or broken has no picture; the story's own error is the one to be told.
    await page.screenshot(join(FAILED_FOLDER, `${name}-${browserName}-${index + 1}.png`)).catch(() => {});
  }
}

/** What the clearing asks with the extension's rights. */
declare const chrome: {
  storage: Record<'local' | 'session' | 'sync', { clear(): Promise<void> }>;
  declarativeNetRequest: {
    getSessionRules(): Promise<{ id: number }[]>;
    updateSessionRules(update: { removeRuleIds: number[] }): Promise<void>;
    getDynamicRules(): Promise<{ id: number }[]>;
    updateDynamicRules(update: { removeRuleIds: number[] }): Promise<void>;
  };
};
