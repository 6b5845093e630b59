// Starts Chromium. puppeteer starts it and carries the messages; nothing of puppeteer's is attached to tabs or workers, so
// a page that hangs cannot hang it and a service worker sleeps and dies as it would.
import puppeteer, { type Browser as Launched } from 'puppeteer-core';
import type { BrowserOptions } from './browser.ts';
import { findBrowser } from './find.ts';

/** Starts Chromium with that profile. With `reopenTabs` it opens again what was open when it was quit. */
export async function launchChromium(
  options: BrowserOptions,
  profile: string,
  reopenTabs: boolean,
): Promise<Launched> {
  const { headless = true, width = 1200, height = 900, colorScheme, locale } = options;
  return puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    pipe: true,
    enableExtensions: true,
    headless,
    userDataDir: profile,
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    defaultViewport: null,
    waitForInitialPage: false,
    targetFilter: () => false,
    protocolTimeout: 30_000,
    ...(locale && { env: { ...process.env, LANGUAGE: locale } }),
    ignoreDefaultArgs: [
      // Hidden tabs are to be slow, as they are for a reader.
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      // The empty tab comes back with the others.
      ...(reopenTabs ? ['about:blank'] : []),
    ],
    args: [
      '--no-sandbox',
      '--no-default-browser-check',
      '--disable-component-update',
      // On processors alone, drawing is the less work the less it pretends to be a graphics card.
      '--disable-gpu',
      // A renderer in reserve for every tab, and panels that no story opens, are a seventh of the work of a run.
      '--disable-features=SpareRendererForSitePerProcess,PreloadTopChromeWebUI',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.*',
      `--window-size=${width},${height}`,
      ...(reopenTabs ? ['--restore-last-session'] : []),
      ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
      ...(locale ? [`--lang=${locale}`, `--accept-lang=${locale}`] : []),
    ],
  });
}
