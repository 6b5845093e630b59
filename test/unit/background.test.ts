/** @jest-environment node */
import { UNANSWERED_MS } from '../../src/background/actions/inject.ts';
import { HEARD_MS } from '../../src/background/actions/toolbar-press.ts';
import { WAITING_MS } from '../../src/background/tab/tab-record.ts';
import { SWITCH_MS } from '../../src/background/tab/tab-transitions.ts';
import type { SlowReport } from '../../src/common/messages.ts';
import type { Kept } from '../../src/common/stored/saved-text.ts';
import { type Kind, Stage } from './play-background.ts';

const A = 'https://news.example/a';
const B = 'https://news.example/b';
const slow: SlowReport = {
  trouble: 'unpainted',
  activeMs: 20_000,
  firstByteMs: 100,
  bytes: 1000,
  quietMs: 0,
  waitsFor: '',
};
const arrives = { restored: false, hasView: false, startedAtMs: Number.MAX_SAFE_INTEGER, isFirst: false };
const KEPT: Kept = {
  address: A,
  title: '',
  site: '',
  language: '',
  direction: 'ltr',
  html: 'words',
  isWhole: true,
};
const OK = { ok: true };
const goTo = (url: string) => ({ tabId: 1, frameId: 0, url, timeStamp: Date.now() });
const refused = (reason: string) => ({ ok: false, reason });

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
});
afterEach(() => jest.useRealTimers());

async function open(kind: Kind = 'chromium'): Promise<Stage> {
  const stage = new Stage(kind);
  await stage.browser.tabs.update(1, { url: A });
  await stage.start();
  return stage;
}

async function openLight(kind: Kind = 'chromium'): Promise<Stage> {
  const stage = await open(kind);
  await stage.ask(1, 'join', null);
  return stage;
}

describe.each<Kind>(['chromium', 'firefox', 'android'])('in %s', (kind) => {
  test('a press, joining and leaving', async () => {
    const stage = await open(kind);
    await stage.press(1);
    expect(stage.readCommands(1)).toEqual(['turn']);
    expect(await stage.ask(1, 'join', null)).toEqual({ ok: true, isLoading: false });
    expect(await stage.readLightTabs()).toEqual([1]);
    await stage.press(1);
    expect(stage.readCommands(1)).toEqual(['turn', 'leave']);
    expect(await stage.ask(1, 'leave', { reload: false })).toEqual(OK);
    expect(await stage.readLightTabs()).toEqual([]);
  });

  test('a document that joins is told where its tab loads something', async () => {
    const stage = await open(kind);
    await stage.browser.tabs.update(1, { url: A, status: 'loading' });
    expect(await stage.ask(1, 'join', null)).toEqual({ ok: true, isLoading: true });
  });

  test('a link opened in a new tab is light before it goes there', async () => {
    const stage = await openLight(kind);
    expect(await stage.ask(1, 'open', B)).toEqual(OK);
    const [, opened] = await stage.readLightTabs();
    expect(opened).toBeDefined();
    expect((await stage.browser.tabs.get(opened ?? 0)).url).toBe(B);
  });

  test('an address that failed is asked for again under the rules', async () => {
    const stage = await openLight(kind);
    const { webNavigation, tabs } = stage.browser;
    await tabs.update(1, { url: B });
    await webNavigation.onBeforeNavigate.happen(goTo(B));
    await webNavigation.onErrorOccurred.happen({ tabId: 1, frameId: 0, url: B, error: 'no route' });
    await stage.settle();
    const reload = jest.spyOn(tabs, 'reload');
    jest.spyOn(stage.browser.scripting, 'executeScript').mockRejectedValue(new Error('an error page'));
    await stage.press(1);
    expect(reload).toHaveBeenCalledWith(1);
    expect(await stage.readLightTabs()).toEqual([1]);
  });

  test('a background that is ended at any moment finds its tabs again', async () => {
    const stage = await openLight(kind);
    await stage.start();
    expect(await stage.ask(1, 'light-tab', arrives)).toEqual(OK);
    expect(stage.readCommands(1)).toEqual(['arrive']);
    await stage.browser.tabs.onRemoved.happen(1, { isWindowClosing: false });
    await stage.settle();
    expect(await stage.readLightTabs()).toEqual([]);
  });

  test('nobody else wakes the background while no tab is light', async () => {
    const stage = await openLight(kind);
    await stage.ask(1, 'leave', { reload: false });
    for (const event of [stage.browser.tabs.onRemoved, stage.browser.webNavigation.onBeforeNavigate])
      expect(event.hasListeners()).toBe(false);
    // Firefox would wake it for what it listens to while it starts, even for a moment.
    const add = jest.spyOn(stage.browser.webNavigation.onBeforeNavigate, 'addListener');
    await stage.start();
    expect(add).toHaveBeenCalledTimes(kind === 'chromium' ? 1 : 0);
  });
});

