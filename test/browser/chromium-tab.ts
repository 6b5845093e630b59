// One tab of Chromium.
import type { CDPSession, Protocol } from 'puppeteer-core';
import type { ActionState, Media, MenuEntry, Modifier } from './browser.ts';
import type { Chromium } from './chromium.ts';
import { evaluateIn } from './chromium-evaluate.ts';
import { isWaitingForAnswer, lookThroughHelper, readTabId, runThroughHelper } from './chromium-helper.ts';
import { MODIFIER_KEYS, toKey } from './keys.ts';
import { lookThrough } from './place.ts';
import { type Driver, PageGone, waitUntil } from './tab.ts';

/** News of a new document may come this much after the first answer from it. */
const COMMIT_LAG_MS = 100;

/** A picture takes that long at most, unless the document is not drawn at all. */
const CAPTURE_MS = 5_000;

const toBits = (modifiers: Modifier[]) => modifiers.reduce((bits, name) => bits | MODIFIER_KEYS[name].bit, 0);

export class ChromiumDriver implements Driver {
  readonly #browser: Chromium;
  readonly #tabTargetId: string;
  readonly #log: string[] = [];
  #session: CDPSession | null = null;
  #tabId = Number.NaN;
  #isPrivate = false;
  /** The sessions of prerendered pages, by target. */
  readonly #prerendered = new Map<string, string>();
  readonly #left = new Set<() => void>();

  private constructor(browser: Chromium, tabTargetId: string) {
    this.#browser = browser;
    this.#tabTargetId = tabTargetId;
  }

