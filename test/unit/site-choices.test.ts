/** @jest-environment node */
import { type Kind, Stage } from './play-background.ts';

const A = 'https://news.example/a';
const OTHER = 'https://other.example/';
const arrives = { restored: false, hasView: false, startedAtMs: Number.MAX_SAFE_INTEGER, isFirst: false };
const always = { choice: 'always', on: true } as const;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
});
afterEach(() => jest.useRealTimers());

async function open(kind: Kind = 'chromium', incognito = false): Promise<Stage> {
  const stage = new Stage(kind);
  await stage.browser.tabs.update(1, { url: A, incognito });
  await stage.browser.tabs.update(2, { url: A, incognito });
  await stage.start();
  return stage;
}

const readSites = async ({ browser }: Stage) => {
  const rules = await browser.declarativeNetRequest.getDynamicRules();
  return rules.flatMap(({ condition }) => condition.requestDomains ?? []);
};
const readMatches = async ({ browser }: Stage, id: string) => {
  const [script] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  return script?.matches ?? [];
};

test.each<Kind>(['chromium', 'firefox', 'android'])(
  '%s: an always-light site is light in any tab, from its first byte',
  async (kind) => {
    const stage = await open(kind);
    await stage.ask(1, 'join', null);
    await stage.ask(1, 'site', always);
    expect(new Set(await readSites(stage))).toEqual(new Set(['news.example']));
    expect(await readMatches(stage, 'light-sites')).toEqual(['*://*.news.example/*']);
    await stage.ask(2, 'light-tab', arrives);
    expect(stage.readCommands(2)).toEqual(['arrive']);
    expect(await stage.readLightTabs()).toEqual([1, 2]);
  },
);

test('a page that was asked for before that was decided is switched like any other', async () => {
  const stage = await open();
  await stage.ask(1, 'site', always);
  await stage.ask(2, 'light-tab', { ...arrives, startedAtMs: 1 });
  expect(stage.readCommands(2)).toEqual(['show']);
});

test('what is decided holds after a restart of the background, and is taken back', async () => {
  const stage = await open();
  await stage.ask(1, 'site', always);
  await stage.browser.declarativeNetRequest.updateDynamicRules({ removeRuleIds: [1, 2, 3], addRules: [] });
  await stage.start();
  expect(await readSites(stage)).toContain('news.example');
  await stage.ask(1, 'site', { choice: 'always', on: false });
  expect(await readSites(stage)).toEqual([]);
  expect(await readMatches(stage, 'light-sites')).toEqual([]);
});

test('what is decided in the settings holds at once', async () => {
  const stage = await open();
  await stage.browser.storage.local.set({ always: ['news.example'] });
  await stage.browser.storage.onChanged.happen({ always: {} }, 'local');
  await stage.settle();
  expect(await readSites(stage)).toContain('news.example');
});

test('one press gives the page back, and it stays so in that tab on that site', async () => {
  const stage = await open();
  await stage.ask(1, 'site', always);
  await stage.ask(1, 'light-tab', arrives);
  await stage.ask(1, 'leave', { reload: true });
  const { onCommitted } = stage.browser.webNavigation;
  await onCommitted.happen({ tabId: 1, frameId: 0, url: A, documentId: 'b' });
  await stage.settle();
  await stage.ask(1, 'light-tab', arrives);
  expect(stage.readCommands(1)).toEqual(['arrive']);
  expect(await stage.readLightTabs()).toEqual([]);
  expect(await stage.hasRule(20_000)).toBe(true);
  await onCommitted.happen({ tabId: 1, frameId: 0, url: OTHER, documentId: 'c' });
  await stage.settle();
  await stage.ask(1, 'light-tab', arrives);
  expect(stage.readCommands(1)).toEqual(['arrive', 'arrive']);
});

test('always light, answered to the question: the page that asks is switched, and its site decided', async () => {
  const stage = await open();
  await stage.browser.storage.local.set({ never: ['news.example'] });
  expect(await stage.ask(1, 'always', null)).toEqual({ ok: true });
  expect(stage.readCommands(1)).toEqual(['show']);
  expect(await readSites(stage)).toContain('news.example');
  expect(await stage.browser.storage.local.get(['always', 'never'])).toEqual({
    always: ['news.example'],
    never: [],
  });
});

test('so answered on a page that has gone meanwhile, nothing is decided', async () => {
  const stage = await open();
  jest.spyOn(console, 'error').mockImplementation();
  jest.spyOn(stage.browser.scripting, 'executeScript').mockRejectedValue(new Error('no such document'));
  expect(await stage.ask(1, 'always', null)).toEqual({ ok: false, reason: 'failed' });
  expect(await readSites(stage)).toEqual([]);
  expect(await stage.browser.storage.local.get(['always'])).toEqual({});
});

test('always and never contradict each other: what was decided last holds', async () => {
  const stage = await open();
  await stage.ask(1, 'site', always);
  await stage.ask(1, 'never', null);
  expect(await readSites(stage)).toEqual([]);
  expect(await stage.browser.storage.local.get(['always', 'never'])).toEqual({
    always: [],
    never: ['news.example'],
  });
});

