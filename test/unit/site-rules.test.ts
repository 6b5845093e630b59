import { toSessionRules } from '../../src/background/rules/session-rules.ts';
import { applySiteRules, toSiteRules } from '../../src/background/rules/site-rules.ts';
import type { TabRecord } from '../../src/background/tab/tab-record.ts';
import { nextTab, type TabEvent } from '../../src/background/tab/tab-transitions.ts';
import type { FakeBrowser } from './fake-browser.ts';

declare const browser: FakeBrowser;

const SITES = ['news.example'];
const page = { documentId: 'one', address: 'https://news.example/a' };
const join: TabEvent = { kind: 'join', page, isPrivate: false, at: 1 };

function toTab(...events: TabEvent[]): TabRecord {
  const tab = events.reduce<TabRecord | null>(nextTab, null);
  if (!tab) throw new Error('nothing is left of the tab');
  return tab;
}

test('no site, no rule', () => {
  expect(toSiteRules([])).toEqual([]);
});

test('the first byte of a site comes without scripts, and nothing is asked for from there', () => {
  const [refuse, bare] = toSiteRules(SITES);
  expect(refuse).toMatchObject({ condition: { initiatorDomains: SITES }, action: { type: 'block' } });
  expect(bare).toMatchObject({
    condition: { requestDomains: SITES, resourceTypes: ['main_frame'] },
    action: { type: 'modifyHeaders' },
  });
});

test('a page of another site may show one of it in a frame, and a light tab may not', () => {
  const [refuse, , embedded] = toSiteRules(SITES);
  const [tab] = toSessionRules({ 1: toTab(join) });
  expect(embedded).toMatchObject({
    condition: { excludedInitiatorDomains: SITES, resourceTypes: ['sub_frame'] },
    action: { type: 'allowAllRequests' },
  });
  expect(embedded?.priority).toBeGreaterThan(refuse?.priority ?? 9);
  expect(tab?.priority).toBeGreaterThan(embedded?.priority ?? 9);
});

test.each<[string, TabEvent[], object]>([
  [
    'its reader has left Light there',
    [
      { kind: 'leave', reload: false, at: 1 },
      { kind: 'spare', site: 'news.example' },
    ],
    { requestDomains: SITES },
  ],
  ['a check is to be passed, wherever it leads', [{ kind: 'pass', isPrivate: false, at: 1 }], {}],
])('a tab is spared them where %s', (_, events, more) => {
  const rules = toSessionRules({ 7: toTab(join, ...events) }).filter(
    ({ action }) => action.type === 'allowAllRequests',
  );
  expect(rules).toMatchObject([{ condition: { tabIds: [7], resourceTypes: ['main_frame'], ...more } }]);
  expect(rules[0]?.priority).toBeGreaterThan(toSiteRules(SITES)[0]?.priority ?? 9);
});

test('scripts are a second, wider rule of one tab on one site: no pictures, fonts or styles', () => {
  const scripts: TabEvent = { kind: 'scripts', site: 'news.example' };
  const rules = toSessionRules({ 7: toTab(join, scripts) }).filter(({ id }) => id >= 10_000);
  expect(rules.every(({ condition }) => condition.tabIds?.join() === '7')).toBe(true);
  const policies = rules.flatMap(({ action }) => action.responseHeaders ?? []);
  expect(policies.some(({ header }) => header === 'content-security-policy')).toBe(false);
  expect(rules.find(({ condition }) => condition.initiatorDomains)?.condition.resourceTypes).toEqual([
    'script',
    'xmlhttprequest',
  ]);
  expect(toSessionRules({ 7: toTab(join) }).some(({ id }) => id >= 10_000)).toBe(false);
});

test('the browser is brought to them, left alone where it is there, and freed of them', async () => {
  expect(await applySiteRules(SITES)).toBe(true);
  expect(await applySiteRules(SITES)).toBe(false);
  expect(await applySiteRules([...SITES, 'other.example'])).toBe(true);
  expect(await applySiteRules([])).toBe(true);
  expect(await browser.declarativeNetRequest.getDynamicRules()).toEqual([]);
});