describe('joining', () => {
  test('is refused where the reader has withheld access, and nothing is left of it', async () => {
    const stage = await open();
    stage.browser.permissions.withheld.add('https://news.example/*');
    expect(await stage.ask(1, 'join', null)).toEqual(refused('no-access'));
    expect(await stage.readLightTabs()).toEqual([]);
  });

  test('that fails for another reason says so, and the tab leaves the rules', async () => {
    const stage = await open();
    const said = jest.spyOn(console, 'error').mockImplementation();
    jest
      .spyOn(stage.browser.scripting, 'registerContentScripts')
      .mockRejectedValueOnce(new Error('internal'));
    expect(await stage.ask(1, 'join', null)).toEqual(refused('failed'));
    expect(await stage.readLightTabs()).toEqual([]);
    expect(said).toHaveBeenCalled();
  });

  test('of a document that has been left already is refused', async () => {
    const stage = await openLight('firefox');
    await stage.ask(1, 'leave', { reload: true });
    expect(await stage.ask(1, 'join', null)).toEqual(refused('failed'));
    expect(await stage.readLightTabs()).toEqual([]);
  });

  test('of a tab that is closed at the same moment leaves nothing behind', async () => {
    const stage = await open();
    await stage.browser.tabs.remove(1);
    const sender = { id: 'light', frameId: 0, url: A, documentId: 'a', tab: { id: 1, incognito: false } };
    await stage.browser.runtime.onMessage.happen({ ask: 'join', says: null }, sender);
    await stage.settle();
    expect(await stage.readLightTabs()).toEqual([]);
    expect(stage.browser.tabs.onRemoved.hasListeners()).toBe(false);
  });

  test('of a page that another one has replaced meanwhile shows that one', async () => {
    const stage = await open();
    stage.browser.webNavigation.frames.set(1, { url: B });
    await stage.ask(1, 'join', null);
    expect(stage.readCommands(1)).toEqual(['show']);
  });

  test('of a page that was loaded again meanwhile shows the one that came', async () => {
    const stage = await open();
    showDocument(stage, () => 'b');
    await stage.ask(1, 'join', null);
    expect(stage.readCommands(1)).toEqual(['show']);
  });

  test.each([
    ['another extension', { id: 'other' }],
    ['a frame, or a prerendered page', { frameId: 7 }],
  ])('is not heard of %s', async (_, sender) => {
    const stage = await open();
    expect(await stage.ask(1, 'join', null, sender)).toBeUndefined();
    expect(await stage.readLightTabs()).toEqual([]);
  });
});

/** Has the browser say which document is in the tab. */
function showDocument(stage: Stage, read: () => string): void {
  const getFrame = async () => ({ url: A, documentId: read() });
  jest.spyOn(stage.browser.webNavigation, 'getFrame').mockImplementation(getFrame);
}

