// Without this, a light tab would ask for more than its HTML. The session rules are the only state: which tabs are light
// stands in them and nowhere else, so the background can sleep and wake at any time.
import browser, { type DeclarativeNetRequest } from 'webextension-polyfill';

type Rule = DeclarativeNetRequest.Rule;

/** Set by the build: Firefox differs from Chromium in what its cache keeps. */
declare const FIREFOX: boolean;

const REFUSE = 1;
const BARE_PAGE = 2;
const REPORTS = 3;
const IMAGES = 4;
/** From here on, one rule a tab that asks for the rest of its text. */
const TEXTS = 1000;

/** Registered only while some tab is light: it asks whether its tab is. */
const ASKER = { id: 'lit', js: ['lit.js'], matches: ['http://*/*', 'https://*/*'] };

/** What a page could use to make the browser ask for more, or to reload by itself. */
const HEADERS_TAKEN = [
  'link',
  'refresh',
  'report-to',
  'reporting-endpoints',
  'nel',
  'speculation-rules',
  'content-security-policy-report-only',
];

/**
 * No script runs, inline ones included. In Firefox no style sheet is asked for either, which the rule would refuse later than the page waits
 * for it before it is painted; inline style is no request, and a page may have it on every element.
 */
const POLICY = FIREFOX ? "script-src 'none'; style-src 'unsafe-inline'" : "script-src 'none'";

function toRules(tabIds: number[]): Rule[] {
  return [
    {
      id: REFUSE,
      condition: { tabIds, excludedResourceTypes: ['main_frame'] },
      action: { type: 'block' },
    },
    {
      id: BARE_PAGE,
      condition: { tabIds, resourceTypes: ['main_frame'] },
      action: {
        type: 'modifyHeaders',
        requestHeaders: [{ header: 'save-data', operation: 'set', value: 'on' }],
        responseHeaders: [
          { header: 'content-security-policy', operation: 'append', value: POLICY },
          ...HEADERS_TAKEN.map((header) => ({ header, operation: 'remove' as const })),
          ...cacheHeaders(),
        ],
      },
    },
    REPORT_RULE,
  ];
}

// Firefox gives the reports of a page no tab, so that the first rule does not see them.
const REPORT_RULE: Rule = {
  id: REPORTS,
  condition: { resourceTypes: ['csp_report'] },
  action: { type: 'block' },
};

/** Firefox stores a page with the headers that a rule gave it: after leaving Light it would stay without its scripts. */
function cacheHeaders() {
  return FIREFOX ? [{ header: 'cache-control', operation: 'set' as const, value: 'no-store' }] : [];
}

async function readTabs(id: number): Promise<number[]> {
  // Firefox takes no filter here, so the rule is looked for in all of them.
  const rules = await browser.declarativeNetRequest.getSessionRules();
  return rules.find((rule) => rule.id === id)?.condition.tabIds ?? [];
}

/** The tabs that are light, by id. */
export function readLightTabs(): Promise<number[]> {
  return readTabs(REFUSE);
}

/** What the rules say, remembered while the background is awake: a light page waits for it, and nobody else changes them. */
let known: Promise<number[]> | undefined;

export async function isLight(tabId: number): Promise<boolean> {
  known ??= readLightTabs();
  return (await known).includes(tabId);
}

/** Two changes at once would lose each other's: they run one after another. Resolves with the light tabs there are now. */
async function changeLightTabs(change: (tabIds: number[]) => number[]): Promise<number[]> {
  return navigator.locks.request('rules', async () => {
    const before = await readLightTabs();
    const tabIds = [...new Set(change(before))];
    const images = (await readTabs(IMAGES)).filter((id) => tabIds.includes(id));
    const texts = await readTextRules((id) => !tabIds.includes(id));
    await browser.declarativeNetRequest.updateSessionRules({
      removeRuleIds: [REFUSE, BARE_PAGE, REPORTS, IMAGES, ...texts],
      addRules: tabIds.length > 0 ? [...toRules(tabIds), ...toImageRules(images)] : [],
    });
    known = Promise.resolve(tabIds);
    await registerAsker(tabIds.length > 0);
    return tabIds;
  });
}

/**
 * Firefox holds Light's look for a copy of the page to the page's own policy: the site is not to hear of that, and the look comes
 * before the tab is light. Ends with whatever changes the light tabs next.
 */
export async function refuseReports(): Promise<void> {
  if (!FIREFOX) return;
  await navigator.locks.request('rules', () =>
    browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [REPORTS], addRules: [REPORT_RULE] }),
  );
}

/** From here on the tab asks for nothing but HTML. */
export async function addLightTab(tabId: number): Promise<void> {
  await changeLightTabs((tabIds) => [...tabIds, tabId]);
  // A tab that was closed while it joined has left already: what was heard of that came too early.
  if (await browser.tabs.get(tabId).catch(() => null)) return;
  await dropLightTab(tabId);
}

/** The tab may ask for everything again. */
export function dropLightTab(tabId: number): Promise<number[]> {
  return changeLightTabs((tabIds) => tabIds.filter((id) => id !== tabId));
}

/** Chromium gives a tab another id when it shows a prerendered page. */
export function replaceLightTab(before: number, after: number): Promise<number[]> {
  return changeLightTabs((tabIds) => tabIds.map((id) => (id === before ? after : id)));
}

function toImageRules(tabIds: number[]): Rule[] {
  if (tabIds.length === 0) return [];
  const condition = { tabIds, resourceTypes: ['image' as const] };
  return [{ id: IMAGES, priority: 2, condition, action: { type: 'allow' } }];
}

/** Lets the images of a light tab through, or no longer. An exact address would break where it redirects. */
export async function allowImages(tabId: number, allowed: boolean): Promise<void> {
  await navigator.locks.request('rules', async () => {
    const before = await readTabs(IMAGES);
    if (before.includes(tabId) === allowed) return;
    const others = before.filter((id) => id !== tabId);
    await browser.declarativeNetRequest.updateSessionRules({
      removeRuleIds: [IMAGES],
      addRules: toImageRules(allowed ? [...others, tabId] : others),
    });
  });
}

/** The ids of the rules that let tabs ask for the rest of their text, of those tabs that are meant. */
async function readTextRules(isMeant: (tabId: number) => boolean): Promise<number[]> {
  const rules = await browser.declarativeNetRequest.getSessionRules();
  return rules
    .filter(({ id, condition }) => id >= TEXTS && condition.tabIds?.some(isMeant))
    .map(({ id }) => id);
}

/** Lets a light tab ask for this address and no other, or no longer: what of its text is missing can only come from there. */
export async function allowText(tabId: number, address: string | null): Promise<void> {
  await navigator.locks.request('rules', async () => {
    const taken = await readTextRules(() => true);
    const condition = {
      tabIds: [tabId],
      resourceTypes: ['xmlhttprequest' as const],
      urlFilter: `|${address}|`,
    };
    await browser.declarativeNetRequest.updateSessionRules({
      removeRuleIds: await readTextRules((id) => id === tabId),
      addRules: address
        ? [{ id: Math.max(TEXTS, ...taken) + 1, priority: 2, condition, action: { type: 'allow' } }]
        : [],
    });
  });
}

async function registerAsker(wanted: boolean): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ASKER.id] });
  if (wanted === registered.length > 0) return;
  if (!wanted) return browser.scripting.unregisterContentScripts({ ids: [ASKER.id] });
  await browser.scripting.registerContentScripts([
    { ...ASKER, runAt: 'document_start', persistAcrossSessions: false },
  ]);
}
