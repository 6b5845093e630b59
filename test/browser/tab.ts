// What both browsers' tabs have in common: waiting, finding and pressing, on top of the few things only a driver can do.
import { writeFile } from 'node:fs/promises';
import type { ActionState, Media, MenuEntry, Modifier, Page, WaitOptions } from './browser.ts';
import { findPlace, isDrawn, isThere, type Place, readLink, readText } from './place.ts';

/** The document went away before it could answer: a navigation, or the tab is closed. */
export class PageGone extends Error {
  override name = 'PageGone';
}

/** What a driver does itself. Coordinates are CSS pixels of the viewport. */
export interface Driver {
  /** Runs the source of a function; `args` are JSON. The answer stands in `value`. */
  run(source: string, args: unknown[]): Promise<{ value?: unknown }>;
  /** The same for a function that does not wait and that looks into closed shadow roots: see `place.ts`. The page cannot mislead it. */
  look(source: string, args: unknown[]): Promise<{ value?: unknown }>;
  mouse(x: number, y: number, button: 'none' | 'left' | 'middle', modifiers: Modifier[]): Promise<void>;
  /** The browser's own "open in a new tab" for the link at that place. */
  openLink(x: number, y: number, href: string): Promise<void>;
  /** An entry of Light's own in the menu of what is at that place: of a link, where it is one. */
  chooseInMenu(x: number, y: number, entry: MenuEntry, href: string | null | undefined): Promise<void>;
  wheel(x: number, y: number, byPixels: number): Promise<void>;
  key(name: string, modifiers: Modifier[]): Promise<void>;
  shortcut(name: string, modifiers: Modifier[]): Promise<void>;
  /** PNG, base64. */
  capture(fullPage: boolean): Promise<string>;
  go(url: string): Promise<void>;
  reload(): Promise<void>;
  travel(by: 1 | -1): Promise<void>;
  select(): Promise<void>;
  isClosed(): Promise<boolean>;
  close(): Promise<void>;
  url(): Promise<string>;
  tabId(): Promise<number>;
  console(): Promise<string[]>;
  pressToolbarButton(): Promise<void>;
  action(): Promise<ActionState>;
  setViewport(width: number, height: number, mobile?: boolean): Promise<void>;
  emulate(media: Media): Promise<void>;
}