describe('a press', () => {
  const hang = (stage: Stage) =>
    jest.spyOn(stage.browser.scripting, 'executeScript').mockReturnValue(new Promise(() => {}));
  const pressLong = async (stage: Stage) => {
    stage.browser.action.onClicked.happen(await stage.browser.tabs.get(1));
    await stage.settle();
    await jest.advanceTimersByTimeAsync(HEARD_MS);
    await stage.settle();
  };

  test.each([
    ['loading', [1], 'a page that is still coming asks for nothing more from the press on'],
    ['interactive', [], 'a page that is here loses no load before it is known whether there is a text'],
  ])('where the page is %s, rules hold for %p: %s', async (readyState, held) => {
    const stage = await open();
    stage.browser.scripting.documents.readyState = readyState;
    await stage.press(1);
    expect(await stage.readLightTabs()).toEqual(held);
    expect(stage.readCommands(1)).toEqual(['turn']);
    await stage.ask(1, 'nothing', null);
    expect(await stage.readLightTabs()).toEqual([]);
  });

  test.each([
    [true, 'is asked for again, as any other'],
    [false, 'stays'],
  ])(
    'on "Leave Light" leaves it where the document broke off as it came, error known: %p: it %s',
    async (isKnown) => {
      const stage = await openLight();
      const { scripting, tabs, webNavigation } = stage.browser;
      jest.spyOn(scripting, 'executeScript').mockRejectedValue(new Error('a broken document'));
      const frame = { url: A, errorOccurred: isKnown, parentFrameId: -1 };
      jest.spyOn(webNavigation, 'getFrame').mockResolvedValue(frame);
      const reload = jest.spyOn(tabs, 'reload');
      await stage.press(1);
      expect(await stage.readLightTabs()).toEqual([]);
      expect(reload).toHaveBeenCalledTimes(isKnown ? 1 : 0);
      expect(stage.browser.action.badges.get(1)).toBe('');
    },
  );

  test('that comes to nothing leaves no rule behind, whatever has happened to the page', async () => {
    const stage = await open();
    const { scripting } = stage.browser;
    scripting.documents.readyState = 'loading';
    await stage.press(1);
    await jest.advanceTimersByTimeAsync(SWITCH_MS);
    await stage.settle();
    expect(await stage.readLightTabs()).toEqual([]);
    const execute = scripting.executeScript;
    scripting.executeScript = async (injection) => {
      if (injection.files) throw new Error('the document has gone');
      return execute(injection);
    };
    await stage.press(1);
    expect(await stage.readLightTabs()).toEqual([]);
  });

  test.each([
    ['refuses the light script', false],
    ['is held for going back, with a script that asks for nothing', true],
  ])('is for the page to which the reader goes on, where the one before %s', async (_, isHeld) => {
    const stage = await open();
    const { scripting } = stage.browser;
    const execute = scripting.executeScript;
    let current = 'a';
    showDocument(stage, () => current);
    scripting.executeScript = async (injection) => {
      const { documentIds } = injection.target as { documentIds?: string[] };
      if (documentIds && !documentIds.includes(current) && !isHeld)
        throw new Error('No document with this id');
      const [frame] = await execute(injection);
      const documentId = current;
      current = 'b';
      return [{ result: frame?.result, documentId }];
    };
    await stage.press(1);
    expect(stage.readCommands(1)).toEqual(isHeld ? ['turn', 'show'] : ['show']);
    const last = scripting.injected.findLast(({ files }) => files?.includes('light.js'));
    expect(last?.target).toEqual({ tabId: 1, documentIds: ['b'] });
    expect(stage.browser.action.badges.get(1) ?? '').toBe('');
  });

  test('that leaves is told once, though the page is loaded again for it', async () => {
    const stage = await openLight();
    const { scripting } = stage.browser;
    const execute = scripting.executeScript;
    let current = 'a';
    showDocument(stage, () => current);
    scripting.executeScript = async (injection) => {
      const [frame] = await execute(injection);
      if (injection.files) {
        await stage.ask(1, 'leave', { reload: true });
        current = 'b';
      }
      return [{ result: frame?.result, documentId: 'a' }];
    };
    await stage.press(1);
    expect(stage.readCommands(1)).toEqual(['leave']);
  });

  test('is for the page that is committed before the tab has joined the rules', async () => {
    const stage = await open();
    await stage.press(1);
    await stage.browser.webNavigation.onCommitted.happen({ tabId: 1, frameId: 0, url: B });
    await stage.settle();
    expect(stage.readCommands(1)).toEqual(['turn', 'show']);
  });

  test('between two documents, where nothing may be scripted, is for the second one', async () => {
    const stage = await open();
    const { scripting, tabs } = stage.browser;
    const execute = scripting.executeScript;
    let asked = 0;
    scripting.executeScript = async (injection) => {
      asked += 1;
      if (asked === 1) throw new Error('Missing host permission for the tab');
      return execute(injection);
    };
    await tabs.update(1, { url: A, status: 'loading' });
    const pressed = stage.press(1);
    await jest.advanceTimersByTimeAsync(500);
    await pressed;
    await stage.settle();
    expect(stage.readCommands(1)).toEqual(['show']);
  });

  test('right after the reader left turns Light on again', async () => {
    const stage = await openLight();
    const sender = { id: 'light', frameId: 0, url: A, documentId: 'a', tab: { id: 1, incognito: false } };
    stage.browser.runtime.onMessage.happen({ ask: 'leave', says: { reload: false } }, sender);
    await stage.press(1);
    expect(stage.readCommands(1)).toEqual(['turn']);
    expect(await stage.readLightTabs()).toEqual([]);
  });

  test('on a page whose body does not come is heard: its tab is light until the next press', async () => {
    const stage = await open();
    const [update, reload] = [
      jest.spyOn(stage.browser.tabs, 'update'),
      jest.spyOn(stage.browser.tabs, 'reload'),
    ];
    hang(stage);
    await stage.browser.tabs.update(1, { status: 'loading' });
    await pressLong(stage);
    expect(stage.browser.action.badges.get(1)).toBe('✓');
    expect(await stage.readLightTabs()).toEqual([1]);
    update.mockClear();
    await stage.press(1);
    expect(stage.browser.action.badges.get(1)).toBe('');
    expect(await stage.readLightTabs()).toEqual([]);
    expect(update).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
  });

  test('on a page of which nothing has come asks for it again, and so does the next where that is all that came', async () => {
    const stage = await open();
    const { action, tabs, webNavigation } = stage.browser;
    const reload = jest.spyOn(tabs, 'reload');
    hang(stage);
    const failed = { url: A, errorOccurred: true, parentFrameId: -1 };
    jest.spyOn(webNavigation, 'getFrame').mockResolvedValue(failed);
    await tabs.update(1, { status: 'complete' });
    await pressLong(stage);
    expect(reload).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(UNANSWERED_MS);
    await stage.settle();
    expect(reload).toHaveBeenCalledTimes(1);
    // Its document is asked for its view, and does not answer.
    webNavigation.onCommitted.happen({ tabId: 1, frameId: 0, url: A, documentId: 'b' });
    await stage.settle();
    await webNavigation.onErrorOccurred.happen({ tabId: 1, frameId: 0, url: A, error: 'net::ERR_FAILED' });
    await jest.advanceTimersByTimeAsync(UNANSWERED_MS);
    await stage.settle();
    expect(action.badges.get(1)).toBe('!');
    await stage.press(1);
    expect(reload).toHaveBeenCalledTimes(2);
    expect(await stage.readLightTabs()).toEqual([1]);
  });

  test('shows the page as soon as it is here, and not where it was left meanwhile', async () => {
    const stage = await open();
    const execute = stage.browser.scripting.executeScript;
    await stage.browser.tabs.update(1, { status: 'loading' });
    for (const presses of [1, 2]) {
      let come = () => {};
      const whenHere = new Promise<void>((resolve) => {
        come = resolve;
      });
      stage.browser.scripting.executeScript = async (injection) => {
        await whenHere;
        return execute(injection);
      };
      await pressLong(stage);
      if (presses === 2) await stage.press(1);
      stage.browser.scripting.injected.length = 0;
      come();
      await stage.settle();
      expect(stage.readCommands(1).includes('show')).toBe(presses === 1);
      if (presses === 1) await stage.ask(1, 'leave', { reload: false });
    }
  });

  test('shows a page that answers late, too, where Light has no access to its site', async () => {
    const stage = await open();
    stage.browser.permissions.withheld.add('https://news.example/*');
    const execute = stage.browser.scripting.executeScript;
    let answer = () => {};
    const whenHere = new Promise<void>((resolve) => {
      answer = resolve;
    });
    stage.browser.scripting.executeScript = async (injection) => {
      await whenHere;
      return execute(injection);
    };
    await pressLong(stage);
    expect(stage.browser.action.badges.get(1)).toBe('!');
    answer();
    await stage.settle();
    expect(stage.readCommands(1)).toEqual(['turn']);
    expect(stage.browser.scripting.injected.some(({ files }) => files?.includes('light.js'))).toBe(true);
    expect(await stage.readLightTabs()).toEqual([]);
  });

  test.each([
    ['is no page in which extensions may act', false],
    ['was closed meanwhile', true],
  ])('leaves no tab in the rules whose page %s', async (_, isClosed) => {
    const stage = await open();
    let end = () => {};
    const ended = new Promise<never>((_resolve, reject) => {
      end = () => reject(new Error('no page'));
    });
    jest.spyOn(stage.browser.scripting, 'executeScript').mockReturnValue(ended);
    await stage.browser.tabs.update(1, { url: 'about:blank', status: 'loading' });
    await pressLong(stage);
    expect(await stage.readLightTabs()).toEqual([1]);
    if (isClosed) await stage.browser.tabs.remove(1);
    else await stage.browser.tabs.update(1, { url: 'about:config', status: 'complete' });
    end();
    await stage.settle();
    expect(await stage.readLightTabs()).toEqual([]);
    expect(stage.browser.action.badges.get(1)).toBe(isClosed ? '✓' : '!');
  });

  test.each<[string, number, string[]]>([
    ['before the tab joined is shown, for nothing in it asks', 0, ['turn', 'show']],
    ['after it asks by itself', 1, ['turn']],
  ])('and a navigation right after it: a page that was asked for %s', async (_, goesAfter, commands) => {
    const stage = await open('firefox');
    const { webNavigation } = stage.browser;
    const go = async () => {
      await webNavigation.onBeforeNavigate.happen(goTo(B));
      await stage.settle();
      await jest.advanceTimersByTimeAsync(50);
    };
    await stage.press(1);
    if (goesAfter === 0) await go();
    await stage.ask(1, 'join', null);
    await jest.advanceTimersByTimeAsync(50);
    if (goesAfter === 1) await go();
    await webNavigation.onCommitted.happen({ tabId: 1, frameId: 0, url: B });
    await stage.settle();
    expect(await stage.readLightTabs()).toEqual([1]);
    expect(stage.readCommands(1)).toEqual(commands);
  });

  test('is heard while Firefox still shows the empty page of a new tab', async () => {
    const stage = await open('firefox');
    jest.spyOn(stage.browser.scripting, 'executeScript').mockRejectedValue(new Error('no page'));
    await stage.browser.tabs.update(1, { url: 'about:blank', status: 'loading' });
    await stage.press(1);
    expect(await stage.readLightTabs()).toEqual([1]);
    expect(stage.browser.action.badges.get(1)).toBe('✓');
    await stage.press(1);
    expect(await stage.readLightTabs()).toEqual([]);
    expect(stage.browser.action.badges.get(1)).toBe('');
  });

  test('on a light page from which the tab is on its way asks for the next one without the rules', async () => {
    const stage = await openLight();
    await stage.browser.webNavigation.onBeforeNavigate.happen(goTo(B));
    await stage.browser.tabs.update(1, { url: A, status: 'loading' });
    const update = jest.spyOn(stage.browser.tabs, 'update');
    await stage.press(1);
    expect(update).toHaveBeenCalledWith(1, { url: B });
  });

  test('on a light page whose body does not come leaves Light and asks for the page again', async () => {
    const stage = await openLight();
    hang(stage);
    await stage.browser.tabs.update(1, { url: A, status: 'loading' });
    const reload = jest.spyOn(stage.browser.tabs, 'reload');
    await pressLong(stage);
    expect(reload).toHaveBeenCalledWith(1);
    expect(await stage.readLightTabs()).toEqual([]);
  });

  test('on a light page of a slow machine leaves by the page, and asks for nothing', async () => {
    const stage = await openLight();
    const { scripting, tabs } = stage.browser;
    const execute = scripting.executeScript;
    scripting.executeScript = (injection) => (injection.files ? new Promise(() => {}) : execute(injection));
    const reload = jest.spyOn(tabs, 'reload');
    await pressLong(stage);
    expect(reload).not.toHaveBeenCalled();
    expect(scripting.injected.map(({ args }) => args?.[0])).toContainEqual({ command: 'leave' });
  });

  test('on a page that is about to be loaded again as it is has it come light', async () => {
    const stage = await openLight();
    await stage.ask(1, 'leave', { reload: true });
    expect(await stage.readLightTabs()).toEqual([]);
    await stage.press(1);
    expect(await stage.readLightTabs()).toEqual([1]);
    expect(stage.readCommands(1)).toEqual(['show']);
    await stage.browser.webNavigation.onCommitted.happen({ tabId: 1, frameId: 0, url: A, documentId: 'b' });
    await stage.settle();
    expect(await stage.readLightTabs()).toEqual([1]);
  });

  test('while a page is on its way has that shown, though its being asked for is heard late', async () => {
    const stage = await openLight();
    const before = goTo(A);
    await jest.advanceTimersByTimeAsync(10);
    await stage.ask(1, 'leave', { reload: true });
    await stage.press(1);
    const { onBeforeNavigate, onCommitted } = stage.browser.webNavigation;
    await onBeforeNavigate.happen(before);
    await onCommitted.happen({ tabId: 1, frameId: 0, url: A, documentId: 'b' });
    await stage.settle();
    expect(stage.readCommands(1)).toEqual(['show', 'show']);
    const last = stage.browser.scripting.injected.findLast(({ files }) => files?.includes('light.js'));
    expect(last?.target).toEqual({ tabId: 1, documentIds: ['b'] });
  });

  test('in a tab in which nothing has come yet asks for its address under the rules', async () => {
    const stage = await open();
    jest.spyOn(stage.browser.scripting, 'executeScript').mockRejectedValue(new Error('no page'));
    await stage.browser.tabs.update(1, { url: '', pendingUrl: B, status: 'loading' });
    await stage.press(1);
    expect(await stage.readLightTabs()).toEqual([1]);
    expect((await stage.browser.tabs.get(1)).url).toBe(B);
  });
});

