// One interface over two real browsers, so that a story is written once: what a person does and sees.
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';

export type BrowserName = 'chromium' | 'firefox';
export type Modifier = 'Alt' | 'Control' | 'Shift';

export interface BrowserOptions {
  /** Directory of the unpacked extension. */
  extension: string;
  /** Default true. */
  headless?: boolean;
  /** Of the window, in CSS pixels; default 1200 × 900. */
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** The language of the browser and of its extensions, e.g. `fa`. */
  locale?: string;
  /** Light may act in private windows. Default false, as in browsers. */
  allowPrivate?: boolean;
  /** In Firefox, Light is installed as a reader would, and not for the session: it is there at the start of the browser. Chromium always does so. */
  installed?: boolean;
  /** The page that the extension opens by itself where it is installed: it is waited for, and closed, before anything is played. */
  welcome?: string;
  /** The folder that files are saved to, without a question. */
  downloads?: string;
  /** Firefox preferences on top of the driver's own; Chromium has none. */
  prefs?: Record<string, boolean | number | string>;
}

export interface Browser {
  readonly name: BrowserName;
  /** The tabs handed out since the last `closeTabs`. */
  readonly opened: readonly Page[];
  /** Closes every tab but the empty one that keeps the window open. */
  closeTabs(): Promise<void>;
  /** Opens a tab in the foreground. Never waits for the load. */
  open(url: string): Promise<Page>;
  /** Opens a tab that is not selected: `document.visibilityState` there is `hidden`. */
  openInBackground(url: string): Promise<Page>;
  /** Opens a tab in a private window; the browser must have been opened with `allowPrivate`. */
  openPrivate(url: string): Promise<Page>;
  /** The tab that appears while `action` runs, or soon after. */
  waitForNewTab(action: () => Promise<unknown>): Promise<Page>;
  /** The browser's own "Reopen Closed Tab": the one that was closed last, in the foreground. */
  reopenClosedTab(): Promise<Page>;
  /** Opens a page of the extension, e.g. `options.html`, in a foreground tab. */
  extensionPage(path: string): Promise<Page>;
  /** Runs `fn` with the extension's own rights, in a page without any code of the extension's. */
  inExtension<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** The same in private windows, where Chromium may run the extension a second time (`"incognito": "split"`); one must be open. */
  inPrivateExtension<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /**
   * What pages have given the device to share since the first call, which has to come before that: from then on a stand-in takes it, and asks nobody.
   * Throws in Chromium, which shares nothing on Linux.
   */
  readShared(): Promise<{ title: string; url: string }[]>;
  /** Ends the service worker or event page; it wakes at its next event. */
  killBackground(): Promise<void>;
  /** The same, as the browser does when nothing has happened for long: only once it listens to no tab any more. To be called where no tab is light. */
  restBackground(): Promise<void>;
  /** Whether the service worker or event page is running. Does not wake it. */
  isBackgroundAlive(): Promise<boolean>;
  /** Unloads and loads the extension, as an update would. */
  reloadExtension(): Promise<void>;
  /** As switching it off in the browser's list of extensions. */
  disableExtension(): Promise<void>;
  enableExtension(): Promise<void>;
  /**
   * Quits and starts again with the same profile. Every `Page` handed out before is gone; with `reopenTabs` the browser opens again what was
   * open, as it does where a reader has chosen so, and those tabs are given (not the empty one that keeps the window open). Firefox loads those in the background only when they are selected.
   */
  restart(options?: { reopenTabs?: boolean }): Promise<Page[]>;
  /**
   * What the page at that address and the extension's background hold after garbage has been collected: in Chromium their heaps of scripts with all
   * worlds, in Firefox their processes.
   */
  readMemory(address: string): Promise<Memory>;
  /** Uncaught errors and `console.error` of the extension, background and content scripts, since the browser started. */
  backgroundErrors(): Promise<string[]>;
  /** Quits and removes the profile. */
  close(): Promise<void>;
}

/** In bytes; `nodes` are those of all documents of the page's process that are not yet collected, where the browser says so. */
export interface Memory {
  page: number;
  background: number;
  nodes: number | null;
}

export interface WaitOptions {
  /** Default 40,000. */
  timeoutMs?: number;
  /** What is waited for, in words: the error repeats it. */
  message?: string;
}

