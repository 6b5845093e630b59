// Chromium, driven over its debugging pipe. puppeteer starts it and carries the messages; nothing of puppeteer's is
// attached to tabs or workers, so a page that hangs cannot hang it and a service worker sleeps and dies as it would.
import { resolve } from 'node:path';
import puppeteer, { type CDPSession, type Connection } from 'puppeteer-core';
import type { Browser, BrowserOptions, Page } from './browser.ts';
import { evaluateIn } from './chromium-evaluate.ts';
import { writeHelper } from './chromium-helper.ts';
import { ChromiumDriver } from './chromium-tab.ts';
import { findBrowser } from './find.ts';
import { makeProfile, type Profile } from './profile.ts';
import { Tab, waitUntil } from './tab.ts';

/** What `Target.getTargets` says, with the field that the published types do not know yet. */
interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
  embedderData?: { tabActive: boolean; tabStripIndex: number };
}

/** Starts Chromium with a fresh profile. */
export async function openChromium(options: BrowserOptions): Promise<Browser> {
  const profile = await makeProfile('light-chromium-');
  const browser = new Chromium(options, profile);
  await browser.start();
  return browser;
}

/** A page that is in no tab strip. */
interface Hidden {
  targetId: string;
  session: CDPSession;
}

export class Chromium implements Browser {
  readonly name = 'chromium';
  opened: Page[] = [];
  readonly #options: BrowserOptions;
  readonly #profile: Profile;
  #quit: () => Promise<void> = async () => {};
  #connection: Connection | undefined;
  #root: CDPSession | undefined;
  #helper: CDPSession | undefined;
  #extensionId = '';
  /** The page with the extension's rights. */
  #own: Hidden | undefined;
  /** Chromium forgets an extension's errors when the extension is unloaded. */
  #pastErrors: string[] = [];

  constructor(options: BrowserOptions, profile: Profile) {
    this.#options = options;
    this.#profile = profile;
  }

  async start() {
    const { headless = true, width = 1200, height = 900, colorScheme, locale } = this.#options;
    const launched = await puppeteer.launch({
      executablePath: await findBrowser('chromium'),
      pipe: true,
      enableExtensions: true,
      headless,
      userDataDir: this.#profile.path,
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      defaultViewport: null,
      waitForInitialPage: false,
      targetFilter: () => false,
      protocolTimeout: 30_000,
      ...(locale && { env: { ...process.env, LANGUAGE: locale } }),
      // Hidden tabs are to be slow, as they are for a reader.
      ignoreDefaultArgs: ['--disable-background-timer-throttling', '--disable-renderer-backgrounding'],
      args: [
        '--no-sandbox',
        '--no-default-browser-check',
        '--disable-component-update',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.*',
        `--window-size=${width},${height}`,
        ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
        ...(locale ? [`--lang=${locale}`, `--accept-lang=${locale}`] : []),
      ],
    });
    this.#quit = () => launched.close();
    this.#profile.inUseUntil(() => launched.process()?.kill('SIGKILL'));
    this.#root = await launched.target().createCDPSession();
    this.#connection = this.#root.connection();
    const off = { autoAttach: false, waitForDebuggerOnStart: false, flatten: true };
    await this.#connection?.send('Target.setAutoAttach', off);
    const helperId = await launched.installExtension(await writeHelper(this.#profile.path));
    this.#helper = (await this.#openHidden(`chrome-extension://${helperId}/manifest.json`)).session;
    this.#extensionId = await launched.installExtension(resolve(this.#options.extension));
    await this.#inExtensionList((id) => {
      const extensionsPage = chrome.developerPrivate;
      return extensionsPage
        .updateProfileConfiguration({ inDeveloperMode: true })
        .then(() => extensionsPage.updateExtensionConfiguration({ extensionId: id, errorCollection: true }));
    });
  }