test('the button is shown anew for a document that has joined before its commit is told', async () => {
  const stage = await openLight('firefox');
  const { action, webNavigation } = stage.browser;
  action.badges.clear();
  await webNavigation.onCommitted.happen({ tabId: 1, frameId: 0, url: A });
  await stage.settle();
  expect(action.badges.get(1)).toBe('✓');
});

test('a light page whose body does not come shows on the button that its tab is light', async () => {
  const stage = await openLight();
  await stage.browser.webNavigation.onCommitted.happen({ tabId: 1, frameId: 0, url: B });
  await stage.settle();
  stage.browser.action.badges.clear();
  await jest.advanceTimersByTimeAsync(2000);
  await stage.settle();
  expect(stage.browser.action.badges.get(1)).toBe('✓');
});

describe('a page that arrives', () => {
  test('is no business of Light in a plain tab', async () => {
    const stage = await open();
    await stage.ask(1, 'light-tab', arrives);
    expect(stage.readCommands(1)).toEqual([]);
  });

  test('and was asked for before its tab became light is switched like any other', async () => {
    const stage = await openLight();
    await stage.ask(1, 'light-tab', { ...arrives, startedAtMs: 0 });
    expect(stage.readCommands(1)).toEqual(['show']);
  });

  test('from the back/forward cache with a view makes its tab light again', async () => {
    const stage = await open('firefox');
    await stage.ask(1, 'light-tab', { ...arrives, restored: true, hasView: true });
    expect(await stage.readLightTabs()).toEqual([1]);
    expect(stage.readCommands(1)).toEqual([]);
  });

  test('from the back/forward cache without a view gets one in a light tab', async () => {
    const stage = await openLight();
    await stage.ask(1, 'light-tab', { ...arrives, restored: true });
    expect(stage.readCommands(1)).toEqual(['show']);
  });

  test('and goes again before it could be shown is no error', async () => {
    const stage = await openLight();
    const said = jest.spyOn(console, 'error').mockImplementation();
    said.mockClear();
    jest.spyOn(stage.browser.scripting, 'executeScript').mockRejectedValue(new Error('Invalid documentId'));
    expect(await stage.ask(1, 'light-tab', arrives)).toEqual(OK);
    expect(said).not.toHaveBeenCalled();
    expect(await stage.readLightTabs()).toEqual([1]);
  });

  test('past a service worker is not loaded for ever', async () => {
    const stage = await openLight();
    const load = () => stage.ask(1, 'load', { bypassWorker: true });
    expect([await load(), await load(), await load()]).toEqual([OK, OK, refused('failed')]);
    expect(await stage.ask(1, 'load', { bypassWorker: false })).toEqual(OK);
    await stage.ask(1, 'light-tab', arrives);
    expect(stage.readCommands(1)).toEqual(['show']);
  });
});

