// npm start: Light in a real browser, on the test news site over a slow link, so that anybody can see what it is for.
// Options: --browser=chromium|firefox, --link=2g, or an address: npm start -- https://example.org/x
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { BROWSERS, readOptions, runCommand, toChoice, UsageError } from './bench/command.ts';
import { buildLight, openLight, ROOT } from './bench/light.ts';
import { toTable } from './bench/table.ts';
import { asItIs, CAP_MS, type Figures, measure, SUBJECTS, switchedWhenAsked } from './bench/ways.ts';
import type { Browser, BrowserName, Page } from './browser/browser.ts';
import { findBrowser, provideFonts } from './browser/find.ts';
import { PageGone } from './browser/tab.ts';
import { LINKS, type LinkName, startSite } from './site/site.ts';

interface Wish {
  name: BrowserName;
  link: LinkName;
  /** Another page than the test site's. */
  address: string | null;
}

function readWish(): Wish {
  const { options, others } = readOptions(process.argv.slice(2), ['browser', 'link']);
  const [address, extra] = others;
  if (extra) throw new UsageError(`One address can be opened, not "${extra}" too.`);
  if (address && !/^https?:\/\/./.test(address)) {
    throw new UsageError(`"${address}" is no address: it would begin with https:// or http://.`);
  }
  if (address && options.link) throw new UsageError('--link slows the test site only, not other addresses.');
  return {
    name: toChoice('browser', options.browser ?? 'chromium', BROWSERS),
    link: toChoice('link', options.link ?? '2g', Object.keys(LINKS) as LinkName[]), // The names of its type.
    address: address ?? null,
  };
}

async function main() {
  const wish = readWish();
  await buildLight();
  await findBrowser(wish.name);
  await provideFonts();
  if (wish.address) letOut();
  if (hasDisplay()) return await showToPerson(wish);
  console.log('There is no display, so the browser runs without a window and Light is pressed from here.');
  await mkdir(RESULTS, { recursive: true });
  return await (wish.address ? tryAddress(wish.name, wish.address) : trySite(wish));
}

const RESULTS = join(ROOT, 'test-results');

const hasDisplay = () =>
  process.platform !== 'linux' || !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The driver keeps Chromium from every other host, as tests need it; who asks for an address wants to get there. */
function letOut(): void {
  const launch = puppeteer.launch.bind(puppeteer);
  puppeteer.launch = (options = {}) =>
    launch({
      ...options,
      args: options.args?.filter((each) => !each.startsWith('--host-resolver-rules')) ?? [],
    });
}

async function showToPerson({ name, link, address }: Wish): Promise<void> {
  const site = address ? null : await startSite({ link });
  const browser = await openLight(name, { headless: false });
  await browser.open(address ?? site?.url(SUBJECTS.english.path) ?? '');
  const { kbps, latencyMs } = LINKS[link];
  const where = address ?? `a news article over ${link} (${kbps} kbit/s, ${latencyMs} ms)`;
  console.log(
    `${name} shows ${where}. ${address ? 'If it is slow, Light asks' : 'In a few seconds Light asks'} "Switch to … Light?"`,
  );
  console.log(
    'Press "Switch to Light", or at any time Alt+L or Light\'s button (in the toolbar, or behind its puzzle piece); close the browser or press Ctrl+C to end.',
  );
  await Promise.race([whenClosed(browser), whenInterrupted().then(() => closeSoon(browser))]);
  // The browser is gone: the site goes with this process, and what may be left of the profile.
  process.exit(0);
}

/** Ctrl+C. The driver's own answer to it is for tests: a browser killed at once may still write into the profile just removed. */
function whenInterrupted(): Promise<void> {
  process.removeAllListeners('SIGINT');
  return new Promise((resolve) => process.once('SIGINT', () => resolve()));
}

/** A browser that got the Ctrl+C too does not answer any more. */
const closeSoon = (browser: Browser) => Promise.race([browser.close(), pause(5000)]);

/** Longer than a busy browser takes to answer, in ms. */
const NO_ANSWER_MS = 10_000;