describe('in a private window', () => {
  test('a site is light only where that was decided there, and nothing of it is on disk', async () => {
    const stage = await open('firefox', true);
    await stage.ask(1, 'site', always);
    expect(await stage.browser.storage.local.get(['always'])).toEqual({});
    expect(await readSites(stage)).toEqual([]);
    await stage.ask(2, 'light-tab', arrives);
    expect(stage.readCommands(2)).toEqual(['show']);
  });

  test('so it is where that was answered to the question', async () => {
    const stage = await open('firefox', true);
    await stage.ask(1, 'always', null);
    expect(stage.readCommands(1)).toEqual(['show']);
    expect(await stage.browser.storage.local.get(['always'])).toEqual({});
    expect(await readSites(stage)).toEqual([]);
    await stage.ask(2, 'light-tab', arrives);
    expect(stage.readCommands(2)).toEqual(['show']);
  });

  test('what was decided elsewhere does not hold: the page comes once more, as it is', async () => {
    const stage = await open('firefox', true);
    await stage.browser.storage.local.set({ always: ['news.example'] });
    const reload = jest.spyOn(stage.browser.tabs, 'reload');
    await stage.ask(1, 'light-tab', arrives);
    expect(reload).toHaveBeenCalledWith(1);
    expect(stage.readCommands(1)).toEqual([]);
    await stage.ask(1, 'light-tab', arrives);
    expect(reload).toHaveBeenCalledTimes(1);
  });
});

describe('the context menu', () => {
  const choose = async (stage: Stage, menuItemId: string, linkUrl = '') => {
    const tab = await stage.browser.tabs.get(1);
    await stage.browser.contextMenus.onClicked.happen({ menuItemId, linkUrl }, tab);
    await stage.settle();
  };

  test('is made once, with a link, a page and its site, and with what is kept', async () => {
    const stage = await open();
    await stage.start();
    const entries = stage.browser.contextMenus.readEntries();
    expect(entries.map(({ id, contexts }) => [id, ...contexts])).toEqual([
      ['link', 'link'],
      ['page', 'page'],
      ['always', 'page'],
      ['never', 'page'],
      ['keep-link', 'link'],
      ['keep-page', 'page'],
      ['shelf', 'action'],
    ]);
  });

  test('opens a link in a tab that is light before it goes there', async () => {
    const stage = await open();
    await choose(stage, 'link', OTHER);
    const [opened = 0] = await stage.readLightTabs();
    expect((await stage.browser.tabs.get(opened)).url).toBe(OTHER);
    expect(stage.readCommands(1)).toEqual([]);
  });

  test('shows a page, and leaves a light one as it is', async () => {
    const stage = await open();
    await choose(stage, 'page');
    await stage.ask(1, 'join', null);
    await choose(stage, 'page');
    expect(stage.readCommands(1)).toEqual(['turn']);
  });

  test('decides for a site', async () => {
    const stage = await open();
    await choose(stage, 'never');
    expect(await stage.browser.storage.local.get(['never'])).toEqual({ never: ['news.example'] });
    await choose(stage, 'always');
    expect(await readSites(stage)).toContain('news.example');
    expect(stage.readCommands(1)).toEqual(['turn']);
  });
});

describe('a check that stands before a page', () => {
  test('is passed on the page itself, and what comes after it is looked at', async () => {
    const stage = await open();
    await stage.ask(1, 'join', null);
    const reload = jest.spyOn(stage.browser.tabs, 'reload');
    await stage.ask(1, 'pass', null);
    jest.runOnlyPendingTimers();
    expect(reload).toHaveBeenCalledWith(1);
    expect(await stage.readLightTabs()).toEqual([]);
    expect(await stage.hasRule(6)).toBe(true);
    await stage.ask(1, 'light-tab', arrives);
    expect(stage.readCommands(1)).toEqual(['resume']);
    await stage.ask(1, 'join', null);
    expect(await stage.readLightTabs()).toEqual([1]);
    expect(await stage.hasRule(6)).toBe(false);
  });
});

test('scripts are loaded on one site, in one tab, and the page is told to wait for them', async () => {
  const stage = await open();
  await stage.ask(1, 'join', null);
  await stage.ask(1, 'scripts', null);
  expect(await stage.hasRule(10_000)).toBe(true);
  await stage.ask(1, 'light-tab', arrives);
  expect(stage.readCommands(1)).toEqual(['scripts']);
});

describe('on a bad connection, for a reader who wants not to be asked', () => {
  const slow = {
    trouble: 'unpainted',
    activeMs: 9000,
    firstByteMs: 3000,
    bytes: 1000,
    quietMs: 0,
    waitsFor: '',
  } as const;
  const openBad = async () => {
    const stage = await open();
    await stage.browser.storage.local.set({ unasked: true });
    await stage.ask(1, 'slow', slow, { documentId: 'one' });
    await stage.ask(1, 'slow', slow, { documentId: 'two' });
    return stage;
  };

  test('each new page is light as it begins, and the view is told why', async () => {
    const stage = await openBad();
    expect(await readMatches(stage, 'light-bad-link')).toEqual(['http://*/*', 'https://*/*']);
    await stage.ask(2, 'light-tab', arrives);
    expect(stage.readCommands(2)).toEqual(['show']);
    expect(await stage.readLightTabs()).toContain(2);
    await stage.ask(2, 'join', null);
    const told = stage.browser.scripting.injected.map(({ args }) => args?.[0] as { facts?: { by: string } });
    expect(told.findLast((each) => each?.facts)?.facts?.by).toBe('link');
  });

  test('not on a site that is never asked about, and not once the reader has stopped it', async () => {
    const stage = await openBad();
    await stage.browser.storage.local.set({ never: ['news.example'] });
    await stage.ask(2, 'light-tab', arrives);
    expect(stage.readCommands(2)).toEqual([]);
    await stage.browser.storage.local.set({ never: [] });
    await stage.ask(1, 'stop-unasked', null);
    expect(await readMatches(stage, 'light-bad-link')).toEqual([]);
    await stage.ask(2, 'light-tab', arrives);
    expect(stage.readCommands(2)).toEqual([]);
  });
});
