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
      // There is none: drawing as if there were one is work for the processor.
      '--disable-gpu',
      // A process in reserve for each tab is one more process to start.
      '--disable-features=SpareRendererForSitePerProcess',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.*',
      `--window-size=${width},${height}`,
      ...(reopenTabs ? ['--restore-last-session'] : []),
      ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
      ...(locale ? [`--lang=${locale}`, `--accept-lang=${locale}`] : []),
    ],
  });
}
