// One tab of Firefox.
import type { Media, MenuEntry, Modifier } from './browser.ts';
import type { Firefox } from './firefox.ts';
import { findButton, readAction } from './firefox-extension.ts';
import { readLog } from './firefox-log.ts';
import { actOnTab, chooseFromMenu, listTabs, pressKeys, type TabDeed } from './firefox-window.ts';
import { MODIFIER_KEYS, toKey } from './keys.ts';
import { lookThrough } from './place.ts';
import { type Driver, PageGone, waitUntil } from './tab.ts';

/** WebDriver's names of keys that are held while the mouse is pressed. */
const HELD: Record<Modifier, string> = { Alt: '\uE00A', Control: '\uE009', Shift: '\uE008' };

/** The mouse's way there and what it does there, in WebDriver's words. */
function toMouse(
  x: number,
  y: number,
  button: 'none' | 'left' | 'middle' | 'right',
  modifiers: Modifier[],
): object[] {
  const held = modifiers.map((name) => HELD[name]);
  // Both devices move in step: the keys go down, the mouse does its work, the keys come up.
  const pauses = (count: number) => Array.from({ length: count }, () => ({ type: 'pause' }));
  const move = { type: 'pointerMove', x: Math.floor(x), y: Math.floor(y), duration: 0 };
  const which = ['left', 'middle', 'right'].indexOf(button);
  const press = [
    { type: 'pointerDown', button: which },
    { type: 'pointerUp', button: which },
  ];
  const work = button === 'none' ? [move] : [move, ...press];
  const keys = [
    ...held.map((value) => ({ type: 'keyDown', value })),
    ...pauses(work.length),
    ...held.map((value) => ({ type: 'keyUp', value })),
  ];
  const mouse = [...pauses(held.length), ...work];
  return [
    { type: 'key', id: 'keyboard', actions: keys },
    { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: mouse },
  ];
}

export class FirefoxDriver implements Driver {
  readonly #browser: Firefox;
  readonly #handle: string;

  constructor(browser: Firefox, handle: string) {
    this.#browser = browser;
    this.#handle = handle;
  }

  run(source: string, args: unknown[]) {
    return this.#browser.marionette.inTab(this.#handle, source, args);
  }

  look(source: string, args: unknown[]) {
    return this.#browser.marionette.lookIntoTab(this.#handle, lookThrough(source), args);
  }

  async #act(deed: TabDeed) {
    const done = await this.#browser.inWindow(actOnTab, this.#handle, deed);
    if (!done) throw new PageGone('The tab is closed.');
  }

  async #state() {
    return (await this.#browser.inWindow(listTabs)).find((tab) => tab.handle === this.#handle);
  }

  async mouse(x: number, y: number, button: 'none' | 'left' | 'middle', modifiers: Modifier[]) {
    await this.#perform(toMouse(x, y, button, modifiers));
  }

  openLink(x: number, y: number) {
    return this.#chooseFromMenu(x, y, '#context-openlinkintab');
  }

  chooseInMenu(x: number, y: number, { label }: MenuEntry) {
    return this.#chooseFromMenu(x, y, label);
  }

  async #chooseFromMenu(x: number, y: number, wanted: string) {
    const choosing = this.#browser.inWindowOf(this.#handle, chooseFromMenu, wanted);
    await this.#perform(toMouse(x, y, 'right', []));
    await choosing;
  }

  async wheel(x: number, y: number, byPixels: number) {
    const turn = { type: 'scroll', x, y, deltaX: 0, deltaY: byPixels, duration: 0, origin: 'viewport' };
    await this.#perform([{ type: 'wheel', id: 'wheel', actions: [turn] }]);
  }

  async #perform(actions: object[]) {
    await this.#browser.marionette
      .command(this.#handle, 'WebDriver:PerformActions', { actions })
      .catch((error: Error) => {
        // A press may close the tab or the page that it was meant for, which then cannot say that it got it.
        if (!(error instanceof PageGone)) throw error;
      });
  }

  async key(name: string, modifiers: Modifier[]) {
    await this.#act({ do: 'focus' });
    await this.#browser.inWindowOf(
      this.#handle,
      pressKeys,
      modifiers.map((modifier) => MODIFIER_KEYS[modifier]),
      toKey(name),
    );
  }

  /** The keyboard's way leads past the browser's shortcuts anyway. */
  shortcut(name: string, modifiers: Modifier[]) {
    return this.key(name, modifiers);
  }

  async capture(fullPage: boolean) {
    const shot = { full: fullPage, hash: false };
    const answer = await this.#browser.marionette.command(this.#handle, 'WebDriver:TakeScreenshot', shot);
    return (answer as { value: string }).value; // By Marionette's protocol.
  }

  go(url: string) {
    return this.#act({ do: 'go', url });
  }

  reload() {
    return this.#act({ do: 'reload' });
  }

  travel(by: 1 | -1) {
    return this.#act({ do: by < 0 ? 'back' : 'forward' });
  }

  async select() {
    if ((await this.#state())?.isSelected) return;
    await this.#act({ do: 'select' });
    await waitUntil(async () => (await this.run('() => document.visibilityState', [])).value === 'visible', {
      message: 'the selected tab to be visible',
    });
  }

  async isClosed() {
    return !(await this.#state());
  }

  close() {
    return this.#act({ do: 'close' });
  }

  async url() {
    return (await this.#state())?.url ?? '';
  }

  async #action() {
    const state = await this.#browser.inWindow(readAction, this.#handle, this.#browser.extensionId);
    if (!state) throw new PageGone('The tab is closed.');
    return state;
  }

  async tabId() {
    return (await this.#action()).tabId;
  }

  async action() {
    const { title, badge } = await this.#action();
    return { title, badge };
  }

  async pressToolbarButton() {
    const middle = await this.#browser.inWindowOf(this.#handle, findButton, this.#browser.widgetId);
    if (!middle) throw new Error('The extension has no button in the toolbar.');
    await this.#browser.marionette.commandInWindow(this.#handle, 'WebDriver:PerformActions', {
      actions: toMouse(middle.x, middle.y, 'left', []),
    });
  }

  async console() {
    const browserId = (await this.#state())?.browserId;
    return browserId === undefined ? [] : this.#browser.inWindow(readLog, browserId, '');
  }

  async setViewport(width: number, height: number) {
    await this.#act({ do: 'size', width, height });
    await waitUntil(async () => (await this.run('() => innerWidth', [])).value === width, {
      message: `the page to be ${width} pixels wide`,
    });
  }

  async emulate({ medium, colorScheme, reducedMotion, forcedColors }: Media) {
    if (medium) await this.#act({ do: 'medium', medium: medium === 'screen' ? '' : medium });
    if (colorScheme) await this.#act({ do: 'colors', scheme: colorScheme });
    // Firefox has these settings for the whole browser only.
    if (reducedMotion !== undefined) await this.#act({ do: 'motion', reduced: reducedMotion ? 1 : 0 });
    if (forcedColors !== undefined) await this.#act({ do: 'forced', use: forcedColors ? 2 : 0 });
  }
}