describe('what one document is granted', () => {
  const PICTURES = { addresses: ['https://news.example/oven.png'], areMoved: false };

  test.each([
    ['images', PICTURES, 100_000],
    ['text', A, 1000],
    ['worker', true, 5],
  ] as const)(
    'ends when the next one is asked for, also in a background that has slept (%s)',
    async (ask, says, rule) => {
      const stage = await openLight();
      await stage.ask(1, ask, says);
      expect(await stage.hasRule(rule)).toBe(true);
      await stage.start();
      await stage.browser.webNavigation.onBeforeNavigate.happen(goTo(B));
      await stage.settle();
      expect(await stage.hasRule(rule)).toBe(false);
    },
  );

  test('ends when it says so', async () => {
    const stage = await openLight();
    await stage.ask(1, 'images', PICTURES);
    expect(await stage.hasRule(100_000)).toBe(true);
    await stage.ask(1, 'images', { ...PICTURES, addresses: [] });
    expect(await stage.hasRule(100_000)).toBe(false);
  });
});

describe('a tab opened from a light one by the browser', () => {
  const opened = { sourceTabId: 1, tabId: 2, url: B };

  test('asks again, under the rules, for what has not come', async () => {
    const stage = await openLight();
    await stage.start();
    await stage.browser.webNavigation.onCreatedNavigationTarget.happen(opened);
    await stage.settle();
    expect(await stage.readLightTabs()).toEqual([1, 2]);
    expect((await stage.browser.tabs.get(2)).url).toBe(B);
  });

  test('is switched where its page is here', async () => {
    const stage = await openLight();
    stage.browser.webNavigation.frames.set(2, { url: B });
    await stage.browser.webNavigation.onCreatedNavigationTarget.happen(opened);
    await stage.settle();
    expect(stage.readCommands(2)).toEqual(['show']);
    expect((await stage.browser.tabs.get(2)).url).toBeUndefined();
  });

  test.each([
    ['is light all the same where nobody in Firefox heard of it', { isFirst: true }, [1, 2]],
    ['is not light again once it was left, or shows another page', { isFirst: false }, [1]],
  ])('%s', async (_, more, light) => {
    const stage = await openLight('firefox');
    const tab = { id: 2, incognito: false, openerTabId: 1 };
    await stage.ask(2, 'light-tab', { ...arrives, ...more }, { url: B, documentId: 'b', tab });
    expect(await stage.readLightTabs()).toEqual(light);
    expect(stage.readCommands(2)).toEqual(light.length > 1 ? ['show'] : []);
  });

  test('is a plain one where the other is', async () => {
    const stage = await openLight();
    await stage.browser.webNavigation.onCreatedNavigationTarget.happen({ ...opened, sourceTabId: 9 });
    await stage.settle();
    expect(await stage.readLightTabs()).toEqual([1]);
  });
});

