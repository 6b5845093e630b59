// While a navigation waits for its answer, Chromium's debugging protocol runs nothing in the old page: the evaluation
// hangs until the answer comes. An extension's scripts run all the same, so a helper extension of the driver's own
// runs ours. It has one empty page and no code; where it may not go (about:blank, error pages, other extensions'
// pages) the protocol does the work after all.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession } from 'puppeteer-core';
import { evaluateIn } from './chromium-evaluate.ts';
import { PageGone } from './tab.ts';

const MANIFEST = {
  manifest_version: 3,
  name: 'Test driver',
  version: '1',
  permissions: ['scripting', 'tabs'],
  host_permissions: ['<all_urls>'],
};

/** Writes the helper extension into that folder and gives the path. */
export async function writeHelper(folder: string): Promise<string> {
  const path = join(folder, 'driver-extension');
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'manifest.json'), JSON.stringify(MANIFEST));
  return path;
}

/** The id of the tab at that place of the tab strip. */
export async function readTabId(helper: CDPSession, index: number): Promise<number> {
  const source = '(at) => chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.index === at)?.id)';
  const { value } = await evaluateIn(helper, source, [index]);
  if (typeof value !== 'number') throw new PageGone('The tab is closed.');
  return value;
}

/** Whether the tab is loading, and so perhaps on its way to another document. */
export async function isWaitingForAnswer(helper: CDPSession, tabId: number): Promise<boolean> {
  const source = '(id) => chrome.tabs.get(id).then((tab) => tab.status === "loading", () => false)';
  return (await evaluateIn(helper, source, [tabId])).value === true;
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
  const { value } = await evaluateIn(helper, inject, [tabId, args]);
  const { result, refused } = value as { result?: Result | null; refused?: string }; // As written above.
  if (refused !== undefined) {
    if (GONE.test(refused) && !ERROR_PAGE.test(refused)) throw new PageGone(refused);
    return null;
  }
  if (!result) throw new PageGone('The document went away, or has not come yet.');
  if ('thrown' in result) throw new Error(result.thrown);
  return result;
}

type Result = { value?: unknown } | { thrown: string };
