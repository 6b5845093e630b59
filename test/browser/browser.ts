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
  /** The tab that appears while `action` runs, or soon after. */
  waitForNewTab(action: () => Promise<unknown>): Promise<Page>;
  /** Opens a page of the extension, e.g. `options.html`, in a foreground tab. */
  extensionPage(path: string): Promise<Page>;
  /** Runs `fn` with the extension's own rights, in a page without any code of the extension's. */
  inExtension<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Ends the service worker or event page; it wakes at its next event. */
  killBackground(): Promise<void>;
  /** Whether the service worker or event page is running. Does not wake it. */
  isBackgroundAlive(): Promise<boolean>;
  /** Unloads and loads the extension, as an update would. */
  reloadExtension(): Promise<void>;
  /** As switching it off in the browser's list of extensions. */
  disableExtension(): Promise<void>;
  enableExtension(): Promise<void>;
  /** Quits and starts again with the same profile. Every `Page` handed out before is gone. */
  restart(): Promise<void>;
  /** Uncaught errors and `console.error` of the extension, background and content scripts, since the browser started. */
  backgroundErrors(): Promise<string[]>;
  /** Quits and removes the profile. */
  close(): Promise<void>;
}

export interface WaitOptions {
  /** Default 40,000. */
  timeoutMs?: number;
  /** What is waited for, in words: the error repeats it. */
  message?: string;
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

  // Each selector but the last names an element whose open shadow root is entered.

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
  /** Size of the page in CSS pixels; 320 is a narrow phone. */
  setViewport(width: number, height: number): Promise<void>;
  emulate(media: { colorScheme?: 'light' | 'dark'; reducedMotion?: boolean }): Promise<void>;
}

/** Starts the browser with a fresh profile and the extension in it. */
export function openBrowser(name: BrowserName, options: BrowserOptions): Promise<Browser> {
  return name === 'chromium' ? openChromium(options) : openFirefox(options);
}
