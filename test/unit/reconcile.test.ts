/** @jest-environment node */
import { saveText } from '../../src/background/actions/tab-actions.ts';
import { readLightPages } from '../../src/background/tab/light-pages.ts';
import { changeTab, closeTab, reconcile, renameTab, settleTabs } from '../../src/background/tab/reconcile.ts';
import { ALL_TEXTS_CHARS, TEXT_CHARS } from '../../src/background/tab/saved-text.ts';
import { WAITING_MS } from '../../src/background/tab/tab-record.ts';
import { isLight, readRecords, readTab } from '../../src/background/tab/tab-store.ts';
import type { TabEvent } from '../../src/background/tab/tab-transitions.ts';
import { type FakeBrowser, toLocks } from './fake-browser.ts';

declare const browser: FakeBrowser;
Object.assign(globalThis, { navigator: { locks: toLocks() } });

const NOW = 1_800_000_000_000;
const address = 'https://news.example/a';
const join: TabEvent = { kind: 'join', page: { documentId: 'a', address }, isPrivate: false, at: NOW };
const leave: TabEvent = { kind: 'leave', reload: false, at: NOW };

const text = (html: string) => ({
  address,
  title: '',
  site: '',
  language: '',
  direction: 'ltr' as const,
  html,
  isWhole: true,
});
const readRules = () => browser.declarativeNetRequest.getSessionRules();
const readLightIds = async () => (await readRules()).find(({ id }) => id === 1)?.condition.tabIds ?? [];
const isScriptThere = async () =>
  (await browser.scripting.getRegisteredContentScripts({ ids: ['light-tab'] })).length > 0;
const readKeys = async () =>
  (await browser.storage.session.getKeys()).filter((key) => key.startsWith('kept-'));

beforeEach(async () => {
  browser.tabs.clear();
  await browser.storage.session.clear();
  await browser.storage.local.clear();
  await reconcile();
  browser.action.badges.clear();
});

test('while no tab is light, nothing is paid for it', async () => {
  expect(await readRules()).toEqual([]);
  expect(await isScriptThere()).toBe(false);
});

test('a tab that joins brings rules, script and badge, and takes them with it', async () => {
  await changeTab(7, join);
  expect(await readLightIds()).toEqual([7]);
  expect(await isScriptThere()).toBe(true);
  expect(browser.action.badges.get(7)).toBe('✓');
  expect(await isLight(7)).toBe(true);
  await changeTab(7, leave);
  expect(await readRules()).toEqual([]);
  expect(await isScriptThere()).toBe(false);
  expect(browser.action.badges.get(7)).toBe('');
});

test('tabs that change at the same instant do not lose each other', async () => {
  await Promise.all([1, 2, 3, 4, 5].map((id) => changeTab(id, join)));
  await Promise.all([changeTab(2, leave), changeTab(6, join), changeTab(4, leave)]);
  expect((await readLightIds()).sort()).toEqual([1, 3, 5, 6]);
});

test('a tab that was closed before anybody listened leaves nothing behind', async () => {
  await browser.tabs.remove(99);
  await changeTab(99, join);
  await settleTabs([99]);
  expect(await readRecords()).toEqual({});
  expect(await readRules()).toEqual([]);
});

test('a closed tab takes its rule and its text with it', async () => {
  await changeTab(1, join);
  await saveText(1, text('words'));
  await closeTab(1, false);
  expect(await readRules()).toEqual([]);
  expect(await readKeys()).toEqual([]);
});

test('a tab that gets another id stays light', async () => {
  await changeTab(1, join);
  await renameTab(1, 9);
  expect(await readLightIds()).toEqual([9]);
});

test('an error half-way is made good at the next start of the background', async () => {
  const update = jest.spyOn(browser.declarativeNetRequest, 'updateSessionRules');
  for (let time = 0; time < 2; time += 1) update.mockRejectedValueOnce(new Error('internal error'));
  await expect(changeTab(1, join)).rejects.toThrow('internal error');
  await reconcile();
  expect(await readLightIds()).toEqual([1]);
});

