// Functions that run inside Firefox's own window, with the browser's rights. Each travels as source text and
// therefore names nothing outside itself but what that window has.

interface Tab {
  selected: boolean;
  closing: boolean;
  linkedBrowser: TabBrowser;
}

interface TabBrowser {
  readonly currentURI: { spec: string };
  readonly browsingContext: { prefersColorSchemeOverride: string };
  readonly browserId: number;
  readonly permanentKey: object;
  readonly style: CSSStyleDeclaration;
  goBack(): void;
  goForward(): void;
  reload(): void;
  focus(): void;
  fixupAndLoadURIString(url: string, options: object): void;
}

interface Extension {
  readonly tabManager: object;
  readonly backgroundState: string;
  readonly baseURL: string;
  terminateBackground(options: object): Promise<void>;
}

interface Addon {
  reload(): Promise<void>;
  disable(): Promise<void>;
  enable(): Promise<void>;
}

interface ConsoleEvent {
  ID: number | string;
  level: string;
  arguments: unknown[];
  filename: string;
}

interface LogLine {
  browserId: number;
  text: string;
  source: string;
  isError: boolean;
}

interface Processor {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent): number;
  keyup(event: KeyboardEvent): boolean;
}

interface Modules {
  'resource://gre/modules/AddonManager.sys.mjs': {
    AddonManager: { getAddonByID(id: string): Promise<Addon> };
  };
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    ExtensionParent: {
      apiManager: {
        global: {
          tabTracker: { getId(tab: Tab): number };
          browserActionFor(extension: Extension): {
            action: { getProperty(tab: Tab, name: string): unknown };
          };
        };
      };
    };
  };
  'chrome://remote/content/shared/NavigableManager.sys.mjs': { NavigableManager: Handles };
  'chrome://remote/content/shared/TabManager.sys.mjs': { TabManager: Handles };
}

/** What names tabs as Marionette does. */
interface Handles {
  getIdForBrowser(browser: TabBrowser): string;
}

/** As the window has it: its module stands elsewhere in Firefox 140, the oldest that Light is for. */
declare const CustomizableUI: { addWidgetToArea(id: string, area: string): void };

declare const gBrowser: {
  tabs: Tab[];
  selectedTab: Tab;
  addTab(url: string, options: object): Tab;
  removeTab(tab: Tab, options: object): void;
};
declare const ChromeUtils: { importESModule<K extends keyof Modules>(url: K): Modules[K] };
declare const WebExtensionPolicy: {
  getByID(id: string): { extension: Extension; mozExtensionHostname: string };
};
declare const Cc: Record<string, { getService<T>(of: T): T; createInstance<T>(of: T): T }>;
declare const Ci: {
  nsITextInputProcessor: Processor;
  nsIConsoleAPIStorage: { addLogEventListener(hear: (event: ConsoleEvent) => void, principal: object): void };
  nsIPrincipal: object;
  nsIScriptError: object;
};
declare const Services: {
  scriptSecurityManager: { getSystemPrincipal(): object };
  locale: { availableLocales: string[]; requestedLocales: string[] };
  prefs: { setIntPref(name: string, value: number): void };
  ppmm: {
    loadProcessScript(url: string, forFutureToo: boolean): void;
    addMessageListener(name: string, hear: (message: { data: LogLine }) => void): void;
  };
  cpmm: { sendAsyncMessage(name: string, data: LogLine): void };
  wm: { getOuterWindowWithId(id: number): { browsingContext: { browserId: number } } | null };
  console: { registerListener(listener: { observe(message: ScriptError): void }): void };
};
declare const WindowGlobalChild: {
  getByInnerWindowId(id: number): { browsingContext: { browserId: number } } | null;
};
declare global {
  interface Window {
    lightLog?: LogLine[];
    /** The handle of a tab; see `nameTabs`. */
    lightHandle: (browser: TabBrowser) => string;
  }
}