async function whenClosed(browser: Browser): Promise<void> {
  for (;;) {
    const silence = pause(NO_ANSWER_MS).then(() => 'silent' as const);
    const answer = browser
      .isBackgroundAlive()
      .catch((error) => (error instanceof PageGone ? 'busy' : 'gone'));
    const state = await Promise.race([answer, silence]);
    if (state === 'gone' || state === 'silent') return;
    await pause(1000);
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** One step of what is shown; if it does not happen, the error names it. */
async function step<T>(what: string, play: () => Promise<T>): Promise<T> {
  try {
    return await play();
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : error;
    throw new Error(`This step did not happen: ${what}. ${why}`, { cause: error });
  }
}

/** Large enough for an article, small enough for a README. */
const DESKTOP = [900, 640] as const;
/** A page that shows nothing yet needs no more of the README than that. */
const BLANK = [900, 360] as const;
const PHONE = [340, 640] as const;

async function trySite({ name, link }: Wish): Promise<void> {
  const pictures = ['prompt', 'view', 'view-dark', 'phone', 'phone-fa'];
  for (const each of pictures) await rm(toPath(each), { force: true });
  const browser = await step(`${name} starts with Light`, () => openLight(name));
  try {
    await browser.disableExtension();
    const plain = await step('the page comes as it is', () =>
      measure(browser, asItIs, SUBJECTS.english, link),
    );
    await browser.enableExtension();
    const light = await step('Light asks, and shows the text when pressed', () =>
      measure(browser, switchedWhenAsked, SUBJECTS.english, link, {
        opened: prepare,
        asked: (tab) => tab.screenshot(toPath('prompt')),
        shown: takeViews,
      }),
    );
    if (light.seconds === null)
      throw new Error(`This step did not happen: Light asks. Over ${link} the page was there first.`);
    await step('the toolbar button shows the Persian text', () => takePersian(name));
    console.log(`\nA news article over ${link}, in ${name}:\n\n${toFigures(plain, light)}\n`);
    console.log(`Pictures: ${pictures.map((each) => `test-results/${each}.png`).join(', ')}`);
  } finally {
    await browser.close();
  }
}

/** Without motion nothing is half faded in on the picture. */
async function prepare(tab: Page): Promise<void> {
  await tab.setViewport(...BLANK);
  await tab.emulate({ reducedMotion: true });
}

const toPath = (picture: string) => join(RESULTS, `${picture}.png`);

async function takeViews(tab: Page): Promise<void> {
  await tab.setViewport(...DESKTOP);
  await tab.screenshot(toPath('view'));
  await tab.emulate({ colorScheme: 'dark' });
  await tab.screenshot(toPath('view-dark'));
  await tab.emulate({ colorScheme: 'light' });
  await tab.setViewport(...PHONE);
  await tab.screenshot(toPath('phone'));
}

/** As a Persian reader sees it, whose browser speaks Persian. */
async function takePersian(name: BrowserName): Promise<void> {
  const site = await startSite();
  const browser = await openLight(name, { locale: 'fa' });
  try {
    const tab = await browser.open('about:blank');
    await tab.setViewport(...PHONE);
    await tab.go(site.url(SUBJECTS.persian.path));
    await tab.waitFor(() => location.protocol === 'http:' && document.readyState === 'complete');
    await tab.pressToolbarButton();
    await tab.appears('[data-light=view]', '[data-part=body]');
    await tab.screenshot(toPath('phone-fa'));
  } finally {
    await browser.close();
    await site.close();
  }
}

function toFigures(plain: Figures, light: Figures): string {
  const toRow = (what: string, { requests, bytes, seconds }: Figures) => [
    what,
    requests,
    Math.round(bytes / 1024),
    seconds === null ? null : seconds > CAP_MS / 1000 ? `> ${CAP_MS / 1000}` : seconds.toFixed(1),
  ];
  return toTable(
    ['', 'requests', 'KB', 'seconds to the first readable paragraph'],
    [toRow('the page as it is', plain), toRow('Light, after the prompt', light)],
  );
}

/** Somebody else's page: what it costs is counted by nobody, so only what is seen is told. */
async function tryAddress(name: BrowserName, address: string): Promise<void> {
  const browser = await step(`${name} starts with Light`, () => openLight(name));
  try {
    const tab = await browser.open('about:blank');
    await tab.setViewport(...DESKTOP);
    await tab.go(address);
    await step(`${address} comes`, async () => {
      const outcome = await tab.waitFor(lookWhatCame, [], { timeoutMs: 60_000, message: 'its text' });
      if (outcome === 'error') throw new Error('The browser cannot reach it.');
    });
    await tab.screenshot(toPath('page'));
    await tab.pressToolbarButton();
    const state = await step('the toolbar button shows the text', () =>
      tab.waitFor(() => {
        const given = document.querySelector('[data-light=view]')?.getAttribute('data-state');
        return given === 'arriving' ? null : given;
      }),
    );
    await tab.screenshot(toPath('view'));
    console.log(`Light shows ${address} as: ${state}`);
    console.log('Pictures: test-results/page.png, test-results/view.png');
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function lookWhatCame(): 'page' | 'error' | null {
  if (/^(chrome-error:|about:neterror)/.test(document.documentURI)) return 'error';
  return location.protocol.startsWith('http') && document.readyState !== 'loading' ? 'page' : null;
}

await runCommand(main);