  /** Attaches to the tab and, whenever it changes its page (a prerendered one, for instance), to that. */
  static async attach(browser: Chromium, tabTargetId: string): Promise<ChromiumDriver> {
    const driver = new ChromiumDriver(browser, tabTargetId);
    const tab = await browser.attach(tabTargetId);
    tab.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type !== 'page') return;
      if (targetInfo.subtype) driver.#prerendered.set(targetInfo.targetId, sessionId);
      else driver.#listen(browser.session(sessionId));
    });
    tab.on('Target.detachedFromTarget', () => {
      // A browser that is being closed detaches from its pages, too, and answers no more.
      driver.#followPrerendered().catch((error: Error) => driver.#log.push(`driver: ${error.message}`));
    });
    const on = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
    await tab.send('Target.setAutoAttach', on);
    await waitUntil(() => driver.#session, { message: 'the page of a tab' });
    const strip = await waitUntil(() => driver.#strip(), { message: 'a tab to be in the tab strip' });
    driver.#isPrivate = strip.isPrivate;
    driver.#tabId = await readTabId(browser.helper, strip.index, strip.isPrivate);
    return driver;
  }

  /** A page that was drawn before it was asked for takes the tab over without being attached to once more. */
  async #followPrerendered() {
    if (this.#prerendered.size === 0) return;
    const shown = (await this.#browser.targets()).find(
      ({ targetId, type, subtype }) => type === 'page' && !subtype && this.#prerendered.has(targetId),
    );
    if (!shown) return;
    this.#listen(this.#browser.session(this.#prerendered.get(shown.targetId) ?? ''));
    this.#prerendered.delete(shown.targetId);
  }

  #listen(session: CDPSession | null) {
    if (!session) return;
    this.#session = session;
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      this.#log.push(`${type}: ${args.map(toWords).join(' ')}`);
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
      this.#log.push(`uncaught: ${exception?.description ?? text}`);
    });
    // As a browser under automation does by default: a question of the page must not stop the test.
    session.on('Page.javascriptDialogOpening', () => {
      this.#sendOn('Page.handleJavaScriptDialog', { accept: true });
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (!frame.parentId) for (const hear of this.#left) hear();
    });
    this.#sendOn('Page.enable');
    this.#sendOn('Runtime.enable');
  }

  get #page(): CDPSession {
    if (!this.#session) throw new PageGone('The tab has no page.');
    return this.#session;
  }

  /** Sends without waiting: the answer may take as long as the page hangs, or be lost with the tab. */
  #sendOn<M extends keyof ProtocolCommands>(method: M, ...params: ProtocolCommands[M]) {
    this.#page.send(method, ...params).catch((error: Error) => this.#log.push(`driver: ${error.message}`));
  }

  async run(source: string, args: unknown[]) {
    const leaving = this.#whenLeft();
    try {
      return await Promise.race([this.#ask(source, args), leaving.gone]);
    } finally {
      leaving.forget();
    }
  }

  async #ask(source: string, args: unknown[]) {
    const helped = await runThroughHelper(this.#browser.helper, this.#tabId, source, args);
    if (helped) return helped;
    if (await isWaitingForAnswer(this.#browser.helper, this.#tabId)) {
      throw new PageGone('The tab waits for its first answer and has nothing to ask yet.');
    }
    return evaluateIn(this.#page, source, args);
  }

  async look(source: string, args: unknown[]) {
    const wrapped = lookThrough(source);
    const helped = await lookThroughHelper(this.#browser.helper, this.#tabId, wrapped, args);
    return helped ?? this.run(wrapped, args);
  }

  /** A document in the back/forward cache keeps its promises waiting for ever, so leaving it must be noticed. */
  #whenLeft() {
    const since = Date.now();
    let leave: (why: PageGone) => void = () => {};
    const gone = new Promise<never>((_, reject) => {
      leave = reject;
    });
    const hear = () => {
      if (Date.now() - since > COMMIT_LAG_MS) leave(new PageGone('The tab went to another document.'));
    };
    this.#left.add(hear);
    return { gone, forget: () => this.#left.delete(hear) };
  }

  async mouse(x: number, y: number, button: 'none' | 'left' | 'middle', modifiers: Modifier[]) {
    const at = { x, y, modifiers: toBits(modifiers) };
    await this.#input('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at });
    if (button === 'none') return;
    const press = { ...at, button, clickCount: 1 };
    await this.#input('Input.dispatchMouseEvent', { type: 'mousePressed', ...press });
    await this.#input('Input.dispatchMouseEvent', { type: 'mouseReleased', ...press });
  }

  async openLink(_x: number, _y: number, href: string) {
    const press = `Object.assign(document.createElement('a'), { href: ${JSON.stringify(href)} })
      .dispatchEvent(new MouseEvent('click', { ctrlKey: true, cancelable: true }))`;
    await this.#page.send('Runtime.evaluate', { expression: press, userGesture: true });
  }

  async chooseInMenu(_x: number, _y: number, { id }: MenuEntry, href: string | null | undefined) {
    const where = { pageUrl: await this.url(), ...(href ? { linkUrl: href } : {}) };
    await this.#browser.chooseInMenu({ menuItemId: id, editable: false, ...where }, this.#tabId);
  }

  wheel(x: number, y: number, byPixels: number) {
    return this.#input('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY: byPixels });
  }

  async key(name: string, modifiers: Modifier[]) {
    const bits = toBits(modifiers);
    for (const modifier of modifiers) await this.#keyEvent('rawKeyDown', MODIFIER_KEYS[modifier], bits);
    const key = toKey(name);
    const types = key.text && !modifiers.includes('Alt') && !modifiers.includes('Control');
    await this.#keyEvent(types ? 'keyDown' : 'rawKeyDown', key, bits, types ? key.text : undefined);
    await this.#keyEvent('keyUp', key, bits);
    for (const modifier of modifiers) await this.#keyEvent('keyUp', MODIFIER_KEYS[modifier], 0);
  }

  #keyEvent(
    type: 'rawKeyDown' | 'keyDown' | 'keyUp',
    { key, code, keyCode }: { key: string; code: string; keyCode: number },
    modifiers: number,
    text?: string,
  ) {
    const event = { type, key, code, windowsVirtualKeyCode: keyCode, modifiers, ...(text && { text }) };
    return this.#input('Input.dispatchKeyEvent', event);
  }

  /** Input may close the tab or the page that it was meant for, which then cannot say that it got it. */
  async #input(
    ...command:
      | ['Input.dispatchMouseEvent', Protocol.Input.DispatchMouseEventRequest]
      | ['Input.dispatchKeyEvent', Protocol.Input.DispatchKeyEventRequest]
  ) {
    const [method, params] = command;
    await this.#page.send(method, params).catch(async (error: Error) => {
      if (!/closed|detached/i.test(error.message)) throw error;
    });
  }

  /** Keys of the debugging protocol go to the page and never to the browser's shortcuts. */
  shortcut() {
    return this.pressToolbarButton();
  }

  async capture(fullPage: boolean) {
    const options = { captureBeyondViewport: fullPage };
    const { data } = await this.#page.send('Page.captureScreenshot', options, { timeout: CAPTURE_MS });
    return data;
  }

  async go(url: string) {
    this.#sendOn('Page.navigate', { url, transitionType: 'typed' });
  }

  async reload() {
    this.#sendOn('Page.reload');
  }

  async travel(by: 1 | -1) {
    const { currentIndex, entries } = await this.#page.send('Page.getNavigationHistory');
    const entry = entries[currentIndex + by];
    if (!entry) throw new Error(`The tab's history has nothing ${by < 0 ? 'before' : 'after'} this page.`);
    this.#sendOn('Page.navigateToHistoryEntry', { entryId: entry.id });
  }

  async #strip() {
    return (await this.#browser.tabs()).find((tab) => tab.targetId === this.#tabTargetId);
  }

  async select() {
    if ((await this.#strip())?.isSelected) return;
    await this.#browser.root.send('Target.activateTarget', { targetId: this.#tabTargetId });
    await waitUntil(async () => (await this.#strip())?.isSelected && (await this.#isVisible()), {
      message: 'the selected tab to be visible',
    });
  }

  async #isVisible() {
    try {
      return (await this.run('() => document.visibilityState', [])).value === 'visible';
    } catch (error) {
      // There is nothing yet that could be visible.
      if (error instanceof PageGone) return true;
      throw error;
    }
  }

  async isClosed() {
    return !(await this.#strip());
  }

  close() {
    return this.#browser.closeTab(this.#tabTargetId);
  }

  async url() {
    const { currentIndex, entries } = await this.#page.send('Page.getNavigationHistory');
    return entries[currentIndex]?.url ?? '';
  }

  async tabId() {
    return this.#tabId;
  }

  async console() {
    return [...this.#log];
  }

  pressToolbarButton() {
    return this.#browser.pressToolbarButton(this.#tabTargetId);
  }

  async action(): Promise<ActionState> {
    const inIts = this.#isPrivate ? 'inPrivateExtension' : 'inExtension';
    return this.#browser[inIts](
      async (id) => ({
        title: await chrome.action.getTitle({ tabId: id }),
        badge: await chrome.action.getBadgeText({ tabId: id }),
      }),
      this.#tabId,
    );
  }

  async setViewport(width: number, height: number, mobile = false) {
    const metrics = { width, height, deviceScaleFactor: 1, mobile };
    await this.#page.send('Emulation.setDeviceMetricsOverride', metrics);
  }

  async emulate({ medium, colorScheme, reducedMotion, forcedColors }: Media) {
    const features = [
      ...(colorScheme ? [{ name: 'prefers-color-scheme', value: colorScheme }] : []),
      ...(reducedMotion ? [{ name: 'prefers-reduced-motion', value: 'reduce' }] : []),
      ...(forcedColors ? [{ name: 'forced-colors', value: 'active' }] : []),
    ];
    await this.#page.send('Emulation.setEmulatedMedia', { media: medium ?? '', features });
  }
}

interface ProtocolCommands {
  'Page.enable': [];
  'Runtime.enable': [];
  'Page.reload': [];
  'Page.navigate': [Protocol.Page.NavigateRequest];
  'Page.navigateToHistoryEntry': [Protocol.Page.NavigateToHistoryEntryRequest];
  'Page.handleJavaScriptDialog': [Protocol.Page.HandleJavaScriptDialogRequest];
}

function toWords({ value, description, type }: Protocol.Runtime.RemoteObject): string {
  return value === undefined
    ? (description ?? type)
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
}

/** What the driver asks with the extension's rights. */
declare const chrome: {
  action: {
    getTitle(of: { tabId: number }): Promise<string>;
    getBadgeText(of: { tabId: number }): Promise<string>;
  };
};
