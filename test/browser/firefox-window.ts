// Opens, lists and uses Firefox's tabs. The functions run inside Firefox's own window, with the browser's rights, and
// travel as source text, so each names nothing outside itself but what that window has.
import type { FirefoxTab, Handles, Menu } from './firefox-internals.ts';

/** Comes before all that follows. What names tabs has another name in Firefox 140, the oldest that Light is for. */
export function prepareWindow(): void {
  const findHandles = (): Handles => {
    try {
      return ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs')
        .NavigableManager;
    } catch {
      return ChromeUtils.importESModule('chrome://remote/content/shared/TabManager.sys.mjs').TabManager;
    }
  };
  const handles = findHandles();
  const { PrivateBrowsingUtils } = ChromeUtils.importESModule(
    'resource://gre/modules/PrivateBrowsingUtils.sys.mjs',
  );
  window.lightHandle = (browser) => handles.getIdForBrowser(browser);
  window.lightTabs = () => {
    const windows = [...Services.wm.getEnumerator('navigator:browser')];
    const rank = (each: Window) => (PrivateBrowsingUtils.isWindowPrivate(each) ? 1 : 0);
    const tabs = windows.sort((a, b) => rank(a) - rank(b)).flatMap(({ gBrowser }) => [...gBrowser.tabs]);
    return tabs.filter((tab: FirefoxTab) => !tab.closing);
  };
}

/** Opens a tab in the ordinary window and gives its handle. */
export function openTab(url: string, background: boolean): string {
  const [first] = window.lightTabs();
  if (!first) throw new Error('Firefox has no window.');
  const { gBrowser } = first.ownerDocument.defaultView;
  const tab = gBrowser.addTab(url, {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
    inBackground: background,
  });
  if (!background) {
    gBrowser.selectedTab = tab;
    tab.linkedBrowser.focus();
  }
  return window.lightHandle(tab.linkedBrowser);
}

/** Opens a tab in the private window, or such a window where there is none, and gives the tab's handle. */
export async function openPrivateTab(url: string): Promise<string> {
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  const { PrivateBrowsingUtils } = ChromeUtils.importESModule(
    'resource://gre/modules/PrivateBrowsingUtils.sys.mjs',
  );
  const windows = [...Services.wm.getEnumerator('navigator:browser')];
  const open = windows.find((each) => PrivateBrowsingUtils.isWindowPrivate(each));
  if (open) {
    const tab = open.gBrowser.addTab(url, { triggeringPrincipal });
    open.gBrowser.selectedTab = tab;
    tab.linkedBrowser.focus();
    return window.lightHandle(tab.linkedBrowser);
  }
  const opened = OpenBrowserWindow({ private: true });
  await new Promise<void>((resolve) => {
    const look = () => (opened.gBrowserInit?.delayedStartupFinished ? resolve() : setTimeout(look, 20));
    look();
  });
  opened.lightLog = window.lightLog;
  opened.lightHandle = window.lightHandle;
  opened.lightTabs = window.lightTabs;
  const { linkedBrowser } = opened.gBrowser.selectedTab;
  linkedBrowser.fixupAndLoadURIString(url, { triggeringPrincipal });
  linkedBrowser.focus();
  return window.lightHandle(linkedBrowser);
}

export interface TabState {
  handle: string;
  url: string;
  isSelected: boolean;
  browserId: number;
}

/** The open tabs, in the order of the tab strip. */
export function listTabs(): TabState[] {
  return window.lightTabs().map((tab) => ({
    handle: window.lightHandle(tab.linkedBrowser),
    url: tab.linkedBrowser.currentURI.spec,
    isSelected: tab.selected,
    browserId: tab.linkedBrowser.browserId,
  }));
}

/** Opens the tab again that was closed last. */
export function reopenLastTab(): void {
  const { SessionStore } = ChromeUtils.importESModule(
    'resource:///modules/sessionstore/SessionStore.sys.mjs',
  );
  SessionStore.undoCloseTab(window, 0);
}

export type TabDeed =
  | { do: 'go'; url: string }
  | { do: 'reload' | 'back' | 'forward' | 'select' | 'close' | 'focus' }
  | { do: 'size'; width: number; height: number }
  | { do: 'colors'; scheme: string }
  /** '' for that of the screen. */
  | { do: 'medium'; medium: string }
  | { do: 'motion'; reduced: number }
  /** 2: only the colours of the reader, 0: those of the page. */
  | { do: 'forced'; use: number };

/** Does to a tab what the browser's own buttons do. False if the tab is closed. */
export function actOnTab(handle: string, deed: TabDeed): boolean {
  const tab = window.lightTabs().find((each) => window.lightHandle(each.linkedBrowser) === handle);
  if (!tab) return false;
  const { defaultView } = tab.ownerDocument;
  const { gBrowser } = defaultView;
  const browser = tab.linkedBrowser;
  const principal = Services.scriptSecurityManager.getSystemPrincipal();
  if (deed.do === 'go') browser.fixupAndLoadURIString(deed.url, { triggeringPrincipal: principal });
  if (deed.do === 'reload') browser.reload();
  if (deed.do === 'back') browser.goBack();
  if (deed.do === 'forward') browser.goForward();
  if (deed.do === 'select') gBrowser.selectedTab = tab;
  if (deed.do === 'select' || deed.do === 'focus') {
    defaultView.focus();
    browser.focus();
  }
  if (deed.do === 'close') gBrowser.removeTab(tab, { animate: false, skipPermitUnload: true });
  if (deed.do === 'size') {
    for (const [name, value] of [
      ['width', `${deed.width}px`],
      ['height', `${deed.height}px`],
      ['min-width', '0'],
      ['flex', 'none'],
    ] as const) {
      browser.style.setProperty(name, value);
    }
  }
  if (deed.do === 'colors') browser.browsingContext.prefersColorSchemeOverride = deed.scheme;
  if (deed.do === 'medium') browser.browsingContext.mediumOverride = deed.medium;
  if (deed.do === 'motion') Services.prefs.setIntPref('ui.prefersReducedMotion', deed.reduced);
  if (deed.do === 'forced') Services.prefs.setIntPref('browser.display.document_color_use', deed.use);
  return true;
}

