// Makes the session rules of `declarativeNetRequest` from the tabs' records, and brings the browser's own to them.
import browser, { type DeclarativeNetRequest } from 'webextension-polyfill';
import { toPageAddress } from '../../common/addresses.ts';
import { isPrivateTwin } from '../tab/private-twin.ts';
import type { TabRecord, TabRecords } from '../tab/tab-record.ts';
import { toEntries } from '../tab/tab-store.ts';

type Rule = DeclarativeNetRequest.Rule;

/** Set by the build: Firefox differs from Chromium in what its cache keeps, and in whose reports its rules see. */
declare const FIREFOX: boolean;

const REFUSE = 1;
const BARE_PAGE = 2;
const REPORTS = 3;
const WORKERS = 5;
const SPARED = 6;
const SPARED_WORKERS = 7;
/** From here on, one rule a tab that asks for the rest of its text. */
const RESTS = 1000;
/** From here on, three rules a tab that may load scripts, and one a tab that shows an always-light site as it is. */
const SCRIPTS = 10_000;
const SPARED_SITES = 20_000;
/** From here on, one rule a picture that a reader asks for. */
const PICTURES = 100_000;
/** From here on, the rules of private windows where they have a background of their own. */
const PRIVATE = 1_000_000;

/** What the sites' rules refuse (site-rules.ts), a tab may be allowed; what a tab is refused, no site is allowed; what a document is granted, it gets. */
export const PRIORITY = { site: 1, spared: 2, tab: 3, grant: 4, scripts: 5, bare: 6 } as const;

