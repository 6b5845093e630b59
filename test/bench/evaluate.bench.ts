// Measures what evaluating light.js costs a page: from the start of the injected script to its end, on an empty page where it has nothing to do.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserName, openBrowser } from '../browser/browser.ts';
import { startSite } from '../site/site.ts';
import { BROWSERS, readOptions, toChoices, UsageError } from './command.ts';
import { buildLight, builtFor, copyExtension, printHead, tellProgress, WELCOME } from './light.ts';
import { toMedian, toTable } from './table.ts';

export const about = 'what evaluating light.js costs a page, and what its injection does';

/** The budget of docs/architecture.md, in ms. */
const BUDGET_MS = 15;

/** Firefox rounds its clock to whole ms. */
const PREFS = { 'privacy.reduceTimerPrecision': false };

export async function run(words: string[]): Promise<void> {
  const { options, others } = readOptions(words, ['browser', 'rounds']);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  const rounds = Number(options.rounds ?? 30);
  if (!(Number.isInteger(rounds) && rounds > 0))
    throw new UsageError('--rounds is a number, 30 for instance.');
  await buildLight();
  const names = toChoices('browser', options.browser, BROWSERS);
  await printHead(names);
  console.log(`Of ${rounds} pages each, in ms; the budget of evaluating is ${BUDGET_MS} ms.`);
  console.log('evaluate: from the first statement of light.js to its last, where a view stands already;');
  console.log(
    'inject: from the call of executeScript to its answer, reading and compiling included, for light.js and for an empty script by turns.\n',
  );
  const rows = [];
  // One after the other: they would take each other's time.
  for (const name of names) rows.push([name, ...(await measureIn(name, rounds))]);
  tellProgress('');
  console.log(toTable(['browser', 'evaluate, median', 'longest', 'inject, median', 'an empty script'], rows));
}

/** The figures of a row. */
async function measureIn(name: BrowserName, rounds: number): Promise<string[]> {
  const copy = await copyExtension(builtFor(name), () => {});
  await timeScript(join(copy.path, 'light.js'));
  await writeFile(join(copy.path, 'empty.js'), '');
  const site = await startSite();
  const browser = await openBrowser(name, { extension: copy.path, welcome: WELCOME, prefs: PREFS });
  try {
    const taken: Taken[] = [];
    for (let round = 0; round <= rounds; round++) {
      tellProgress(`${name} ${round}`);
      const times = await load(browser, site.url(`/special/empty?round=${round}`));
      // The first injection reads the file from disk.
      if (round > 0) taken.push(times);
    }
    const evaluated = taken.map(({ evaluateMs }) => evaluateMs);
    return [
      toMedian(evaluated),
      Math.max(...evaluated),
      toMedian(taken.map(({ injectMs }) => injectMs)),
      toMedian(taken.map(({ emptyMs }) => emptyMs)),
    ].map((ms) => ms.toFixed(1));
  } finally {
    await browser.close();
    await site.close();
    await copy.remove();
  }
}

/** Lets the script note how long it took. */
async function timeScript(path: string): Promise<void> {
  const code = await readFile(path, 'utf8');
  const [before, after] = ['lightFromMs=performance.now();', 'lightTookMs=performance.now()-lightFromMs;'];
  await writeFile(path, `var lightFromMs,lightTookMs;${before}\n${code}\n${after}`);
}

interface Taken {
  evaluateMs: number;
  injectMs: number;
  emptyMs: number;
}

async function load(browser: Browser, url: string): Promise<Taken> {
  const page = await browser.open(url);
  await page.waitFor(() => location.protocol === 'http:' && document.readyState === 'complete');
  const taken = await browser.inExtension(inject, await page.tabId());
  await page.close();
  return taken;
}

/** Runs with the extension's rights: a view is said to stand there, so that the script has nothing to do. */
async function inject(tabId: number): Promise<Taken> {
  const at = { target: { tabId }, injectImmediately: true };
  await chrome.scripting.executeScript({
    ...at,
    func: () => {
      Object.assign(globalThis, { lightWorld: { view: { leave() {} } } });
    },
  });
  const time = async (file: string) => {
    const from = performance.now();
    await chrome.scripting.executeScript({ ...at, files: [file] });
    return performance.now() - from;
  };
  const emptyMs = await time('empty.js');
  const injectMs = await time('light.js');
  const [frame] = await chrome.scripting.executeScript({
    ...at,
    func: () => (globalThis as { lightTookMs?: number }).lightTookMs ?? Number.NaN,
  });
  return { evaluateMs: Number(frame?.result), injectMs, emptyMs };
}

declare const chrome: {
  scripting: {
    executeScript(what: {
      target: { tabId: number };
      injectImmediately: boolean;
      files?: string[];
      func?: () => unknown;
    }): Promise<{ result: unknown }[]>;
  };
};
