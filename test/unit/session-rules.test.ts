import { applyRules, changeRules, toSessionRules } from '../../src/background/rules/session-rules.ts';
import type { TabRecord } from '../../src/background/tab/tab-record.ts';
import { nextTab, type TabEvent } from '../../src/background/tab/tab-transitions.ts';
import type { FakeBrowser } from './fake-browser.ts';

declare const browser: FakeBrowser;

const page = (address: string) => ({ documentId: 'one', address });
const NEWS = page('https://news.example/a?b#c');
const join: TabEvent = { kind: 'join', page: NEWS, isPrivate: false, at: 1 };

function toTab(...events: TabEvent[]): TabRecord {
  const tab = events.reduce<TabRecord | null>(nextTab, null);
  if (!tab) throw new Error('nothing is left of the tab');
  return tab;
}

const withId = (id: number) => (rule: { id: number }) => rule.id === id;
const toBlock = (id: number, tabIds: number[]) => ({ id, condition: { tabIds }, action: { type: 'block' } });
const playIn = (name: 'chromium' | 'firefox') => Object.assign(globalThis, { FIREFOX: name === 'firefox' });

beforeEach(async () => {
  const rules = await browser.declarativeNetRequest.getSessionRules();
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) });
});
afterEach(() => playIn('chromium'));

test('no rule stands while no tab is light', () => {
  expect(toSessionRules({})).toEqual([]);
  expect(toSessionRules({ 7: toTab({ kind: 'navigate', address: NEWS.address, at: 1 }) })).toEqual([]);
});

test('a light tab is refused everything but its page, which comes without scripts', () => {
  const [refuse, bare] = toSessionRules({ 7: toTab(join) });
  expect(refuse).toMatchObject({
    condition: { tabIds: [7], excludedResourceTypes: ['main_frame'] },
    action: { type: 'block' },
  });
  expect(bare?.action.responseHeaders).toContainEqual({
    header: 'content-security-policy',
    operation: 'append',
    value: "script-src 'none'",
  });
});

test('a tab that is about to be light asks for nothing but pages, which still come as they are', () => {
  const held = toTab({ kind: 'switch', isHeld: true, at: 1 });
  expect(toSessionRules({ 7: held })).toEqual([
    expect.objectContaining({
      condition: { tabIds: [7], excludedResourceTypes: ['main_frame'] },
      action: { type: 'block' },
    }),
  ]);
  const [refused, bare] = toSessionRules({ 1: toTab(join), 7: held });
  expect([refused?.condition.tabIds, bare?.condition.tabIds]).toEqual([[1, 7], [1]]);
});

test.each(['critical-ch', 'accept-ch', 'link', 'refresh', 'speculation-rules'])(
  'the header %s is taken out: it makes browsers ask for more, or twice',
  (header) => {
    const [, bare] = toSessionRules({ 7: toTab(join) });
    expect(bare?.action.responseHeaders).toContainEqual({ header, operation: 'remove' });
  },
);

test('Chromium knows whose report is whose: no other tab is muted', () => {
  expect(toSessionRules({ 7: toTab(join) }).some(withId(3))).toBe(false);
});

test.each<[string, TabEvent]>([
  ['is light', join],
  ['becomes light', { kind: 'switch', isHeld: false, at: 1 }],
])('Firefox gives reports no tab: none goes out while a tab %s', (_, event) => {
  playIn('firefox');
  const rules = toSessionRules({ 7: toTab(event) });
  expect(rules.find(withId(3))).toMatchObject({
    condition: { resourceTypes: ['csp_report'] },
    action: { type: 'block' },
  });
});

test('Firefox keeps no light page, and asks for no style sheet', () => {
  playIn('firefox');
  const headers = toSessionRules({ 7: toTab(join) })[1]?.action.responseHeaders;
  expect(headers).toContainEqual({ header: 'cache-control', operation: 'set', value: 'no-store' });
  expect(headers?.[0]?.value).toContain('style-src');
});

