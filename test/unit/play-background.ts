// Plays the background against the fake browser: starts it, ends it, asks it as a tab does, and lets events happen.
import messages from '../../src/_locales/en/messages.json';
import type { Answers, Asks } from '../../src/common/messages.ts';
import { type FakeBrowser, toFakeBrowser, toLocks } from './fake-browser.ts';

/** What Firefox for Android has not, or throws at. */
function removeForAndroid(browser: FakeBrowser): void {
  const { tabs, action } = browser;
  const { create } = tabs;
  Object.assign(tabs.onUpdated, {
    addListener: (_: unknown, filter?: object) => {
      if (filter) throw new Error('Property "properties" is unsupported by Firefox');
    },
  });
  Object.assign(browser, { contextMenus: undefined });
  Object.assign(tabs, {
    onReplaced: undefined,
    create: (tab: object) => {
      if ('openerTabId' in tab) throw new Error('Property "openerTabId" is unsupported by Firefox');
      return create(tab);
    },
  });
  for (const name of ['setIcon', 'setBadgeText', 'setBadgeBackgroundColor', 'setBadgeTextColor'])
    Object.assign(action, { [name]: undefined });
}

export type Kind = 'chromium' | 'firefox' | 'android';

/** A browser with Light in it. */
export class Stage {
  readonly browser = toFakeBrowser(messages);
  readonly #kind: Kind;
  #locks = toLocks();

  constructor(kind: Kind) {
    this.#kind = kind;
    if (kind === 'android') removeForAndroid(this.browser);
    const memory = new Map<string, string>();
    const localStorage = {
      getItem: (key: string) => memory.get(key) ?? null,
      setItem: (key: string, value: string) => void memory.set(key, value),
      removeItem: (key: string) => void memory.delete(key),
    };
    Object.assign(globalThis, { localStorage });
  }

  /** As when an event wakes the background: nothing is left of the one before but what it stored. */
  async start(): Promise<void> {
    this.end();
    const { browser } = this;
    this.#locks = toLocks();
    const navigator = { locks: this.#locks };
    Object.assign(globalThis, { browser, chrome: browser, navigator, FIREFOX: this.#kind !== 'chromium' });
    jest.isolateModules(() => require('../../src/background/background.ts'));
    await this.settle();
  }

  /** The browser ends the background: it hears nothing more. */
  end(): void {
    const { runtime, tabs, action, permissions, webNavigation, contextMenus, storage } = this.browser;
    for (const events of [runtime, tabs, action, permissions, webNavigation, contextMenus, storage])
      for (const event of Object.values(events ?? {}))
        if (event && typeof event === 'object' && 'forget' in event) event.forget();
  }

  /** Waits until the background has nothing to do any more. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await this.#locks.whenFree();
    }
  }

  /** Asks as the top document of a tab does. */
  async ask<K extends keyof Asks>(
    tabId: number,
    ask: K,
    says: Asks[K],
    more: object = {},
  ): Promise<Answers[K]> {
    const { incognito = false } = await this.browser.tabs.get(tabId);
    const url = (await this.browser.tabs.get(tabId)).url ?? 'https://news.example/a';
    const sender = { id: 'light', frameId: 0, url, documentId: 'a', tab: { id: tabId, incognito }, ...more };
    const [answer] = await this.browser.runtime.onMessage.happen({ ask, says }, sender);
    await this.settle();
    return answer as Answers[K];
  }

  async press(tabId: number): Promise<void> {
    await this.browser.action.onClicked.happen(await this.browser.tabs.get(tabId));
    await this.settle();
  }

  async readLightTabs(): Promise<number[]> {
    const rules = await this.browser.declarativeNetRequest.getSessionRules();
    return rules.find(({ id }) => id === 1)?.condition.tabIds ?? [];
  }

  async hasRule(id: number): Promise<boolean> {
    return (await this.browser.declarativeNetRequest.getSessionRules()).some((rule) => rule.id === id);
  }

  /** What was asked of the light scripts that were injected into a tab; `arrive` needs no word. */
  readCommands(tabId: number): unknown[] {
    const own = this.browser.scripting.injected.filter(({ target }) => target.tabId === tabId);
    const told = own.map(({ args }) => (args?.[0] as { command?: string } | undefined)?.command);
    return own.flatMap(({ files }, at) => (files?.includes('light.js') ? [told[at - 1] ?? 'arrive'] : []));
  }
}
