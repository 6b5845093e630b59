// Types of what Firefox's own windows and processes offer, as far as the driver uses it.

export interface FirefoxTab {
  selected: boolean;
  closing: boolean;
  linkedBrowser: TabBrowser;
  readonly ownerDocument: { readonly defaultView: BrowserWindow };
}

export interface BrowserWindow extends Window {
  readonly gBrowserInit?: { delayedStartupFinished: boolean };
}

export interface TabBrowser {
  readonly currentURI: { spec: string };
  readonly browsingContext: { prefersColorSchemeOverride: string; mediumOverride: string };
  readonly browserId: number;
  readonly permanentKey: object;
  readonly style: CSSStyleDeclaration;
  readonly messageManager: {
    addMessageListener(name: string, hear: () => void): void;
    removeMessageListener(name: string, hear: () => void): void;
    loadFrameScript(address: string, allowDelayed: boolean): void;
  };
  goBack(): void;
  goForward(): void;
  reload(): void;
  focus(): void;
  fixupAndLoadURIString(url: string, options: object): void;
}

interface TabStrip {
  tabs: FirefoxTab[];
  selectedTab: FirefoxTab;
  readonly selectedBrowser: TabBrowser;
  addTab(url: string, options: object): FirefoxTab;
  removeTab(tab: FirefoxTab, options: object): void;
}

export interface FirefoxExtension {
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

export interface LogLine {
  browserId: number;
  text: string;
  source: string;
  isError: boolean;
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

interface Processor {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent): number;
  keyup(event: KeyboardEvent): boolean;
}

interface Modules {
  'resource:///modules/sessionstore/SessionStore.sys.mjs': {
    SessionStore: { undoCloseTab(window: Window, index: number): unknown };
  };
  'resource://gre/modules/AddonManager.sys.mjs': {
    AddonManager: { getAddonByID(id: string): Promise<Addon> };
  };
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    ExtensionParent: {
      apiManager: {
        global: {
          tabTracker: { getId(tab: FirefoxTab): number };
          browserActionFor(extension: FirefoxExtension): {
            action: { getProperty(tab: FirefoxTab, name: string): unknown };
          };
        };
      };
    };
  };
  'resource://gre/modules/PrivateBrowsingUtils.sys.mjs': {
    PrivateBrowsingUtils: { isWindowPrivate(window: Window): boolean };
  };
  'chrome://remote/content/shared/NavigableManager.sys.mjs': { NavigableManager: Handles };
  'chrome://remote/content/shared/TabManager.sys.mjs': { TabManager: Handles };
}

interface Process {
  readonly type: string;
  readonly pid: number;
  readonly windows: { documentURI: { spec: string } | null }[];
}

/** What stands in about:memory. */
interface MemoryReporters {
  minimizeMemoryUsage(done: () => void): void;
  getReports(
    hear: (process: string, path: string, kind: number, units: number, amount: number) => void,
    heard: null,
    done: () => void,
    isDone: null,
    anonymous: boolean,
  ): void;
}

/** Where Firefox looks for who serves what. */
interface Registrar {
  registerFactory(id: object, name: string, contract: string, factory: object): void;
}

/** What a page has given the device to share. */
export interface Shared {
  title: string;
  url: string;
}

/** A menu of Firefox's own. */
export interface Menu extends HTMLElement {
  readonly state: string;
  activateItem(item: HTMLElement): void;
}

/** What names tabs as Marionette does. */
export interface Handles {
  getIdForBrowser(browser: TabBrowser): string;
}

declare global {
  /** As the window has it: its module stands elsewhere in Firefox 140, the oldest that Light is for. */
  const CustomizableUI: { addWidgetToArea(id: string, area: string): void };
  const OpenBrowserWindow: (options: { private: boolean }) => BrowserWindow;
  const ChromeUtils: {
    importESModule<K extends keyof Modules>(url: K): Modules[K];
    generateQI(interfaces: string[]): unknown;
    requestProcInfo(): Promise<{ children: Process[] }>;
  };
  const Components: {
    ID(id: string): object;
    manager: { QueryInterface<T>(of: T): T };
  };
  const WebExtensionPolicy: {
    getByID(id: string): { extension: FirefoxExtension; mozExtensionHostname: string };
  };
  const Cc: Record<string, { getService<T>(of: T): T; createInstance<T>(of: T): T }>;
  const Ci: {
    nsIComponentRegistrar: Registrar;
    nsIMemoryReporterManager: MemoryReporters;
    nsITextInputProcessor: Processor;
    nsIConsoleAPIStorage: {
      addLogEventListener(hear: (event: ConsoleEvent) => void, principal: object): void;
    };
    nsIPrincipal: object;
    nsIScriptError: object;
  };
  const Services: {
    scriptSecurityManager: { getSystemPrincipal(): object };
    locale: { availableLocales: string[]; requestedLocales: string[] };
    prefs: { setIntPref(name: string, value: number): void; setBoolPref(name: string, value: boolean): void };
    ppmm: {
      loadProcessScript(url: string, forFutureToo: boolean): void;
      addMessageListener(name: string, hear: (message: { data: LogLine }) => void): void;
    };
    cpmm: { sendAsyncMessage(name: string, data: LogLine): void };
    wm: {
      getEnumerator(type: string): Iterable<BrowserWindow>;
      getOuterWindowWithId(id: number): { browsingContext: { browserId: number } } | null;
    };
    console: { registerListener(listener: { observe(message: ScriptError): void }): void };
  };
  const WindowGlobalChild: {
    getByInnerWindowId(id: number): { browsingContext: { browserId: number } } | null;
  };
  /** What the driver leaves in each of Firefox's windows; see `prepareWindow`. */
  interface Window {
    /** In the browser's own windows, in which those functions run. */
    gBrowser: TabStrip;
    lightLog?: LogLine[] | undefined;
    /** What has been shared; see `readShared`. */
    lightShared?: Shared[];
    /** The handle of a tab. */
    lightHandle: (browser: TabBrowser) => string;
    /** The tabs of all windows that are not about to close, ordinary windows first. */
    lightTabs: () => FirefoxTab[];
  }
}