/** Waits for the menu of a page, and chooses there what has that id (`#…`), or what bears that label in the part that is an extension's. */
export async function chooseFromMenu(wanted: string): Promise<void> {
  // Functions that run in Firefox's window bring nothing along.
  const whenOpen = (menu: Menu) =>
    menu.state === 'open' ||
    new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));
  const menu = document.getElementById('contentAreaContextMenu') as Menu | null;
  if (!menu) throw new Error('Firefox has no menu for pages.');
  await whenOpen(menu);
  const selector = wanted.startsWith('#') ? wanted : `menuitem[label="${wanted}"]`;
  const item = menu.querySelector<HTMLElement>(selector);
  if (item?.hidden !== false) throw new Error(`The menu does not offer ${wanted}.`);
  // Several entries of one extension stand in a menu of its own.
  const own = item.closest('menupopup') as Menu;
  if (own !== menu) {
    (own.parentElement as unknown as { openMenu(isOpen: boolean): void }).openMenu(true);
    await whenOpen(own);
  }
  own.activateItem(item);
}

export interface KeyStroke {
  key: string;
  code: string;
  keyCode: number;
}

/**
 * Keys as the keyboard sends them: to the browser's own shortcuts first, then to the page. Keys go to the page's process by another way than what is asked of it
 * next: resolves when the page has heard that the key came up, or has not within a second, as where the browser takes the key or the page goes with it.
 */
export async function pressKeys(modifiers: KeyStroke[], stroke: KeyStroke): Promise<void> {
  const keyboard = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
  if (!keyboard?.beginInputTransactionForTests(window)) throw new Error('Firefox gave no keyboard.');
  const down = (each: KeyStroke) => keyboard.keydown(new KeyboardEvent('', each));
  const up = (each: KeyStroke) => keyboard.keyup(new KeyboardEvent('', each));
  const { messageManager } = window.gBrowser.selectedBrowser;
  const whenSaid = (name: string) =>
    new Promise<void>((resolve) => {
      const end = () => {
        messageManager.removeMessageListener(name, end);
        resolve();
      };
      messageManager.addMessageListener(name, end);
      setTimeout(end, 1000);
    });
  const listening = whenSaid('LightTest:listening');
  const heard = whenSaid('LightTest:key');
  // In the browser's own group of listeners, from which no page keeps an event.
  const listen = `
    addEventListener('keyup', () => sendAsyncMessage('LightTest:key'), { once: true, capture: true, mozSystemGroup: true });
    sendAsyncMessage('LightTest:listening');`;
  messageManager.loadFrameScript(`data:,${encodeURIComponent(listen)}`, false);
  await listening;
  for (const each of modifiers) down(each);
  down(stroke);
  up(stroke);
  for (const each of [...modifiers].reverse()) up(each);
  await heard;
}

/** Lets the next start of Firefox open again what is open now, as after an update of the browser. */
export function reopenTabsAtNextStart(): void {
  Services.prefs.setBoolPref('browser.sessionstore.resume_session_once', true);
}

/**
 * What lives in the process of the page at that address, and in that of extensions, in bytes, after garbage has been collected: what is allocated, and the
 * cells of scripts that are used. The whole process says less: what the allocator holds in reserve grows with what was allocated once.
 */
export async function readProcesses(address: string): Promise<{ page: number; background: number }> {
  const manager = Cc['@mozilla.org/memory-reporter-manager;1']?.getService(Ci.nsIMemoryReporterManager);
  await new Promise<void>((resolve) => manager?.minimizeMemoryUsage(resolve));
  const { children } = await ChromeUtils.requestProcInfo();
  const page = children.find(({ windows }) =>
    windows.some(({ documentURI }) => documentURI?.spec === address),
  );
  const background = children.find(({ type }) => type === 'extension');
  if (!page || !background) throw new Error(`No process of ${address}, or none of extensions.`);
  const living = new Map<string, number>();
  const hear = (process: string, path: string, _kind: number, _units: number, amount: number) => {
    const pid = /pid (\d+)/.exec(process)?.[1] ?? '';
    if (path === 'heap-allocated' || path.startsWith('js-main-runtime-gc-heap-committed/used/'))
      living.set(pid, (living.get(pid) ?? 0) + amount);
  };
  await new Promise<void>((resolve) => manager?.getReports(hear, null, resolve, null, false));
  const toLiving = ({ pid }: { pid: number }) => living.get(String(pid)) ?? 0;
  return { page: toLiving(page), background: toLiving(background) };
}

/** Makes the window that large, outside. */
export function sizeWindow(width: number, height: number): void {
  window.resizeTo(width, height);
}

/** Makes a language the browser's own without its language pack, as Firefox's tests do. */
export function speak(locale: string): void {
  Services.locale.availableLocales = [locale, 'en-US'];
  Services.locale.requestedLocales = [locale];
}