test('a tab that is reopened is light again; one that is opened with that address is not', async () => {
  const stage = await openLight();
  const { tabs } = stage.browser;
  await tabs.onRemoved.happen(1, { isWindowClosing: false });
  await stage.settle();
  await tabs.onCreated.happen({ id: 5, url: '', pendingUrl: A });
  await stage.settle();
  expect(await stage.readLightTabs()).toEqual([]);
  await tabs.update(6, { url: A });
  await tabs.onCreated.happen({ id: 6, url: A });
  await stage.settle();
  expect(await stage.readLightTabs()).toEqual([6]);
});

describe('after an update of Light', () => {
  async function update(kind: Kind, hasOldView: boolean): Promise<Stage> {
    const stage = await openLight(kind);
    await stage.browser.storage.session.clear();
    const execute = stage.browser.scripting.executeScript;
    stage.browser.scripting.executeScript = async (injection) => {
      await execute(injection);
      return [{ result: injection.args || injection.files ? true : hasOldView }];
    };
    await stage.start();
    return stage;
  }

  test('the page is shown in its own document, not in one that is loaded when the reader leaves', async () => {
    const stage = await openLight('firefox');
    await stage.browser.storage.session.clear();
    showDocument(stage, () => 'a');
    await stage.start();
    const targets = stage.browser.scripting.injected.map(({ target }) => target);
    expect(targets.at(-1)).toEqual({ tabId: 1, documentIds: ['a'] });
  });

  test('the page is not shown once more that the reader has left by then', async () => {
    const stage = await openLight('firefox');
    await stage.browser.storage.session.clear();
    const before = stage.browser.scripting.injected.length;
    const { onMessage } = stage.browser.runtime;
    const tab = { id: 1, incognito: false };
    const says = { ask: 'leave', says: { reload: false } };
    jest.spyOn(stage.browser.webNavigation, 'getFrame').mockImplementation(async () => {
      await onMessage.happen(says, { id: 'light', frameId: 0, url: A, documentId: 'a', tab });
      return { url: A, documentId: 'a' };
    });
    await stage.start();
    expect(stage.browser.scripting.injected).toHaveLength(before);
    expect(await stage.readLightTabs()).toEqual([]);
  });

  test.each<[Kind, boolean, string[]]>([
    ['chromium', false, ['show']],
    ['chromium', true, []],
    ['firefox', true, ['show']],
  ])('in %s, with a view left over: %s', async (kind, hasOldView, commands) => {
    const stage = await update(kind, hasOldView);
    expect(await stage.readLightTabs()).toEqual([1]);
    expect(stage.readCommands(1)).toEqual(commands);
  });
});