test('rules that no record asks for go at the next start, and so do texts and script', async () => {
  await changeTab(1, join);
  await saveText(1, text('words'));
  await browser.storage.session.remove('tabs');
  await reconcile();
  expect(await readRules()).toEqual([]);
  expect(await isScriptThere()).toBe(false);
  expect(await readKeys()).toEqual([]);
});

test('a background that was ended while an address was pending says at its next start that the tab waits', async () => {
  await changeTab(3, { kind: 'navigate', address, at: Date.now() - WAITING_MS });
  browser.action.badges.clear();
  await browser.tabs.update(3, { status: 'loading' });
  await reconcile();
  expect(browser.action.badges.get(3)).toBe('…');
  await browser.tabs.update(3, { status: 'complete' });
  await reconcile();
  expect(browser.action.badges.get(3)).toBe('');
  expect(await readTab(3)).toBeNull();
});

test('a storage that is full costs the texts, and nothing else', async () => {
  await changeTab(1, join);
  await saveText(1, text('x'.repeat(5000)));
  browser.storage.session.holdAtMost(5600);
  for (const id of [2, 3, 4, 5]) await changeTab(id, join);
  expect((await readLightIds()).sort()).toEqual([1, 2, 3, 4, 5]);
  expect(await readKeys()).toEqual([]);
  expect(await readTab(1)).toMatchObject({ text: null });
});

test('a text that finds no room is not saved, and no record says so', async () => {
  await changeTab(1, join);
  browser.storage.session.holdAtMost(2000);
  await saveText(1, text('x'.repeat(5000)));
  expect(await readKeys()).toEqual([]);
  expect(await readTab(1)).toMatchObject({ mode: 'light', text: null });
});

test('texts that are too many crowd the oldest out, and one that is too long is not saved', async () => {
  const chars = Math.floor(ALL_TEXTS_CHARS / 4) + 1;
  for (const id of [1, 2, 3, 4]) {
    await changeTab(id, { ...join, at: NOW + id });
    await saveText(id, text('x'.repeat(chars)));
  }
  expect(await readKeys()).toEqual(['kept-2', 'kept-3', 'kept-4']);
  await saveText(4, text('x'.repeat(TEXT_CHARS + 1)));
  expect(await readKeys()).toEqual(['kept-2', 'kept-3']);
});

describe('after a start of the browser or of Light', () => {
  const open = (id: number, url: string, more = {}) => browser.tabs.update(id, { url, ...more });
  const restart = async () => {
    await browser.storage.session.clear();
    return reconcile();
  };
  const light = async (id: number, more = {}) => {
    await open(id, address);
    await changeTab(id, { ...join, ...more });
    await settleTabs([id]);
  };

  test('a tab that was light is light again, under another id too', async () => {
    await light(1);
    await browser.tabs.remove(1);
    await open(50, address);
    expect(await restart()).toMatchObject([{ tabId: 50 }]);
    expect(await readLightIds()).toEqual([50]);
  });

  test('two tabs with the same address, of which one was light: the one with its id', async () => {
    await open(2, address);
    await light(3);
    expect(await restart()).toMatchObject([{ tabId: 3 }]);
    expect(await readLightIds()).toEqual([3]);
  });

  test('a tab whose window was closed with the browser is light again', async () => {
    await light(1);
    await closeTab(1, true);
    await browser.tabs.remove(1);
    await open(50, `${address}#part`);
    expect(await restart()).toMatchObject([{ tabId: 50 }]);
  });

  test('a tab that its reader had closed or left is not', async () => {
    await light(1);
    await closeTab(1, false);
    await light(2);
    await changeTab(2, leave);
    await settleTabs([2]);
    expect(await restart()).toEqual([]);
    expect(await readRules()).toEqual([]);
  });

  test('nothing of a private window is written to disk', async () => {
    await light(1, { isPrivate: true });
    expect(await readLightPages()).toEqual([]);
    await closeTab(1, true);
    expect(await readLightPages()).toEqual([]);
  });

  test('no address stands on disk', async () => {
    await light(1);
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('news');
  });

  test('what does not come back at once may come back later, and not for ever', async () => {
    await light(1);
    await browser.tabs.remove(1);
    expect(await restart()).toEqual([]);
    expect(await readLightPages()).toMatchObject([{ withWindow: true, closedAtMs: expect.any(Number) }]);
  });
});
