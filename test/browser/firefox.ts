// Firefox, driven over Marionette.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, BrowserOptions, Page } from './browser.ts';
import { findBrowser } from './find.ts';
import { actOnExtension, pinButton, toExtensionUrl } from './firefox-extension.ts';
import { collectConsole, readLog, startLog } from './firefox-log.ts';
import { readShared } from './firefox-share.ts';
import { FirefoxDriver } from './firefox-tab.ts';
import {
  actOnTab,
  listTabs,
  openPrivateTab,
  openTab,
  prepareWindow,
  readProcesses,
  reopenLastTab,
  reopenTabsAtNextStart,
  sizeWindow,
  speak,
} from './firefox-window.ts';
import { Marionette } from './marionette.ts';
import { packExtension } from './pack.ts';
import { makeProfile, type Profile } from './profile.ts';
import { Tab, waitUntil } from './tab.ts';

/** A quiet browser: no first-run pages, no downloads, no reports, nothing that speaks to the network by itself. */
const QUIET = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.discovery.enabled': false,
  'browser.newtab.preload': false,
  'browser.newtabpage.enabled': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.region.network.url': '',
  'browser.pagethumbnails.capturing_disabled': true,
  'browser.region.update.enabled': false,
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'browser.topsites.contile.enabled': false,
  'browser.translations.automaticallyPopup': false,
  'browser.urlbar.suggest.searches': false,
  'browser.warnOnQuit': false,
  'captivedetect.canonicalURL': '',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'devtools.jsonview.enabled': false,
  'dom.disable_open_during_load': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'dom.push.connection.enabled': false,
  'extensions.autoDisableScopes': 0,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'nimbus.rollouts.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.autofillForms': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': 'data:,',
  'toolkit.telemetry.unified': false,
};