interface ScriptError {
  errorMessage?: string;
  sourceName?: string;
  lineNumber?: number;
  flags?: number;
  innerWindowID?: number;
  isForwardedFromContentProcess?: boolean;
  QueryInterface(of: object): ScriptError;
}

/** Comes before all that follows. What names tabs has another name in Firefox 140, the oldest that Light is for. */
export function nameTabs(): void {
  const find = (): Handles => {
    try {
      return ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs')
        .NavigableManager;
    } catch {
      return ChromeUtils.importESModule('chrome://remote/content/shared/TabManager.sys.mjs').TabManager;
    }
  };
  const handles = find();
  window.lightHandle = (browser) => handles.getIdForBrowser(browser);
}

/** Opens a tab and gives its handle. */
export function openTab(url: string, background: boolean): string {
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

export interface TabState {
  handle: string;
  url: string;
  isSelected: boolean;
  browserId: number;
}

/** The open tabs, in the order of the tab strip. */
export function listTabs(): TabState[] {
  return [...gBrowser.tabs]
    .filter((tab) => !tab.closing)
    .map((tab) => ({
      handle: window.lightHandle(tab.linkedBrowser),
      url: tab.linkedBrowser.currentURI.spec,
      isSelected: tab.selected,
      browserId: tab.linkedBrowser.browserId,
    }));
}

export type TabDeed =
  | { do: 'go'; url: string }
  | { do: 'reload' | 'back' | 'forward' | 'select' | 'close' | 'focus' }
  | { do: 'size'; width: number; height: number }
  | { do: 'colors'; scheme: string }
  | { do: 'motion'; reduced: number };

/** Does to a tab what the browser's own buttons do. False if the tab is closed. */
export function actOnTab(handle: string, deed: TabDeed): boolean {
  const tab = [...gBrowser.tabs].find((each) => window.lightHandle(each.linkedBrowser) === handle);
  if (!tab || tab.closing) return false;
  const browser = tab.linkedBrowser;
  const principal = Services.scriptSecurityManager.getSystemPrincipal();
  if (deed.do === 'go') browser.fixupAndLoadURIString(deed.url, { triggeringPrincipal: principal });
  if (deed.do === 'reload') browser.reload();
  if (deed.do === 'back') browser.goBack();
  if (deed.do === 'forward') browser.goForward();
  if (deed.do === 'select') gBrowser.selectedTab = tab;
  if (deed.do === 'select' || deed.do === 'focus') browser.focus();
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
  if (deed.do === 'motion') Services.prefs.setIntPref('ui.prefersReducedMotion', deed.reduced);
  return true;
}

/** The tab's id as extensions see it, and what the extension's button shows while the tab is selected. */
export function readAction(handle: string, extensionId: string) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const tab = [...gBrowser.tabs].find((each) => window.lightHandle(each.linkedBrowser) === handle);
  if (!tab) return null;
  const { tabTracker, browserActionFor } = ExtensionParent.apiManager.global;
  const { action } = browserActionFor(WebExtensionPolicy.getByID(extensionId).extension);
  return {
    tabId: tabTracker.getId(tab),
    title: String(action.getProperty(tab, 'title') ?? ''),
    badge: String(action.getProperty(tab, 'badgeText') ?? ''),
  };
}

/** Puts the button into the toolbar, as a reader does who uses it; Firefox hides it in a panel at first. */
export function pinButton(widgetId: string): void {
  CustomizableUI.addWidgetToArea(widgetId, 'nav-bar');
}

/** The middle of the toolbar button, in pixels of Firefox's window; `null` if it is not in the toolbar. */
export function findButton(widgetId: string): { x: number; y: number } | null {
  const selector = '.unified-extensions-item-action-button, toolbarbutton';
  const box = document.getElementById(widgetId)?.querySelector(selector)?.getBoundingClientRect();
  if (!box || box.width === 0) return null;
  return { x: Math.floor(box.left + box.width / 2), y: Math.floor(box.top + box.height / 2) };
}

export interface KeyStroke {
  key: string;
  code: string;
  keyCode: number;
}