/** An entry that Light has put into the browser's menu, by its id and its words. */
export interface MenuEntry {
  id: string;
  label: string;
}

/** What the toolbar button shows. */
export interface ActionState {
  title: string;
  badge: string;
}

export interface Page {
  /** Types an address. Never waits for the load; until the answer comes the old document is still there. */
  go(url: string): Promise<void>;
  /**
   * Runs `fn` in the page's own world, also while the page loads. Arguments and result travel as JSON.
   * Rejects with `PageGone` if the document goes away meanwhile.
   */
  evaluate<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Asks every 50 ms, and less often after a while, until the answer is truthy, over navigations and errors; resolves with the answer. */
  waitFor<T, A extends unknown[]>(
    fn: (...args: A) => T | Promise<T>,
    args?: A,
    options?: WaitOptions,
  ): Promise<NonNullable<T>>;

  // Each selector but the last names an element whose shadow root, open or closed, is entered.

  has(...selectors: string[]): Promise<boolean>;
  /** The rendered text of the element, `null` if it is not there. */
  text(...selectors: string[]): Promise<string | null>;
  appears(...selectors: string[]): Promise<void>;
  disappears(...selectors: string[]): Promise<void>;
  /** Waits until the element has stood in one place for `ms`: as long as a reader takes before a press. */
  settled(ms: number, ...selectors: string[]): Promise<void>;
  /** Waits until the element is there, still and uncovered, then presses the real mouse at its centre. */
  click(...selectors: string[]): Promise<void>;
  clickWith(modifiers: Modifier[], ...selectors: string[]): Promise<void>;
  middleClick(...selectors: string[]): Promise<void>;
  /**
   * The browser's own "Open in New Tab" on a link, which no page and no extension can hear. In Chromium, whose menus no driver reaches, the link
   * is opened as by a press with Ctrl that a script made: Light leaves those alone, and the new tab comes to the front.
   */
  openInNewTab(...selectors: string[]): Promise<void>;
  /**
   * An entry of Light's own in the browser's menu of a link, or of the page where the element is none. In Chromium, whose menus no driver
   * reaches, the background is told of the press as the browser would tell it.
   */
  chooseInMenu(entry: MenuEntry, ...selectors: string[]): Promise<void>;
  hover(...selectors: string[]): Promise<void>;
  /** The wheel, turned in the middle of the window. */
  scroll(byPixels: number): Promise<void>;
  type(text: string): Promise<void>;
  /** A key as `KeyboardEvent.key` names it. */
  press(key: string, modifiers?: Modifier[]): Promise<void>;

  /** The extension's button in the browser's toolbar, pressed in this tab. */
  pressToolbarButton(): Promise<void>;
  action(): Promise<ActionState>;
  /** The keyboard shortcut of the toolbar button. Chromium's driver cannot reach it and presses the button. */
  pressShortcut(key: string, modifiers: Modifier[]): Promise<void>;

  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Brings the tab to the front. */
  select(): Promise<void>;
  isClosed(): Promise<boolean>;
  close(): Promise<void>;
  /** What the address bar says of the tab's document. */
  url(): Promise<string>;
  /** The tab's id as extensions see it. */
  tabId(): Promise<number>;
  /** Console messages and uncaught errors since the tab was opened, content scripts' included. */
  console(): Promise<string[]>;
  screenshot(path: string, options?: { fullPage?: boolean }): Promise<void>;
  /**
   * Size of the page in CSS pixels; 320 is a narrow phone. `mobile`: pages are laid out and zoomed as on a phone (`meta name=viewport`), which
   * Firefox's driver cannot do.
   */
  setViewport(width: number, height: number, mobile?: boolean): Promise<void>;
  /** What the page is told of its medium and of the reader's wishes; what is left out is as it was in Firefox, and as the browser has it in Chromium. */
  emulate(media: Media): Promise<void>;
}

export interface Media {
  medium?: 'screen' | 'print';
  colorScheme?: 'light' | 'dark';
  reducedMotion?: boolean;
  /** Few colours, which the reader has chosen for all pages (`forced-colors`). */
  forcedColors?: boolean;
}

/** Starts the browser with a fresh profile and the extension in it. */
export function openBrowser(name: BrowserName, options: BrowserOptions): Promise<Browser> {
  return name === 'chromium' ? openChromium(options) : openFirefox(options);
}
