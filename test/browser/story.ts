// A story is what a reader lives through, told once and played in whichever browser LIGHT_BROWSER names.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Site, startSite } from '../site/site.ts';
import { type Browser, type BrowserName, type BrowserOptions, openBrowser, type Page } from './browser.ts';

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
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The browser the stories are played in. */
export const browserName: BrowserName = process.env.LIGHT_BROWSER === 'firefox' ? 'firefox' : 'chromium';

let stage: Promise<{ browser: Browser; site: Site }> | undefined;
let look: Partial<BrowserOptions> = {};

/** Options for the browser of this file's stories; to be called before the first story. */
export function stageWith(options: Partial<BrowserOptions>): void {
  look = options;
}

/** One browser and one site per file, opened with its first story. */
function openStage() {
  stage ??= (async () => {
    const site = await startSite();
    const extension = join(ROOT, 'dist', browserName === 'chromium' ? 'chrome' : 'firefox');
    return { site, browser: await openBrowser(browserName, { extension, ...look }) };
  })();
  return stage;
}

after(async () => {
  const opened = await stage?.catch(() => undefined); // The story that opened it has failed with it.
  await opened?.browser.close();
  await opened?.site.close();
});

/**
 * Plays one story. It begins over the fast link and without faults. Its tabs are closed after it, and
 * a screenshot of each is kept in `test-results/` if it fails.
 */
export function story(
  title: string,
  play: (scene: Scene) => Promise<void>,
  options: StoryOptions = {},
): void {
  const skip = options.skip?.[browserName] ?? false;
  test(title, { skip, timeout: 120_000 }, async () => {
    const { browser, site } = await openStage();
    site.setLink('fast');
    site.mend();
    site.forget();
    try {
      if (options.fresh ?? true) await clearExtension(browser);
      await play({ browser, site, visit: (path) => browser.open(site.url(path)) });
    } catch (error) {
      await takePictures(title, browser.opened);
      throw error;
    } finally {
      await browser.closeTabs();
    }
  });
}

/** Empties what the extension has stored and the network rules it has made. */
export async function clearExtension(browser: Browser): Promise<void> {
  await browser.inExtension(async () => {
    const { storage, declarativeNetRequest: rules } = chrome;
    await Promise.all([storage.local.clear(), storage.session.clear(), storage.sync.clear()]);
    const all = await rules.getSessionRules();
    await rules.updateSessionRules({ removeRuleIds: all.map(({ id }) => id) });
  });
}

async function takePictures(title: string, pages: readonly Page[]): Promise<void> {
  const folder = join(ROOT, 'test-results');
  await mkdir(folder, { recursive: true });
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();
  for (const [index, page] of pages.entries()) {
    // A tab that is closed or broken has no picture; the story's own error is the one to be told.
    await page.screenshot(join(folder, `${name}-${browserName}-${index + 1}.png`)).catch(() => {});
  }
}

/** What the clearing asks with the extension's rights. */
declare const chrome: {
  storage: Record<'local' | 'session' | 'sync', { clear(): Promise<void> }>;
  declarativeNetRequest: {
    getSessionRules(): Promise<{ id: number }[]>;
    updateSessionRules(update: { removeRuleIds: number[] }): Promise<void>;
  };
};