  get root(): CDPSession {
    if (!this.#root) throw new Error('Chromium has not been started.');
    return this.#root;
  }

  /** A page of the driver's own extension. */
  get helper(): CDPSession {
    if (!this.#helper) throw new Error('Chromium has not been started.');
    return this.#helper;
  }

  async attach(targetId: string): Promise<CDPSession> {
    const { sessionId } = await this.root.send('Target.attachToTarget', { targetId, flatten: true });
    const session = this.#connection?.session(sessionId);
    if (!session) throw new Error(`Chromium gave no session for the target ${targetId}.`);
    return session;
  }

  /** The session of a child target that was attached by itself. */
  session(sessionId: string): CDPSession | null {
    return this.#connection?.session(sessionId) ?? null;
  }

  async targets(): Promise<TargetInfo[]> {
    // An empty filter lets every type through, tabs included.
    const { targetInfos } = await this.root.send('Target.getTargets', { filter: [{}] });
    return targetInfos;
  }

  /** The tabs in the tab strip, in its order. */
  async tabs() {
    const targets = await this.targets();
    return targets
      .flatMap(({ targetId, type, url, embedderData: strip }) =>
        type === 'tab' && strip && strip.tabStripIndex >= 0
          ? [{ targetId, url, isSelected: strip.tabActive, index: strip.tabStripIndex }]
          : [],
      )
      .sort((a, b) => a.index - b.index);
  }

  open(url: string) {
    return this.#create(url, false);
  }

  openInBackground(url: string) {
    return this.#create(url, true);
  }

  extensionPage(path: string) {
    return this.open(`chrome-extension://${this.#extensionId}/${path}`);
  }

  async #create(url: string, background: boolean): Promise<Page> {
    // The selected tab becomes the opener of the new one, as if a link in it had been followed: let that be the empty tab.
    const [empty] = await this.tabs();
    if (empty && !background) await this.root.send('Target.activateTarget', { targetId: empty.targetId });
    const { targetId } = await this.root.send('Target.createTarget', { url, background, forTab: true });
    return this.#toPage(targetId);
  }

  async #toPage(tabTargetId: string): Promise<Page> {
    const page = new Tab(await ChromiumDriver.attach(this, tabTargetId));
    this.opened.push(page);
    return page;
  }

  async closeTabs() {
    this.opened = [];
    const [, ...others] = await this.tabs();
    await Promise.all(others.map(({ targetId }) => this.closeTab(targetId)));
  }

  async closeTab(targetId: string) {
    // A close that meets the arrival of a new document is lost with the old one.
    const close = async () => {
      if (!(await this.tabs()).some((tab) => tab.targetId === targetId)) return true;
      await this.root.send('Target.closeTarget', { targetId }).catch(() => {}); // It may just have closed.
      return false;
    };
    await waitUntil(close, { message: 'the tab to close' });
  }

  async waitForNewTab(action: () => Promise<unknown>) {
    const before = new Set((await this.tabs()).map((tab) => tab.targetId));
    await action();
    const fresh = await waitUntil(async () => (await this.tabs()).find((tab) => !before.has(tab.targetId)), {
      message: 'a new tab',
    });
    return this.#toPage(fresh.targetId);
  }