describe('access to sites', () => {
  test('that is taken back ends Light in the tabs of that site', async () => {
    const stage = await openLight();
    stage.browser.permissions.withheld.add('https://news.example/*');
    await stage.browser.permissions.onRemoved.happen({});
    await stage.settle();
    expect(await stage.readLightTabs()).toEqual([]);
    expect(stage.browser.action.badges.get(1)).toBe('!');
  });

  test('that is missing from the start is said once', async () => {
    const stage = await open();
    const openOptions = jest.spyOn(stage.browser.runtime, 'openOptionsPage');
    await stage.browser.runtime.onInstalled.happen({ reason: 'update' });
    expect(openOptions).not.toHaveBeenCalled();
    stage.browser.permissions.withheld.add('http://*/*');
    for (let start = 0; start < 3; start += 1) await stage.browser.runtime.onStartup.happen();
    expect(openOptions).toHaveBeenCalledTimes(1);
  });
});

describe('in a private window', () => {
  async function openPrivate(): Promise<Stage> {
    const stage = await open();
    await stage.browser.tabs.update(1, { url: A, incognito: true });
    return stage;
  }
  const readDisk = (stage: Stage) => stage.browser.storage.local.get(null);

  test('"never on this site" is remembered, and not on disk', async () => {
    const stage = await openPrivate();
    expect(await stage.ask(1, 'slow', slow)).toEqual(OK);
    await stage.ask(1, 'never', null);
    expect(await stage.ask(1, 'slow', slow)).toEqual(refused('not-here'));
    expect(await readDisk(stage)).toEqual({});
    await stage.browser.tabs.update(2, { url: A });
    expect(await stage.ask(2, 'slow', slow)).toEqual(OK);
  });

  test('nothing of a refusal or of a light tab is on disk either', async () => {
    const stage = await openPrivate();
    for (let time = 0; time < 3; time += 1) await stage.ask(1, 'refuse', null);
    await stage.ask(1, 'join', null);
    await stage.browser.tabs.onRemoved.happen(1, { isWindowClosing: true });
    await stage.settle();
    expect(await readDisk(stage)).toEqual({});
  });

  test('elsewhere both are on disk', async () => {
    const stage = await open();
    await stage.ask(1, 'never', null);
    await stage.ask(1, 'refuse', null);
    expect(Object.keys(await readDisk(stage)).sort()).toEqual(['never', 'refused']);
  });
});

describe('in Chrome, whose private windows have a background of their own', () => {
  test('each changes its own rules and scripts, and leaves the other its list on disk', async () => {
    const stage = await openLight();
    const disk = await stage.browser.storage.local.get(null);
    stage.browser.extension.inIncognitoContext = true;
    await stage.start();
    await stage.browser.tabs.update(2, { url: A, incognito: true });
    await stage.ask(2, 'join', null);
    const readIds = async () =>
      (await stage.browser.declarativeNetRequest.getSessionRules()).map(({ id }) => id);
    expect(await readIds()).toEqual([1, 2, 1_000_001, 1_000_002]);
    await stage.ask(2, 'leave', { reload: false });
    expect(await readIds()).toEqual([1, 2]);
    expect(await stage.browser.storage.local.get(null)).toEqual(disk);
    const scripts = await stage.browser.scripting.getRegisteredContentScripts({
      ids: ['light-tab', 'private-light-tab'],
    });
    expect(scripts).toMatchObject([{ id: 'light-tab' }]);
  });

  test('each leaves the other the texts that it has saved', async () => {
    const stage = await openLight();
    await stage.ask(1, 'keep', KEPT);
    stage.browser.extension.inIncognitoContext = true;
    await stage.start();
    await stage.browser.tabs.update(2, { url: A, incognito: true });
    await stage.ask(2, 'join', null);
    await stage.ask(2, 'keep', KEPT);
    stage.browser.extension.inIncognitoContext = false;
    await stage.start();
    const { session } = stage.browser.storage;
    expect(Object.keys(await session.get(null))).toEqual(expect.arrayContaining(['kept-1', 'kept-2']));
  });
});