/** Keys as the keyboard sends them: to the browser's own shortcuts first, then to the page. */
export function pressKeys(modifiers: KeyStroke[], stroke: KeyStroke): void {
  const keyboard = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
  if (!keyboard?.beginInputTransactionForTests(window)) throw new Error('Firefox gave no keyboard.');
  const down = (each: KeyStroke) => keyboard.keydown(new KeyboardEvent('', each));
  const up = (each: KeyStroke) => keyboard.keyup(new KeyboardEvent('', each));
  for (const each of modifiers) down(each);
  down(stroke);
  up(stroke);
  for (const each of [...modifiers].reverse()) up(each);
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

/** What to do to the extension; gives whether its event page runs. */
export async function actOnExtension(
  id: string,
  deed: 'look' | 'kill' | 'reload' | 'disable' | 'enable',
): Promise<boolean> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const addon = await AddonManager.getAddonByID(id);
  if (deed === 'reload') await addon.reload();
  if (deed === 'disable') await addon.disable();
  if (deed === 'enable') await addon.enable();
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  if (deed === 'kill')
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
  return extension?.backgroundState === 'running' || extension?.backgroundState === 'starting';
}

/** The address of one of the extension's files. */
export function toExtensionUrl(id: string, path: string): string {
  return `moz-extension://${WebExtensionPolicy.getByID(id).mozExtensionHostname}/${path}`;
}

/** Starts to collect what pages and extensions say on the console. `collector` is the source of `collectConsole`. */
export function startLog(collector: string): void {
  const log: LogLine[] = [];
  window.lightLog = log;
  Services.ppmm.addMessageListener('LightTest:log', ({ data }) => log.push(data));
  Services.ppmm.loadProcessScript(
    `data:,${encodeURIComponent(`((__name) => (${collector})())((fn) => fn)`)}`,
    true,
  );
}

/** Runs in every process of Firefox: passes on what is said on its consoles. */
export function collectConsole(): void {
  const toWords = (value: unknown) => {
    try {
      return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
    } catch {
      return String(value); // An object that cannot be written as JSON.
    }
  };
  Services.console.registerListener({
    observe(message) {
      try {
        message.QueryInterface(Ci.nsIScriptError);
      } catch {
        return; // Another kind of message, without a source.
      }
      // The parent process gets a copy of everything, without the tab.
      if (message.isForwardedFromContentProcess) return;
      const isWarning = ((message.flags ?? 0) & 1) === 1;
      const owner = message.innerWindowID
        ? WindowGlobalChild.getByInnerWindowId(message.innerWindowID)
        : null;
      Services.cpmm.sendAsyncMessage('LightTest:log', {
        browserId: owner?.browsingContext.browserId ?? 0,
        text: `${isWarning ? 'warning' : 'uncaught'}: ${message.errorMessage} (${message.sourceName}:${message.lineNumber})`,
        source: message.sourceName ?? '',
        isError: !isWarning,
      });
    },
  });
  const principal = Services.scriptSecurityManager.getSystemPrincipal();
  Cc['@mozilla.org/consoleAPI-storage;1']
    ?.getService(Ci.nsIConsoleAPIStorage)
    .addLogEventListener((event) => {
      const owner = typeof event.ID === 'number' ? Services.wm.getOuterWindowWithId(event.ID) : null;
      Services.cpmm.sendAsyncMessage('LightTest:log', {
        browserId: owner?.browsingContext.browserId ?? 0,
        text: `${event.level}: ${[...event.arguments].map(toWords).join(' ')}`,
        source: event.filename,
        isError: event.level === 'error',
      });
    }, principal);
}

/** What was said in one tab, or, without one, the errors of the extension at that address. */
export function readLog(browserId: number | null, extensionUrl: string): string[] {
  return (window.lightLog ?? [])
    .filter((line) =>
      browserId === null
        ? line.isError && line.source.startsWith(extensionUrl)
        : line.browserId === browserId,
    )
    .map(({ text }) => text);
}
