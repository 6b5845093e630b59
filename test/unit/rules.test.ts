import {
  addLightTab,
  allowImages,
  allowText,
  dropLightTab,
  isLight,
  readLightTabs,
  replaceLightTab,
} from '../../src/background/rules.ts';
import { toLocks } from './fake-browser.ts';

interface Rule {
  id: number;
  priority?: number;
  condition: {
    tabIds?: number[];
    resourceTypes?: string[];
    excludedResourceTypes?: string[];
    urlFilter?: string;
  };
  action: { type: string };
}
declare const browser: {
  declarativeNetRequest: {
    getSessionRules(): Promise<Rule[]>;
    updateSessionRules(update: { removeRuleIds: number[] }): Promise<void>;
  };
  tabs: { remove(id: number): Promise<void> };
  scripting: { getRegisteredContentScripts(filter: { ids: string[] }): Promise<unknown[]> };
};

const readRules = () => browser.declarativeNetRequest.getSessionRules();
const isAskerThere = async () =>
  (await browser.scripting.getRegisteredContentScripts({ ids: ['lit'] })).length > 0;
const readImageRule = async () => (await readRules()).find(({ action }) => action.type === 'allow');

Object.defineProperty(navigator, 'locks', { value: toLocks(), configurable: true });

beforeEach(async () => {
  for (const id of await readLightTabs()) await dropLightTab(id);
});

test('no tab is light at first, and nothing is paid for it', async () => {
  expect(await readLightTabs()).toEqual([]);
  expect(await readRules()).toEqual([]);
  expect(await isAskerThere()).toBe(false);
});

test('a light tab is refused everything but its page', async () => {
  await addLightTab(7);
  const [refuse] = await readRules();
  expect(refuse?.condition).toEqual({ tabIds: [7], excludedResourceTypes: ['main_frame'] });
  expect(refuse?.action.type).toBe('block');
  expect(await isLight(7)).toBe(true);
  expect(await isLight(8)).toBe(false);
  expect(await isAskerThere()).toBe(true);
});

test('tabs that change at the same instant do not lose each other', async () => {
  await Promise.all([1, 2, 3, 4, 5].map(addLightTab));
  await Promise.all([dropLightTab(2), addLightTab(6), dropLightTab(4)]);
  expect((await readLightTabs()).sort()).toEqual([1, 3, 5, 6]);
});

test('a tab that joins twice is light once', async () => {
  await addLightTab(1);
  await addLightTab(1);
  expect(await readLightTabs()).toEqual([1]);
});

test('a tab that was closed while it joined is not light', async () => {
  await browser.tabs.remove(99);
  await addLightTab(99);
  expect(await readRules()).toEqual([]);
});

test('the last tab that leaves takes all rules with it', async () => {
  await addLightTab(1);
  await dropLightTab(1);
  expect(await readRules()).toEqual([]);
  expect(await isAskerThere()).toBe(false);
});

test('a tab that gets another id stays light', async () => {
  await addLightTab(1);
  await replaceLightTab(1, 9);
  expect(await readLightTabs()).toEqual([9]);
});

test('images are let through above the rule that refuses them, for that tab alone', async () => {
  await Promise.all([addLightTab(1), addLightTab(2)]);
  await allowImages(1, true);
  expect(await readImageRule()).toMatchObject({
    priority: 2,
    condition: { tabIds: [1], resourceTypes: ['image'] },
  });
  await allowImages(1, false);
  expect(await readImageRule()).toBeUndefined();
});

test('images that are let through stay so while another tab joins, and not after their own tab has left', async () => {
  await addLightTab(1);
  await allowImages(1, true);
  await addLightTab(2);
  expect((await readImageRule())?.condition.tabIds).toEqual([1]);
  await dropLightTab(1);
  expect(await readImageRule()).toBeUndefined();
});

test('each tab may ask for its own address once more, and for no other', async () => {
  for (const id of [1, 2]) await addLightTab(id);
  await allowText(1, 'https://ledger.example/one');
  await allowText(2, 'https://ledger.example/two');
  const readTextRules = async () =>
    (await readRules())
      .filter(({ condition }) => condition.urlFilter)
      .map(({ condition: { tabIds, urlFilter, resourceTypes } }) => [tabIds, urlFilter, resourceTypes]);
  expect(await readTextRules()).toEqual([
    [[1], '|https://ledger.example/one|', ['xmlhttprequest']],
    [[2], '|https://ledger.example/two|', ['xmlhttprequest']],
  ]);
  await allowText(1, null);
  expect(await readTextRules()).toHaveLength(1);
  await dropLightTab(2);
  expect(await readTextRules()).toEqual([]);
});