describe('an address that does not come', () => {
  async function wait(stage: Stage, more = {}): Promise<void> {
    await stage.browser.tabs.update(1, { url: A, status: 'loading', ...more });
    await stage.browser.webNavigation.onBeforeNavigate.happen(goTo(B));
    await stage.settle();
    await jest.advanceTimersByTimeAsync(WAITING_MS);
    await stage.settle();
  }

  test('is told of, and a press asks for it again', async () => {
    const stage = await openLight();
    await wait(stage);
    expect(stage.browser.action.badges.get(1)).toBe('…');
    await stage.press(1);
    expect((await stage.browser.tabs.get(1)).url).toBe(B);
  });

  test('has the button say what its next press does', async () => {
    const stage = await openLight();
    const { action, tabs, webNavigation } = stage.browser;
    const says = () => `${action.badges.get(1)} ${action.titles.get(1)}`;
    const again = '… This address has not answered yet. Press to ask for it again, for its text alone.';
    const goOn = async () => {
      await webNavigation.onBeforeNavigate.happen(goTo(B));
      await stage.settle();
    };
    await wait(stage);
    expect(says()).toBe(again);
    await stage.press(1);
    expect([(await tabs.get(1)).url, await stage.readLightTabs()]).toEqual([B, [1]]);
    await goOn();
    expect(says()).toBe('✓ Leave Light');
    await stage.press(1);
    expect(await stage.readLightTabs()).toEqual([]);
    await wait(stage);
    expect(says()).toBe(again);
    await stage.press(1);
    expect(await stage.readLightTabs()).toEqual([1]);
  });

  test('is told of also where the background has slept meanwhile', async () => {
    const stage = await openLight();
    await stage.browser.tabs.update(1, { status: 'loading' });
    await stage.browser.webNavigation.onBeforeNavigate.happen(goTo(B));
    await stage.settle();
    jest.clearAllTimers();
    await jest.advanceTimersByTimeAsync(3000);
    await stage.start();
    expect(stage.browser.action.badges.get(1)).toBe('✓');
    await jest.advanceTimersByTimeAsync(WAITING_MS);
    await stage.settle();
    expect(stage.browser.action.badges.get(1)).toBe('…');
  });

  test('and was given up leads no later press away', async () => {
    const stage = await openLight();
    await wait(stage, { pendingUrl: 'https://news.example/c' });
    await stage.press(1);
    expect((await stage.browser.tabs.get(1)).url).toBe(A);
    expect(stage.readCommands(1)).toEqual(['leave']);
  });
});

test('a storage that is full costs no question', async () => {
  const stage = await open();
  jest.spyOn(console, 'error').mockImplementation();
  stage.browser.storage.session.holdAtMost(30);
  expect(await stage.ask(1, 'slow', slow)).toEqual(OK);
  expect(stage.browser.scripting.injected.some(({ files }) => files?.includes('prompt.js'))).toBe(true);
});

test('damaged settings cost no question', async () => {
  const stage = await open();
  await stage.browser.storage.local.set({ never: 5, refused: {}, patience: 'soon', lightPages: 'x' });
  expect(await stage.ask(1, 'slow', slow)).toEqual(OK);
  expect(stage.browser.scripting.injected.some(({ files }) => files?.includes('prompt.js'))).toBe(true);
});

test.each([
  ['before the error page has come', true],
  ['after it', false],
])('a text whose connection was reset comes back in Firefox, heard %s', async (_, isKeptFirst) => {
  const stage = await openLight('firefox');
  const keep = () => stage.ask(1, 'keep', { ...KEPT, isWhole: false });
  if (isKeptFirst) await keep();
  const icon = { favIconUrl: 'chrome://global/skin/icons/info.svg' };
  await (stage.browser.tabs.onUpdated.happen as (...args: unknown[]) => Promise<unknown>)(1, icon, {
    url: A,
  });
  await stage.settle();
  if (!isKeptFirst) await keep();
  expect((await stage.browser.tabs.get(1)).url).toContain('saved-text.html?tab=1');
});

test('a text is shown again where the next page fails, and goes when the tab is left', async () => {
  const stage = await openLight();
  await stage.ask(1, 'keep', KEPT);
  await stage.browser.tabs.update(1, { url: B });
  jest.spyOn(stage.browser.scripting, 'executeScript').mockRejectedValue(new Error('an error page'));
  await stage.press(1);
  expect((await stage.browser.tabs.get(1)).url).toContain('saved-text.html?tab=1');
  await stage.press(1);
  expect(await stage.browser.storage.session.getKeys()).not.toContain('kept-1');
  expect(await stage.readLightTabs()).toEqual([]);
});