  async pressToolbarButton(tabTargetId: string) {
    const press = { id: this.#extensionId, targetId: tabTargetId };
    await this.root.send('Extensions.triggerAction', press);
  }

  async inExtension<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    // Any file of the extension gives its rights; this one brings none of its code along.
    const url = `chrome-extension://${this.#extensionId}/manifest.json`;
    // It stays open: to open one takes longer than what is asked there. It goes with its extension.
    const targets = await this.targets();
    if (!targets.some(({ targetId }) => targetId === this.#own?.targetId))
      this.#own = await this.#openHidden(url);
    const { value } = await evaluateIn((this.#own as Hidden).session, String(fn), args);
    return value as T; // It travelled as JSON.
  }

  /** Runs in the browser's own list of extensions, which may do what its switches do. */
  #inExtensionList(fn: (id: string) => Promise<unknown>): Promise<unknown> {
    return this.#inHiddenPage('chrome://extensions/', String(fn), [this.#extensionId]);
  }

  async #inHiddenPage(url: string, source: string, args: unknown[]): Promise<unknown> {
    const { targetId, session } = await this.#openHidden(url);
    try {
      return (await evaluateIn(session, source, args)).value;
    } finally {
      await this.root.send('Target.closeTarget', { targetId });
    }
  }

  /** A page that is in no tab strip and that no extension sees. */
  async #openHidden(url: string): Promise<Hidden> {
    const hidden = { url, hidden: true, background: true };
    const { targetId } = await this.root.send('Target.createTarget', hidden);
    const session = await this.attach(targetId);
    const isOpen = '() => location.href !== "about:blank" && !!globalThis.chrome?.runtime';
    await waitUntil(async () => (await evaluateIn(session, isOpen, [])).value, { message: `${url} to open` });
    return { targetId, session };
  }

  async #workers() {
    const own = `chrome-extension://${this.#extensionId}/`;
    return (await this.targets()).filter(({ type, url }) => type === 'service_worker' && url.startsWith(own));
  }

  async isBackgroundAlive() {
    return (await this.#workers()).length > 0;
  }

  async killBackground() {
    // A worker that is just starting survives the first try.
    const kill = async () => {
      const workers = await this.#workers();
      for (const { targetId } of workers) {
        // It may have ended by itself since it was listed.
        await this.root.send('Target.closeTarget', { targetId }).catch(() => {});
      }
      return workers.length === 0;
    };
    await waitUntil(kill, { message: 'the service worker to end' });
  }

  /** An extension that goes is not to find a page of its own open: a reader has none. */
  async #beforeGoing() {
    this.#pastErrors = await this.backgroundErrors();
    const targetId = this.#own?.targetId;
    if (targetId) await this.root.send('Target.closeTarget', { targetId });
    this.#own = undefined;
  }

  async reloadExtension() {
    await this.#beforeGoing();
    await this.#inExtensionList((id) =>
      chrome.developerPrivate.reload(id, { failQuietly: true, populateErrorForUnpacked: true }),
    );
  }

  async disableExtension() {
    await this.#beforeGoing();
    await this.#inExtensionList((id) => chrome.management.setEnabled(id, false));
  }

  async enableExtension() {
    await this.#inExtensionList((id) => chrome.management.setEnabled(id, true));
  }

  async backgroundErrors() {
    const found = await this.#inExtensionList((id) =>
      chrome.developerPrivate
        .getExtensionInfo(id)
        .then(({ runtimeErrors, manifestErrors }) =>
          [...manifestErrors, ...runtimeErrors].map(({ message, source }) => `${message} (${source})`),
        ),
    );
    return [...this.#pastErrors, ...(found as string[])]; // It travelled as JSON.
  }

  async restart() {
    this.#pastErrors = await this.backgroundErrors();
    await this.#quit();
    this.opened = [];
    await this.start();
  }

  async close() {
    await this.#quit();
    await this.#profile.remove();
  }
}

/** The part of the extension list's own interface that is used here; it exists in chrome://extensions only. */
declare const chrome: {
  management: { setEnabled(id: string, enabled: boolean): Promise<void> };
  developerPrivate: {
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(update: { extensionId: string; errorCollection: boolean }): Promise<void>;
    /** With `populateErrorForUnpacked` it resolves when the extension is loaded, else at once. */
    reload(
      id: string,
      options: Record<'failQuietly' | 'populateErrorForUnpacked', boolean>,
    ): Promise<unknown>;
    getExtensionInfo(id: string): Promise<Record<'runtimeErrors' | 'manifestErrors', ExtensionError[]>>;
  };
};

interface ExtensionError {
  message: string;
  source: string;
}