/** What the tests need of it. */
const DRIVEN = {
  // What is under test is not signed.
  'xpinstall.signatures.required': false,
  'marionette.port': 0,
  // A temporary extension is gone after a restart; what it stored and its address are to stay, as an installed one's.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

/** Starts Firefox with a fresh profile. */
export async function openFirefox(options: BrowserOptions): Promise<Browser> {
  const profile = await makeProfile('light-firefox-');
  const browser = new Firefox(options, profile);
  await browser.start();
  return browser;
}

/** The page with the extension's rights. */
interface Own {
  handle: string;
  page: Page;
}

/** Firefox's own notes that a page had gone before its message was answered: there is none left that could have caught it. */
const PAGE_GONE =
  /Promise (?:rejected|resolved) after context unloaded|Promise resolved while context is inactive/;

export class Firefox implements Browser {
  readonly name = 'firefox';
  opened: Page[] = [];
  readonly #options: BrowserOptions;
  readonly #profile: Profile;
  #process: ChildProcess | undefined;
  #marionette: Marionette | undefined;
  extensionId = '';
  #pastErrors: string[] = [];
  #own: Own | undefined;
  /** The empty tab, through which the ordinary window is found, once there has been another window. */
  #home: string | undefined;

  constructor(options: BrowserOptions, profile: Profile) {
    this.#options = options;
    this.#profile = profile;
  }

  async start() {
    const { headless = true, width = 1200, height = 900, locale } = this.#options;
    await this.#writePrefs();
    const portFile = join(this.#profile.path, 'MarionetteActivePort');
    await rm(portFile, { force: true });
    const words = [
      '--marionette',
      '--remote-allow-system-access',
      '--no-remote',
      '--profile',
      this.#profile.path,
    ];
    this.#process = spawn(await findBrowser('firefox'), [...(headless ? ['--headless'] : []), ...words], {
      stdio: 'ignore',
      env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    });
    this.#profile.inUseUntil(() => this.#process?.kill('SIGKILL'));
    const port = await waitUntil(async () => Number(await readFile(portFile, 'utf8')), {
      timeoutMs: 60_000,
      message: 'Firefox to start',
    });
    this.#marionette = await Marionette.open(port);
    await this.inWindow(prepareWindow);
    await this.inWindow(startLog, String(collectConsole));
    if (locale) await this.inWindow(speak, locale);
    await this.inWindow(sizeWindow, width, height);
    await this.#installExtension();
  }

  async #installExtension() {
    const { extension, allowPrivate = false, installed = false, welcome } = this.#options;
    if (installed && this.extensionId) {
      await waitUntil(() => this.isBackgroundAlive().then(() => true), {
        message: 'the extension to be there',
      });
      return this.inWindow(pinButton, this.widgetId);
    }
    const path = installed ? await packExtension(extension, this.#profile.path) : resolve(extension);
    this.extensionId = await this.#install(path, false);
    if (welcome) await this.#closeWelcome(welcome);
    // Afterwards, for Marionette loads it again for that: what it opens where it is installed would come and go.
    if (allowPrivate) await this.#install(path, true);
    await this.inWindow(pinButton, this.widgetId);
  }

  async #install(path: string, allowPrivateBrowsing: boolean): Promise<string> {
    const temporary = !this.#options.installed;
    const answer = await this.marionette.send('Addon:Install', { path, temporary, allowPrivateBrowsing });
    return (answer as { value: string }).value; // By Marionette's protocol.
  }

  async #closeWelcome(path: string) {
    const address = await this.inWindow(toExtensionUrl, this.extensionId, path);
    const findWelcome = async () => (await this.inWindow(listTabs)).find(({ url }) => url === address);
    const { handle } = await waitUntil(findWelcome, { message: `${path} to be opened` });
    await this.inWindow(actOnTab, handle, { do: 'close' });
  }

  async #writePrefs() {
    const { colorScheme, downloads, locale, prefs } = this.#options;
    const all = {
      ...QUIET,
      ...DRIVEN,
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
      ...(downloads && { 'browser.download.folderList': 2, 'browser.download.dir': downloads }),
      ...(locale && { 'intl.accept_languages': `${locale}, en` }),
      ...prefs,
    };
    const lines = Object.entries(all).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
    );
    await writeFile(join(this.#profile.path, 'user.js'), lines.join(''));
  }

  /** The id that Firefox's window gives the extension's toolbar button. */
  get widgetId(): string {
    return `${this.extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;
  }

  get marionette(): Marionette {
    if (!this.#marionette) throw new Error('Firefox has not been started.');
    return this.#marionette;
  }

  /** Runs a function of `firefox-window.ts`. */
  async inWindow<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return (await this.marionette.inChrome(String(fn), args, this.#home)) as T; // It travelled as JSON.
  }

  /** The same in the window of that tab. */
  async inWindowOf<T, A extends unknown[]>(
    handle: string,
    fn: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    return (await this.marionette.inChrome(String(fn), args, handle)) as T; // As above.
  }

  async #open(url: string, background: boolean): Promise<Page> {
    return this.#toPage(await this.inWindow(openTab, url, background));
  }

  #toPage(handle: string): Page {
    const page = new Tab(new FirefoxDriver(this, handle));
    this.opened.push(page);
    return page;
  }

  async closeTabs() {
    this.opened = [];
    const [, ...others] = await this.inWindow(listTabs);
    for (const { handle } of others)
      if (handle !== this.#own?.handle) await this.inWindow(actOnTab, handle, { do: 'close' });
  }

  open(url: string) {
    return this.#open(url, false);
  }

  openInBackground(url: string) {
    return this.#open(url, true);
  }

  async openPrivate(url: string) {
    this.#home ??= (await this.inWindow(listTabs))[0]?.handle;
    return this.#toPage(await this.inWindow(openPrivateTab, url));
  }

  async waitForNewTab(action: () => Promise<unknown>) {
    const before = new Set((await this.inWindow(listTabs)).map((tab) => tab.handle));
    await action();
    const fresh = await waitUntil(
      async () => (await this.inWindow(listTabs)).find((tab) => !before.has(tab.handle)),
      { message: 'a new tab' },
    );
    return this.#toPage(fresh.handle);
  }

  reopenClosedTab() {
    return this.waitForNewTab(() => this.inWindow(reopenLastTab));
  }

  async extensionPage(path: string) {
    return this.open(await this.inWindow(toExtensionUrl, this.extensionId, path));
  }

  async inExtension<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    // It stays open: to open one takes longer than what is asked there. It goes with its extension.
    const tabs = await this.inWindow(listTabs);
    if (!tabs.some(({ handle }) => handle === this.#own?.handle)) this.#own = await this.#openOwn();
    return (this.#own as Own).page.evaluate(fn, ...args);
  }

  /** Firefox runs an extension once for all windows. */
  inPrivateExtension<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return this.inExtension(fn, ...args);
  }

  /** A page that has the extension's rights and brings none of its code along: any file of it does. */
  async #openOwn(): Promise<Own> {
    const url = await this.inWindow(toExtensionUrl, this.extensionId, 'manifest.json');
    const handle = await this.inWindow(openTab, url, true);
    const page = new Tab(new FirefoxDriver(this, handle));
    // The document is there a moment before the extension's rights are.
    const isReady = () =>
      location.protocol === 'moz-extension:' &&
      document.readyState === 'complete' &&
      (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime !== undefined;
    await page.waitFor(isReady, [], { message: `${url} to open` });
    return { handle, page };
  }

  isBackgroundAlive() {
    return this.inWindow(actOnExtension, this.extensionId, 'look');
  }

  async readMemory(address: string) {
    return { ...(await this.inWindow(readProcesses, address)), nodes: null };
  }

  readShared() {
    return this.inWindow(readShared);
  }

  /** It has ended when this resolves, and may run again by then: a page whose question it had not answered asks again at once. */
  async killBackground() {
    await this.inWindow(actOnExtension, this.extensionId, 'kill');
  }

  /** Firefox's background listens to no tab as it starts, unless it had to when it ran last (src/background/navigation/lazy-listeners.ts). */
  async restBackground() {
    const isAtRest = () => !localStorage.getItem('navigation') && !localStorage.getItem('tabs');
    await waitUntil(() => this.inExtension(isAtRest), { message: 'the background to listen to no tab' });
    await this.killBackground();
  }

  /** An extension that goes is not to find a page of its own open: a reader has none. */
  async #closeOwn() {
    await this.#own?.page.close().catch(() => {}); // It went with its extension.
    this.#own = undefined;
  }

  async reloadExtension() {
    await this.#closeOwn();
    await this.inWindow(actOnExtension, this.extensionId, 'reload');
  }

  async disableExtension() {
    await this.#closeOwn();
    await this.inWindow(actOnExtension, this.extensionId, 'disable');
  }

  async enableExtension() {
    await this.inWindow(actOnExtension, this.extensionId, 'enable');
  }

  async backgroundErrors() {
    const address = await this.inWindow(toExtensionUrl, this.extensionId, '');
    const errors = await this.inWindow(readLog, null, address);
    return [...this.#pastErrors, ...errors.filter((line) => !PAGE_GONE.test(line))];
  }

  async restart({ reopenTabs = false } = {}) {
    this.#pastErrors = await this.backgroundErrors();
    if (reopenTabs) await this.inWindow(reopenTabsAtNextStart);
    await this.#closeOwn();
    const count = (await this.inWindow(listTabs)).length;
    await this.#quit();
    this.opened = [];
    this.#home = undefined;
    await this.start();
    if (!reopenTabs) return [];
    const [, ...reopened] = await waitUntil(
      async () => {
        const tabs = await this.inWindow(listTabs);
        return tabs.length === count ? tabs : null;
      },
      { message: `${count} tabs to be open again` },
    );
    return reopened.map(({ handle }) => this.#toPage(handle));
  }

  async #quit() {
    const ended = new Promise<void>((resolve) => {
      // A process that was killed has no code.
      const { exitCode = 0, signalCode = null } = this.#process ?? {};
      if (exitCode !== null || signalCode !== null) resolve();
      this.#process?.once('exit', () => resolve());
    });
    const killer = setTimeout(() => this.#process?.kill('SIGKILL'), 20_000);
    // Firefox may hang up before it has answered.
    await this.#marionette?.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
    await ended;
    clearTimeout(killer);
    this.#marionette?.close();
  }

  async close() {
    await this.#quit();
    await this.#profile.remove();
  }
}
