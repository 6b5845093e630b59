// Builds variants of the extension that meet a browser which lacks something: each script begins with a function that takes it away.
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserName } from './browser.ts';

export type Variant = 'polyfill' | 'android';

interface Lack {
  browser: BrowserName;
  /** Runs before anything else in each script of the extension. */
  take: () => void;
}

export const VARIANTS: Record<Variant, Lack> = {
  polyfill: { browser: 'chromium', take: takeBrowser },
  android: { browser: 'firefox', take: takeWhatAndroidLacks },
};

/** Writes the variant beside the extension it is made from, and gives its folder. */
export async function buildVariant(extension: string, variant: Variant): Promise<string> {
  const folder = `${extension}-as-${variant}`;
  await rm(folder, { recursive: true, force: true });
  await cp(extension, folder, { recursive: true });
  // The names of functions are kept by calls of __name, which the extension does not have.
  const prelude = `"use strict";((__name)=>(${VARIANTS[variant].take})())((fn)=>fn);\n`;
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.js')))
    await writeFile(join(folder, file), prelude + (await readFile(join(folder, file), 'utf8')));
  return folder;
}

/** Chrome before it had `browser` itself: there webextension-polyfill makes one. */
function takeBrowser(): void {
  Object.defineProperty(globalThis, 'browser', { value: undefined, writable: true, configurable: true });
}

/**
 * Firefox for Android: it knows neither windows, menus nor shortcuts, tabs have no opener and no icon, and of a tab's changes it tells without any
 * filter, and three alone (`mobile/shared/components/extensions` in Firefox's source; bugs 1414498 and 1817806).
 */
function takeWhatAndroidLacks(): void {
  type Tab = { openerTabId?: number; favIconUrl?: string };
  type Hear = (...given: never[]) => unknown;
  interface Event {
    addListener(hear: Hear, ...filters: unknown[]): void;
    removeListener(hear: Hear): void;
    hasListener(hear: Hear): boolean;
  }
  interface Tabs {
    onUpdated: Event;
    onCreated: Event;
    create(properties: Tab): Promise<Tab>;
    get(id: number): Promise<Tab>;
    query(wanted: object): Promise<Tab[]>;
  }
  const api = (globalThis as { browser?: Record<string, unknown> }).browser;
  const tabs = api?.tabs as Tabs | undefined; // By Firefox's documentation; content scripts have none.
  if (!api || !tabs) return;
  const put = (target: object, name: string, value: unknown) =>
    Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true });
  for (const name of ['commands', 'menus', 'contextMenus', 'windows']) put(api, name, undefined);

  const toAndroidTab = (tab: Tab): Tab => {
    const { openerTabId, favIconUrl, ...rest } = tab;
    return rest;
  };
  const toAndroidEvent = (event: Event, translate: (given: unknown[]) => unknown[] | null): Event => {
    const heard = new Map<Hear, Hear>();
    return {
      addListener(hear, ...filters) {
        if (filters.length > 0) throw new Error('Incorrect argument types for tabs.onUpdated.');
        const listener = (...given: unknown[]) => {
          const told = translate(given);
          if (told) hear(...(told as never[]));
        };
        heard.set(hear, listener);
        event.addListener(listener);
      },
      removeListener(hear) {
        const listener = heard.get(hear);
        if (listener) event.removeListener(listener);
        heard.delete(hear);
      },
      hasListener: (hear) => heard.has(hear),
    };
  };
  const { onUpdated, onCreated, create, get, query } = tabs;
  put(
    tabs,
    'onUpdated',
    toAndroidEvent(onUpdated, ([id, change, tab]) => {
      const known = Object.entries(change as object).filter(([name]) =>
        ['status', 'url', 'title'].includes(name),
      );
      return known.length > 0 ? [id, Object.fromEntries(known), toAndroidTab(tab as Tab)] : null;
    }),
  );
  put(
    tabs,
    'onCreated',
    toAndroidEvent(onCreated, ([tab]) => [toAndroidTab(tab as Tab)]),
  );
  put(tabs, 'create', (properties: Tab) => {
    if ('openerTabId' in properties) throw new Error('Property "openerTabId" is unsupported by Firefox');
    return create(properties).then(toAndroidTab);
  });
  put(tabs, 'get', (id: number) => get(id).then(toAndroidTab));
  put(tabs, 'query', (wanted: object) => query(wanted).then((found) => found.map(toAndroidTab)));
}