const POLL_MS = 50;
/** Who has waited long is in no hurry, and each question takes the browser's time: the pauses grow to this, in ms. */
const LONGEST_POLL_MS = 400;
/** A machine that has other things to do takes its time: what is waited for comes, or it never does. */
const WAIT_MS = 40_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asks until the answer is neither false, null, undefined, 0 nor ''. Errors count as "not yet"; the last one is told. */
export async function waitUntil<T>(
  ask: () => T | Promise<T>,
  { timeoutMs = WAIT_MS, message = String(ask) }: WaitOptions = {},
): Promise<NonNullable<T>> {
  const from = Date.now();
  const deadline = from + timeoutMs;
  for (;;) {
    let why = '';
    try {
      const answer = await ask();
      if (answer) return answer;
      why = `the last answer was ${JSON.stringify(answer)}`;
    } catch (error) {
      why = `the last error was ${error}`;
    }
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for: ${message} (${why})`);
    await pause(Math.min(LONGEST_POLL_MS, POLL_MS + (Date.now() - from) / 8));
  }
}

/** A page, as a person uses it, on top of a driver. */
export class Tab implements Page {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  async evaluate<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const { value } = await this.#driver.run(String(fn), args);
    return value as T; // The page's word for it: the result travelled as JSON.
  }

  waitFor<T, A extends unknown[]>(
    fn: (...args: A) => T | Promise<T>,
    args?: A,
    { timeoutMs = WAIT_MS, message = String(fn) }: WaitOptions = {},
  ): Promise<NonNullable<T>> {
    // Without arguments A is the empty tuple, which the default is.
    const given = args ?? ([] as unknown[] as A);
    return waitUntil(() => this.evaluate(fn, ...given), { timeoutMs, message });
  }

  async #look<T, A extends unknown[]>(fn: (...args: A) => T, ...args: A): Promise<T> {
    const { value } = await this.#driver.look(String(fn), args);
    return value as T; // It travelled as JSON.
  }

  async has(...selectors: string[]) {
    return this.#look(isThere, selectors);
  }

  async text(...selectors: string[]) {
    return (await this.#look(readText, selectors)) ?? null;
  }

  async appears(...selectors: string[]) {
    await waitUntil(() => this.has(...selectors), { message: `${selectors.join(' ⟩ ')} to appear` });
  }

  async disappears(...selectors: string[]) {
    await waitUntil(async () => !(await this.has(...selectors)), {
      message: `${selectors.join(' ⟩ ')} to disappear`,
    });
  }

  async settled(ms: number, ...selectors: string[]) {
    await this.select();
    await this.#settle(ms, selectors);
  }

  click(...selectors: string[]) {
    return this.#press('left', [], selectors);
  }

  clickWith(modifiers: Modifier[], ...selectors: string[]) {
    return this.#press('left', modifiers, selectors);
  }

  middleClick(...selectors: string[]) {
    return this.#press('middle', [], selectors);
  }

  hover(...selectors: string[]) {
    return this.#press('none', [], selectors);
  }

  async openInNewTab(...selectors: string[]) {
    await this.select();
    const { x, y } = await this.#settle(POLL_MS, selectors);
    const href = await this.#look(readLink, selectors);
    if (!href) throw new Error(`${selectors.join(' ⟩ ')} is no link.`);
    await this.#driver.openLink(x, y, href);
  }

  async chooseInMenu(entry: MenuEntry, ...selectors: string[]) {
    await this.select();
    const { x, y } = await this.#settle(POLL_MS, selectors);
    await this.#driver.chooseInMenu(x, y, entry, await this.#look(readLink, selectors));
  }

  async #press(button: 'none' | 'left' | 'middle', modifiers: Modifier[], selectors: string[]) {
    await this.select();
    const { x, y } = await this.#settle(POLL_MS, selectors);
    await this.#driver.mouse(x, y, button, modifiers);
  }

  /** Waits until the element is there, uncovered, and has not moved nor changed its words for that long. */
  async #settle(ms: number, selectors: string[]): Promise<{ x: number; y: number }> {
    let standing = { x: Number.NaN, y: Number.NaN, text: '', since: 0 };
    return waitUntil(
      async () => {
        const place: Place = await this.#look(findPlace, selectors);
        if (!(await this.evaluate(isDrawn))) throw new Error('the browser draws nothing in this document');
        if (!place.found) throw new Error(place.why);
        if (place.coveredBy) throw new Error(`it is covered by ${place.coveredBy}`);
        const { x, y, text } = place;
        const isSame = x === standing.x && y === standing.y && text === standing.text;
        if (!isSame) standing = { x, y, text, since: Date.now() };
        return isSame && Date.now() - standing.since >= ms ? { x, y } : null;
      },
      { message: `${selectors.join(' ⟩ ')} to stand still, ready to be pressed` },
    );
  }

  async scroll(byPixels: number) {
    await this.select();
    const [width, height] = await this.evaluate(() => [innerWidth, innerHeight] as const);
    await this.#driver.wheel(Math.floor(width / 2), Math.floor(height / 2), byPixels);
  }

  async type(text: string) {
    await this.select();
    for (const character of text) {
      await this.#driver.key(character === '\n' ? 'Enter' : character, []);
    }
  }

  async press(key: string, modifiers: Modifier[] = []) {
    await this.select();
    await this.#driver.key(key, modifiers);
  }

  async pressShortcut(key: string, modifiers: Modifier[]) {
    await this.select();
    await this.#driver.shortcut(key, modifiers);
  }

  async pressToolbarButton() {
    await this.select();
    await this.#driver.pressToolbarButton();
  }

  async screenshot(path: string, { fullPage = false } = {}) {
    await this.select();
    await writeFile(path, Buffer.from(await this.#driver.capture(fullPage), 'base64'));
  }

  go(url: string) {
    return this.#driver.go(url);
  }

  reload() {
    return this.#driver.reload();
  }

  back() {
    return this.#driver.travel(-1);
  }

  forward() {
    return this.#driver.travel(1);
  }

  select() {
    return this.#driver.select();
  }

  isClosed() {
    return this.#driver.isClosed();
  }

  close() {
    return this.#driver.close();
  }

  url() {
    return this.#driver.url();
  }

  tabId() {
    return this.#driver.tabId();
  }

  console() {
    return this.#driver.console();
  }

  action() {
    return this.#driver.action();
  }

  setViewport(width: number, height: number, mobile = false) {
    return this.#driver.setViewport(width, height, mobile);
  }

  emulate(media: Media) {
    return this.#driver.emulate(media);
  }
}
