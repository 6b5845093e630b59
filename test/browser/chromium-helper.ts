// Runs functions in pages of Chromium through an extension of the driver's own. While a navigation waits for its answer,
// Chromium's debugging protocol runs nothing in the old page: the evaluation hangs until the answer comes. An extension's
// scripts run all the same. This one has one empty page and no code; where it may not go (about:blank, error pages, other
// extensions' pages) the protocol does the work after all.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession } from 'puppeteer-core';
import { evaluateIn } from './chromium-evaluate.ts';
import { PageGone } from './tab.ts';

const MANIFEST = {
  manifest_version: 3,
  name: 'Test driver',
  version: '1',
  permissions: ['scripting', 'sessions', 'tabs'],
  host_permissions: ['<all_urls>'],
};

/** Writes the helper extension into that folder and gives the path. */
export async function writeHelper(folder: string): Promise<string> {
  const path = join(folder, 'driver-extension');
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'manifest.json'), JSON.stringify(MANIFEST));
  return path;
}

/** The id of the tab at that place of the tab strip, of the ordinary window or of the private one. */
export async function readTabId(helper: CDPSession, index: number, isPrivate: boolean): Promise<number> {
  const source = `(at, incognito) => chrome.tabs.query({}).then((tabs) =>
    tabs.find((tab) => tab.index === at && tab.incognito === incognito)?.id)`;
  const { value } = await evaluateIn(helper, source, [index, isPrivate]);
  if (typeof value !== 'number') throw new PageGone('The tab is closed.');
  return value;
}

/** Opens a tab in the private window, or such a window where there is none, and gives the tab's id. */
export async function openPrivateTab(helper: CDPSession, url: string, active = true): Promise<number> {
  const source = `async (url, active) => {
    const [tab] = (await chrome.tabs.query({})).filter(({ incognito }) => incognito);
    if (tab) return (await chrome.tabs.create({ url, active, windowId: tab.windowId })).id;
    return (await chrome.windows.create({ url, incognito: true })).tabs[0].id;
  }`;
  return (await evaluateIn(helper, source, [url, active])).value as number; // As written above.
}

export async function closeTabById(helper: CDPSession, tabId: number): Promise<void> {
  await evaluateIn(helper, '(id) => chrome.tabs.remove(id)', [tabId]);
}

/** Whether the tab is loading, and so perhaps on its way to another document. */
export async function isWaitingForAnswer(helper: CDPSession, tabId: number): Promise<boolean> {
  const source = '(id) => chrome.tabs.get(id).then((tab) => tab.status === "loading", () => false)';
  return (await evaluateIn(helper, source, [tabId])).value === true;
}

/** Runs the wrapped source of a function of `place.ts` in a tab; `null` where no extension may. */
export async function lookThroughHelper(
  helper: CDPSession,
  tabId: number,
  source: string,
  args: unknown[],
): Promise<{ value?: unknown } | null> {
  const inject = `async (tabId, args) => {
    try {
      const { url, pendingUrl } = await chrome.tabs.get(tabId);
      if (!url && pendingUrl) return { result: null };
      const func = (args) => ({ value: (${source})(...args) });
      const script = { target: { tabId }, injectImmediately: true, func, args: [args] };
      const [frame] = await chrome.scripting.executeScript(script);
      return { result: frame?.result ?? null };
    } catch (error) {
      return { refused: error.message };
    }
  }`;
  return toAnswer((await evaluateIn(helper, inject, [tabId, args])).value);
}

const GONE = /was removed|No tab with id|tab was closed|No frame with id|Frame with ID/i;
const ERROR_PAGE = /error page/i;

/** Runs the source of a function in a tab's main world; `null` where no extension may. */
export async function runThroughHelper(
  helper: CDPSession,
  tabId: number,
  source: string,
  args: unknown[],
): Promise<{ value?: unknown } | null> {
  const injected = `async (...args) => {
    const __name = (fn) => fn;
    try {
      return { value: await (${source})(...args) };
    } catch (error) {
      return { thrown: String(error?.stack ?? error) };
    }
  }`;
  // A tab that has never had an answer would keep the script waiting for one. A document whose HTML broke off keeps promises waiting for
  // ever: it has loaded, and is loading still.
  const inject = `async (tabId, args) => {
    try {
      const { url, pendingUrl, status } = await chrome.tabs.get(tabId);
      if (!url && pendingUrl) return { result: null };
      const at = { target: { tabId }, injectImmediately: true };
      if (status === 'complete') {
        const [probe] = await chrome.scripting.executeScript({ ...at, func: () => document.readyState });
        if (probe?.result === 'loading') return { refused: 'broken off' };
      }
      const script = { ...at, world: 'MAIN', func: ${injected}, args };
      const [frame] = await chrome.scripting.executeScript(script);
      return { result: frame?.result ?? null };
    } catch (error) {
      return { refused: error.message };
    }
  }`;
  return toAnswer((await evaluateIn(helper, inject, [tabId, args])).value);
}

/** What an injection says of itself: its value, or `null` where no extension may act. */
function toAnswer(said: unknown): { value?: unknown } | null {
  const { result, refused } = said as { result?: Result | null; refused?: string }; // As written above.
  if (refused !== undefined) {
    if (GONE.test(refused) && !ERROR_PAGE.test(refused)) throw new PageGone(refused);
    return null;
  }
  if (!result) throw new PageGone('The document went away, or has not come yet.');
  if ('thrown' in result) throw new Error(result.thrown);
  return result;
}

type Result = { value?: unknown } | { thrown: string };
