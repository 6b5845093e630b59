// Chromium, driven over its debugging pipe.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CDPSession, Connection } from 'puppeteer-core';
import type { Browser, BrowserOptions, Page } from './browser.ts';
import { evaluateIn } from './chromium-evaluate.ts';
import {
  isExtensionKnown,
  isExtensionOn,
  prepareExtension,
  readErrors,
  reloadExtension,
  switchExtension,
} from './chromium-extension-list.ts';
import { closeTabById, openPrivateTab, writeHelper } from './chromium-helper.ts';
import { launchChromium } from './chromium-launch.ts';
import { ChromiumDriver } from './chromium-tab.ts';
import { makeProfile, type Profile } from './profile.ts';
import { Tab, waitUntil } from './tab.ts';

/** What `Target.getTargets` says, with the field that the published types do not know yet. */
interface TargetInfo {
  targetId: string;
  type: string;
  /** `prerender`, for instance. */
  subtype?: string;
  url: string;
  /** Private windows have one of their own. */
  browserContextId?: string;
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
  #helperId = '';
  #extensionId = '';
  /** The page with the extension's rights. */
  #own: Hidden | undefined;
  /** Chromium forgets an extension's errors when the extension is unloaded. */
  #pastErrors: string[] = [];

  constructor(options: BrowserOptions, profile: Profile) {
    this.#options = options;
    this.#profile = profile;
  }