/** What a page could use to make the browser ask for more, to ask twice (`Critical-CH`), or to reload by itself. */
const HEADERS_TAKEN = [
  'accept-ch',
  'critical-ch',
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
function toPolicy(): string {
  return FIREFOX ? "script-src 'none'; style-src 'unsafe-inline'" : "script-src 'none'";
}

/** The rules that these records ask for. */
export function toSessionRules(records: TabRecords): Rule[] {
  const tabs = toEntries(records);
  const light = tabs.filter(([, { mode }]) => mode === 'light');
  return [
    ...toLightRules(
      light.map(([tabId]) => tabId),
      tabs.filter(([, { documentState }]) => documentState === 'held').map(([tabId]) => tabId),
    ),
    ...toReportRules(tabs.some(([, { mode }]) => mode === 'light' || mode === 'switching')),
    ...light.flatMap(toPictureConditions).map(toPictureRule),
    ...toWorkerRules(tabs),
    ...light.filter(([, { rest }]) => rest).map(toRestRule),
    ...light.filter(([, { scripts }]) => scripts).flatMap(toScriptRules),
    ...toSparedRules(tabs),
  ];
}

/** `held`: tabs that are about to be light, whose next page is still to come as it is. */
function toLightRules(light: number[], held: number[]): Rule[] {
  const refused: Rule = {
    id: REFUSE,
    priority: PRIORITY.tab,
    condition: { tabIds: [...light, ...held], excludedResourceTypes: ['main_frame'] },
    action: { type: 'block' },
  };
  const bare: Rule = {
    id: BARE_PAGE,
    priority: PRIORITY.tab,
    condition: { tabIds: light, resourceTypes: ['main_frame'] },
    action: toBarePage(),
  };
  return [...(light.length + held.length > 0 ? [refused] : []), ...(light.length > 0 ? [bare] : [])];
}

/** Asks for a page without anything that it could run, or have asked for beside it. */
export function toBarePage(): Rule['action'] {
  return {
    type: 'modifyHeaders',
    requestHeaders: [{ header: 'save-data', operation: 'set', value: 'on' }],
    responseHeaders: [
      { header: 'content-security-policy', operation: 'append', value: toPolicy() },
      ...HEADERS_TAKEN.map((header) => ({ header, operation: 'remove' as const })),
      ...toCacheHeaders(),
    ],
  };
}

/** The pages of one site come with their scripts, and these may ask for more text: still nothing of how it looks. */
function toScriptRules([tabId, { scripts }]: [number, TabRecord], index: number): Rule[] {
  const [tabIds, site] = [[tabId], scripts ?? ''];
  const id = SCRIPTS + 3 * index;
  const pages = { tabIds, requestDomains: [site], resourceTypes: ['main_frame' as const] };
  const bare = toBarePage();
  const responseHeaders = HEADERS_TAKEN.map((header) => ({ header, operation: 'remove' as const }));
  return [
    { id, priority: PRIORITY.scripts, condition: pages, action: { type: 'allow' } },
    { id: id + 1, priority: PRIORITY.bare, condition: pages, action: { ...bare, responseHeaders } },
    {
      id: id + 2,
      priority: PRIORITY.scripts,
      condition: { tabIds, initiatorDomains: [site], resourceTypes: ['script', 'xmlhttprequest'] },
      action: { type: 'allow' },
    },
  ];
}

/**
 * Tabs that show always-light sites as they are: one in which a check is to be passed, wherever that leads, and one whose reader has left
 * Light on that site.
 */
function toSparedRules(tabs: [number, TabRecord][]): Rule[] {
  const passing = tabs.filter(([, { mode }]) => mode === 'passing').map(([tabId]) => tabId);
  const sites = tabs.flatMap(([tabId, { spared }]) => (spared ? [{ tabId, site: spared }] : []));
  const workers = [...new Set(sites.map(({ site }) => site))];
  return [
    ...(passing.length > 0 ? [toSpared(SPARED, passing)] : []),
    ...sites.map(({ tabId, site }, at) => toSpared(SPARED_SITES + at, [tabId], site)),
    ...(workers.length > 0 ? [toSparedWorkers(workers)] : []),
  ];
}

function toSpared(id: number, tabIds: number[], site?: string): Rule {
  const condition = {
    tabIds,
    resourceTypes: ['main_frame' as const],
    ...(site && { requestDomains: [site] }),
  };
  return { id, priority: PRIORITY.spared, condition, action: { type: 'allowAllRequests' } };
}

/** What a service worker asks for belongs to no tab. */
function toSparedWorkers(sites: string[]): Rule {
  const condition = { tabIds: [-1], initiatorDomains: sites };
  return { id: SPARED_WORKERS, priority: PRIORITY.spared, condition, action: { type: 'allow' } };
}

/** Firefox stores a page with the headers that a rule gave it: after leaving Light it would stay without its scripts. */
function toCacheHeaders() {
  return FIREFOX ? [{ header: 'cache-control', operation: 'set' as const, value: 'no-store' }] : [];
}

/**
 * Firefox gives the reports of a page no tab, so that the first rule does not see them, and holds Light's look for a copy of the page to the
 * page's own policy: there no page reports anything while a tab is light or becomes so.
 */
function toReportRules(isNeeded: boolean): Rule[] {
  if (!FIREFOX || !isNeeded) return [];
  return [{ id: REPORTS, condition: { resourceTypes: ['csp_report'] }, action: { type: 'block' } }];
}

/**
 * One picture at a time, so that nothing else goes out where a picture hangs and the reader goes on, or the background has been ended meanwhile. Of one
 * that has moved nobody knows the other address: then any picture is let through.
 */
function toPictureConditions([tabId, { images }]: [number, TabRecord]): Rule['condition'][] {
  const condition = { tabIds: [tabId], resourceTypes: ['image' as const] };
  if (images?.areMoved) return [condition];
  const addresses = images?.addresses.filter((address) => URL.canParse(address)) ?? [];
  return addresses.map((address) => ({ ...condition, urlFilter: toPictureFilter(address) }));
}

/** Whatever the scheme: browsers ask a secure page's picture by https. */
function toPictureFilter(address: string): string {
  const { host, pathname, search } = new URL(address);
  return `||${host}${pathname}${search}|`;
}

function toPictureRule(condition: Rule['condition'], index: number): Rule {
  return { id: PICTURES + index, priority: PRIORITY.grant, condition, action: { type: 'allow' } };
}

/** What a service worker asks for by itself belongs to no tab (-1) and has its site for its initiator. */
function toWorkerRules(tabs: [number, TabRecord][]): Rule[] {
  const hosts = tabs.flatMap(([, { worker }]) => (worker ? [new URL(worker.address).hostname] : []));
  if (hosts.length === 0) return [];
  const condition = { tabIds: [-1], initiatorDomains: [...new Set(hosts)] };
  return [{ id: WORKERS, condition, action: { type: 'block' } }];
}

/** Lets a light tab ask for its own address and no other: what of its text is missing can only come from there. */
function toRestRule([tabId, { rest }]: [number, TabRecord], index: number): Rule {
  const address = toPageAddress(rest?.address ?? '');
  const condition = {
    tabIds: [tabId],
    resourceTypes: ['xmlhttprequest' as const],
    urlFilter: `|${address}|`,
  };
  return { id: RESTS + index, priority: PRIORITY.grant, condition, action: { type: 'allow' } };
}

/** What tells two of these rules apart. Browsers write out defaults in their own ways: Firefox gives null for what a rule does not say. */
export function toComparable({ id, priority = 1, condition, action }: Rule): string {
  const { tabIds, urlFilter, initiatorDomains, requestDomains }: Written<typeof condition> = condition;
  const lists = [tabIds, initiatorDomains, requestDomains].map((list) => [...(list ?? [])].sort());
  return JSON.stringify([id, priority, action.type, urlFilter ?? '', lists]);
}

type Written<T> = { [K in keyof T]?: T[K] | null };

/** The same rule, though a browser writes it out in its own way. */
function isIn(rules: Rule[], rule: Rule): boolean {
  return rules.some((other) => toComparable(other) === toComparable(rule));
}

/** The rules that these records ask for, under the ids of this background. */
function toOwnRules(records: TabRecords): Rule[] {
  const isPrivate = isPrivateTwin();
  return toSessionRules(records).map((rule) => (isPrivate ? { ...rule, id: rule.id + PRIVATE } : rule));
}

/**
 * Brings the browser's session rules from those of the records before to those of the records after, in one step and without a look at them: a page
 * goes on asking meanwhile. Where they were not as the records said, as after an error half-way, they are looked at.
 */
export async function changeRules(before: TabRecords, after: TabRecords): Promise<void> {
  const [had, wanted] = [toOwnRules(before), toOwnRules(after)];
  const addRules = wanted.filter((rule) => !isIn(had, rule));
  const gone = had.filter((rule) => !isIn(wanted, rule));
  const removeRuleIds = [...new Set([...gone, ...addRules].map(({ id }) => id))];
  if (removeRuleIds.length === 0) return;
  try {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules });
  } catch {
    // What the browser refuses is told by this one.
    await applyRules(after);
  }
}

/** Brings the browser's session rules to those that the records ask for, in one step; nothing where they are so already. */
export async function applyRules(records: TabRecords): Promise<void> {
  const isPrivate = isPrivateTwin();
  const wanted = toOwnRules(records);
  const all = await browser.declarativeNetRequest.getSessionRules();
  const present = all.filter(({ id }) => id >= PRIVATE === isPrivate);
  const removeRuleIds = present.filter((rule) => !isIn(wanted, rule)).map(({ id }) => id);
  const addRules = wanted.filter((rule) => !isIn(present, rule));
  if (removeRuleIds.length + addRules.length === 0) return;
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules });
}