describe('pictures are let through above the rule that refuses them', () => {
  const OVEN = 'http://pictures.example:8080/oven.png?wide#top';
  const BRIDGE = 'https://pictures.example/bridge.png';
  const toPictureRules = (addresses: string[], areMoved: boolean) => {
    const images: TabEvent = { kind: 'images', images: { addresses, areMoved } };
    return toSessionRules({ 1: toTab(join, images), 2: toTab(join) }).filter(({ id }) => id >= 100_000);
  };

  test('one by one, whatever the scheme, for one tab alone', () => {
    expect(toPictureRules([OVEN, BRIDGE], false)).toEqual([
      {
        id: 100_000,
        priority: 4,
        condition: {
          tabIds: [1],
          resourceTypes: ['image'],
          urlFilter: '||pictures.example:8080/oven.png?wide|',
        },
        action: { type: 'allow' },
      },
      expect.objectContaining({
        id: 100_001,
        condition: expect.objectContaining({ urlFilter: '||pictures.example/bridge.png|' }),
      }),
    ]);
  });

  test('one that has moved wherever it leads', () => {
    const [rule, ...others] = toPictureRules([OVEN, BRIDGE], true);
    expect(rule?.condition).toEqual({ tabIds: [1], resourceTypes: ['image'] });
    expect(others).toEqual([]);
  });

  test('no more where none is on its way, and none of an address that is none', () => {
    expect(toPictureRules([], false)).toEqual([]);
    expect(toPictureRules(['oven.png'], false)).toEqual([]);
  });
});

test('each tab may ask for its own address once more, and for no other', () => {
  const toRest = (address: string) => toTab(join, { kind: 'rest', page: page(address) });
  const records = { 1: toRest('https://ledger.example/one#end'), 2: toRest('https://ledger.example/two') };
  const rests = toSessionRules(records).filter(({ condition }) => condition.urlFilter);
  expect(rests.map(({ condition: { tabIds, urlFilter } }) => [tabIds, urlFilter])).toEqual([
    [[1], '|https://ledger.example/one|'],
    [[2], '|https://ledger.example/two|'],
  ]);
  expect(new Set(rests.map(({ id }) => id)).size).toBe(2);
});

test("what a site's service worker asks for by itself is refused while that is held, and of no other site", () => {
  const held = toTab({ kind: 'switch', isHeld: false, at: 1 }, { kind: 'worker', page: NEWS });
  expect(toSessionRules({ 1: held }).find(withId(5))).toMatchObject({
    condition: { tabIds: [-1], initiatorDomains: ['news.example'] },
    action: { type: 'block' },
  });
  expect(toSessionRules({ 1: toTab(join) }).some(withId(5))).toBe(false);
});

test('the browser is brought to the rules from whatever state it is in, and left alone where it is there', async () => {
  const rules = browser.declarativeNetRequest;
  await rules.updateSessionRules({ addRules: [toBlock(1, [99]), toBlock(1234, [7])] });
  await applyRules({ 7: toTab(join) });
  const ids = (await rules.getSessionRules()).map(({ id }) => id);
  expect(ids.sort()).toEqual([1, 2]);
  const update = jest.spyOn(rules, 'updateSessionRules');
  await applyRules({ 7: toTab(join) });
  expect(update).not.toHaveBeenCalled();
  update.mockRestore();
});

test('rules that were not as the records said are brought to them all the same', async () => {
  const rules = browser.declarativeNetRequest;
  await rules.updateSessionRules({ removeRuleIds: [1, 2, 1234], addRules: [toBlock(1234, [7])] });
  const light = { 7: toTab(join) };
  await changeRules(light, { ...light, 8: toTab(join) });
  const present = await rules.getSessionRules();
  expect(present.find(withId(1))?.condition.tabIds).toEqual([7, 8]);
  await rules.updateSessionRules({ addRules: [toBlock(1000, [7])] });
  const rest = { 7: toTab(join, { kind: 'rest', page: page('https://ledger.example/one') }), 8: toTab(join) };
  await changeRules({ ...light, 8: toTab(join) }, rest);
  expect((await rules.getSessionRules()).filter(withId(1000))).toMatchObject([
    { condition: { urlFilter: '|https://ledger.example/one|' } },
  ]);
});