  async start(reopenTabs = false) {
    const launched = await launchChromium(this.#options, this.#profile.path, reopenTabs);
    this.#quit = () => launched.close();
    this.#profile.inUseUntil(() => launched.process()?.kill('SIGKILL'));
    this.#root = await launched.target().createCDPSession();
    this.#connection = this.#root.connection();
    const off = { autoAttach: false, waitForDebuggerOnStart: false, flatten: true };
    await this.#connection?.send('Target.setAutoAttach', off);
    const { downloads } = this.#options;
    if (downloads)
      await this.#root.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    const helper = await writeHelper(this.#profile.path);
    if (!(await this.#isKept(this.#helperId))) this.#helperId = await launched.installExtension(helper);
    await this.#prepareExtension(this.#helperId);
    this.#helper = (await this.#openHidden(`chrome-extension://${this.#helperId}/manifest.json`)).session;
    const own = resolve(this.#options.extension);
    if (!(await this.#isKept(this.#extensionId))) {
      this.#extensionId = await launched.installExtension(own);
      // Before it is let into private windows: Chromium loads it again for that.
      if (this.#options.welcome) await this.#closeWelcome(this.#options.welcome);
    }
    await this.#prepareExtension(this.#extensionId);
  }

  async #closeWelcome(path: string) {
    const address = `chrome-extension://${this.#extensionId}/${path}`;
    const findWelcome = async () => (await this.tabs()).find(({ url }) => url === address);
    const { targetId } = await waitUntil(findWelcome, { message: `${path} to be opened` });
    await this.closeTab(targetId);
  }

  /** Whether Chromium has that extension, as it may after a restart: another installation would look like an update. */
  async #isKept(id: string): Promise<boolean> {
    return id !== '' && (await this.#inExtensionList(isExtensionKnown, id));
  }

  async #prepareExtension(id: string) {
    await this.#inExtensionList(prepareExtension, id, this.#options.allowPrivate ?? false);
    await waitUntil(() => this.#inExtensionList(isExtensionOn, id), { message: 'the extension to be on' });
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

  /** The tabs in the tab strips, in their order, those of private windows last. */
  async tabs() {
    const targets = await this.targets();
    // The driver's own page is in no private window.
    const own = targets.find(({ url }) => url.startsWith(`chrome-extension://${this.#helperId}/`));
    return targets
      .flatMap(({ targetId, type, url, browserContextId, embedderData: strip }) =>
        type === 'tab' && strip && strip.tabStripIndex >= 0
          ? [
              {
                targetId,
                url,
                isSelected: strip.tabActive,
                index: strip.tabStripIndex,
                isPrivate: browserContextId !== own?.browserContextId,
              },
            ]
          : [],
      )
      .sort((a, b) => Number(a.isPrivate) - Number(b.isPrivate) || a.index - b.index);
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

  openPrivate(url: string) {
    return this.waitForNewTab(() => openPrivateTab(this.helper, url));
  }

  async waitForNewTab(action: () => Promise<unknown>) {
    const before = new Set((await this.tabs()).map((tab) => tab.targetId));
    await action();
    const fresh = await waitUntil(async () => (await this.tabs()).find((tab) => !before.has(tab.targetId)), {
      message: 'a new tab',
    });
    return this.#toPage(fresh.targetId);
  }

  reopenClosedTab() {
    const restore = () => evaluateIn(this.helper, '() => chrome.sessions.restore().then(() => true)', []);
    return this.waitForNewTab(restore);
  }

  async pressToolbarButton(tabTargetId: string) {
    const press = { id: this.#extensionId, targetId: tabTargetId };
    await this.root.send('Extensions.triggerAction', press);
  }

  /** Tells the background of a press in the menu, and wakes it where it sleeps. */
  async chooseInMenu(press: { menuItemId: string; pageUrl: string; editable: boolean }, tabId: number) {
    const tell =
      'async (press, id) => chrome.contextMenus.onClicked.dispatch(press, await chrome.tabs.get(id))';
    await this.#inBackground(tell, press, tabId);
  }

  /** Runs the source of a function in the service worker, and wakes it where it sleeps. */
  async #inBackground(source: string, ...args: unknown[]): Promise<unknown> {
    await this.inExtension(async () => (await navigator.serviceWorker.ready).active?.postMessage('wake'));
    const worker = await waitUntil(async () => (await this.#workers())[0], { message: 'the background' });
    const session = await this.attach(worker.targetId);
    const { value } = await evaluateIn(session, source, args);
    await this.root.send('Target.detachFromTarget', { sessionId: session.id() });
    return value;
  }

  async inPrivateExtension<T, A extends unknown[]>(
    fn: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    const manifest = await readFile(join(this.#options.extension, 'manifest.json'), 'utf8');
    if (JSON.parse(manifest).incognito !== 'split') return this.inExtension(fn, ...args);
    // No page without a tab can be opened there: it is one of the private window's own, for that long.
    const url = `chrome-extension://${this.#extensionId}/manifest.json`;
    const before = new Set((await this.targets()).map(({ targetId }) => targetId));
    const tabId = await openPrivateTab(this.helper, url, false);
    try {
      const isOwn = (target: TargetInfo) =>
        target.type === 'page' && target.url === url && !before.has(target.targetId);
      const { targetId } = await waitUntil(async () => (await this.targets()).find(isOwn), {
        message: `${url} to open in a private window`,
      });
      const { value } = await evaluateIn(await this.attach(targetId), String(fn), args);
      return value as T; // It travelled as JSON.
    } finally {
      await closeTabById(this.helper, tabId);
    }
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

  /** Runs a function of `chromium-extension-list.ts`. */
  async #inExtensionList<T, A extends unknown[]>(fn: (...args: A) => Promise<T>, ...args: A): Promise<T> {
    const { targetId, session } = await this.#openHidden('chrome://extensions/');
    try {
      return (await evaluateIn(session, String(fn), args)).value as T; // It travelled as JSON.
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

  async readShared(): Promise<never> {
    throw new Error('Chromium for Linux shares nothing.');
  }

  async readMemory(address: string) {
    const page = (await this.targets()).find(({ type, url }) => type === 'page' && url === address);
    const [worker] = await this.#workers();
    if (!page || !worker) throw new Error(`No page at ${address}, or no background.`);
    const own = await this.#readHeap(page.targetId);
    const { bytes } = await this.#readHeap(worker.targetId);
    return { page: own.bytes, nodes: own.nodes, background: bytes };
  }

  async #readHeap(targetId: string) {
    const session = await this.attach(targetId);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize: bytes } = await session.send('Runtime.getHeapUsage');
    // A worker has no nodes.
    const nodes = await session.send('Memory.getDOMCounters').then(
      (counters) => counters.nodes,
      () => null,
    );
    await this.root.send('Target.detachFromTarget', { sessionId: session.id() });
    return { bytes, nodes };
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

  async restBackground() {
    // As it starts it listens to all that it may have to know; Chromium goes on waking it for that where it ends before it has looked.
    const isAtRest =
      '() => !chrome.tabs.onCreated.hasListeners() && !chrome.webNavigation.onBeforeNavigate.hasListeners()';
    await waitUntil(() => this.#inBackground(isAtRest), { message: 'the background to listen to no tab' });
    await this.killBackground();
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
    await this.#inExtensionList(reloadExtension, this.#extensionId);
  }

  async disableExtension() {
    await this.#beforeGoing();
    await this.#inExtensionList(switchExtension, this.#extensionId, false);
  }

  async enableExtension() {
    await this.#inExtensionList(switchExtension, this.#extensionId, true);
  }

  async backgroundErrors() {
    return [...this.#pastErrors, ...(await this.#inExtensionList(readErrors, this.#extensionId))];
  }

  async restart({ reopenTabs = false } = {}) {
    await this.#beforeGoing();
    const count = (await this.tabs()).filter(({ isPrivate }) => !isPrivate).length;
    await this.#quit();
    this.opened = [];
    await this.start(reopenTabs);
    if (!reopenTabs) return [];
    const [, ...reopened] = await waitUntil(
      async () => {
        const tabs = await this.tabs();
        if (tabs.length === count) return tabs;
        throw new Error(`open are ${tabs.map(({ url }) => url).join(', ')}`);
      },
      { message: `${count} tabs to be open again` },
    );
    return Promise.all(reopened.map(({ targetId }) => this.#toPage(targetId)));
  }

  async close() {
    await this.#quit();
    await this.#profile.remove();
  }
}
