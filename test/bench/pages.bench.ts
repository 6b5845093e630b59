// Plays Light over real pages in browsers, and scores what it shows of each against what a reader should see.
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, BrowserName, Page } from '../browser/browser.ts';
import { waitUntil } from '../browser/tab.ts';
import { BROWSERS, readOptions, toChoices, UsageError } from './command.ts';
import { buildLight, openLight, printHead, ROOT, tellProgress } from './light.ts';
import { type CollectedPage, type PagesServer, servePages } from './pages-server.ts';
import { type Score, score, toF1, toPlainText, toWords } from './shingles.ts';
import { toTable } from './table.ts';

export const about =
  'what Light shows of the real pages in ../shared/pages, against what a reader should see';

/** How long a page may take to load, and the text to come, in ms. */
const PATIENCE_MS = 15_000;
/** A page that has asked for nothing for so long asks for nothing any more, in ms. */
const QUIET_MS = 500;

/** What Chromium asks for by itself, whatever the page. */
const OWN = /^https?:\/\/(content-autofill|update)\.googleapis\.com/;

interface Outcome {
  page: CollectedPage;
  state: string;
  words: number;
  title: string;
  direction: string;
  /** What was asked for after the switch. */
  asked: string[];
  goldWords: number | null;
  score: Score | null;
}

export async function run(words: string[]): Promise<void> {
  const { options, others } = readOptions(words, ['browser', 'pages', 'pages-folder', 'pictures']);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  const names = toChoices('browser', options.browser, BROWSERS);
  const folder = resolve(options['pages-folder'] ?? join(ROOT, '../shared/pages'));
  const index = await readFile(join(folder, 'index.json'), 'utf8').catch(() => null);
  if (!index)
    return console.log(`Skipped: there are no pages in ${folder}. Name the folder with --pages-folder=…`);
  // The collection's own format.
  const all = JSON.parse(index) as CollectedPage[];
  const pages = all.filter(
    ({ id }) => !options.pages || options.pages.split(',').some((part) => id.includes(part)),
  );
  if (pages.length === 0) throw new UsageError(`No page has "${options.pages}" in its name.`);
  if (options.pictures) await mkdir(options.pictures, { recursive: true });
  await buildLight();
  await printHead(names);
  for (const name of names) await runIn(name, { folder, pages, pictures: options.pictures });
}

interface Job {
  folder: string;
  pages: CollectedPage[];
  pictures: string | undefined;
}

async function runIn(name: BrowserName, { folder, pages, pictures }: Job): Promise<void> {
  const server = await servePages(folder, pages);
  const browser = await openBehind(name, server.port);
  const outcomes: Outcome[] = [];
  try {
    for (const page of pages) {
      tellProgress(`${name} ${page.id}`);
      const gold = page.gold_file && (await readGold(join(folder, page.gold_file)));
      outcomes.push(await tryPage({ browser, server, page, gold, pictures }));
      await browser.closeTabs();
    }
    tellProgress('');
    console.log(`${name}\n${toTable(HEADER, outcomes.map(toRow))}\n\n${toSummary(outcomes)}\n`);
    const errors = await browser.backgroundErrors();
    if (errors.length > 0) console.log(`Light said on the console:\n${[...new Set(errors)].join('\n')}\n`);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A browser that reaches every other host through the server alone: there the requests are counted, and end. */
async function openBehind(name: BrowserName, port: number): Promise<Browser> {
  const prefs = {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': 'localhost,127.0.0.1,.localhost',
  };
  // Chromium on Linux takes its proxy from here. Elsewhere other hosts have no address in it, and are not counted.
  process.env.http_proxy = `http://127.0.0.1:${port}`;
  process.env.https_proxy = process.env.http_proxy;
  process.env.no_proxy = 'localhost,127.0.0.1,.localhost';
  return openLight(name, { prefs });
}

async function readGold(path: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  return path.endsWith('.html') ? toPlainText(text) : text;
}

interface Trial {
  browser: Browser;
  server: PagesServer;
  page: CollectedPage;
  gold: string | null;
  pictures: string | undefined;
}

async function tryPage({ browser, server, page, gold, pictures }: Trial): Promise<Outcome> {
  const tab = await browser.open(server.url(page));
  const isLoaded = () => document.readyState === 'complete' && location.protocol === 'http:';
  // A page that is never done is switched as it is.
  await tab.waitFor(isLoaded, [], { timeoutMs: PATIENCE_MS }).catch(() => {});
  await whenQuiet(server);
  const before = server.asked.length;
  await tab.pressToolbarButton();
  const shown = await waitUntil(() => readView(tab), { timeoutMs: PATIENCE_MS }).catch((error) => ({
    state: 'no view',
    text: '',
    title: String(error).slice(0, 80),
    direction: '',
  }));
  await whenQuiet(server);
  if (pictures) await tab.screenshot(join(pictures, `${page.id}-${browser.name}.png`)).catch(() => {});
  return {
    page,
    state: shown.state,
    words: toWords(shown.text).length,
    title: shown.title,
    direction: shown.direction,
    asked: server.asked.slice(before).filter((address) => !OWN.test(address)),
    goldWords: gold === null ? null : toWords(gold).length,
    score: gold === null ? null : score(shown.text, gold),
  };
}

async function whenQuiet(server: PagesServer): Promise<void> {
  let standing = { asked: -1, since: 0 };
  const isQuiet = () => {
    const asked = server.asked.length;
    if (asked !== standing.asked) standing = { asked, since: Date.now() };
    return Date.now() - standing.since >= QUIET_MS;
  };
  // A page that never stops asking is taken as it is.
  await waitUntil(isQuiet, { timeoutMs: PATIENCE_MS }).catch(() => {});
}

/** What stands in the view once it is there; `null` before. The buttons' own words are no words of the page. */
function readView(tab: Page) {
  return tab.evaluate(() => {
    const view = document.querySelector('[data-light=view]');
    const state = view?.getAttribute('data-state') ?? 'arriving';
    if (!view?.shadowRoot || state === 'arriving') return null;
    const body = view.shadowRoot.querySelector('[data-part=body]');
    const article = view.shadowRoot.querySelector('article');
    let text = '';
    const read = (node: Node) => {
      if (node instanceof Text) text += node.data;
      if (!(node instanceof Element) || node.localName === 'button') return;
      const isInline = getComputedStyle(node).display === 'inline' && node.localName !== 'br';
      if (!isInline) text += '\n';
      for (const child of node.childNodes) read(child);
      if (!isInline) text += '\n';
    };
    if (body) read(body);
    const title = view.shadowRoot.querySelector('h1')?.textContent ?? '';
    return { state, text, title, direction: article ? getComputedStyle(article).direction : '' };
  });
}

const HEADER = ['page', 'state', 'words', 'gold', 'prec.', 'recall', 'F1', 'dir', 'requests', 'title'];

const toPart = (part: number) => part.toFixed(3);

function toRow({ page, state, words, goldWords, score, direction, asked, title }: Outcome) {
  const verdict = direction === '' ? '' : direction === page.dir ? 'right' : `WRONG: ${direction}`;
  const scores = score
    ? [toPart(score.precision), toPart(score.recall), toPart(toF1(score))]
    : [null, null, null];
  return [
    page.id,
    state,
    words,
    goldWords,
    ...scores,
    verdict,
    asked.length,
    title.trim().replace(/\s+/g, ' ').slice(0, 60),
  ];
}

/** The collection's groups: what judges, and the articles among that. */
const GROUPS: [string, RegExp][] = [
  ["pages whose gold is not Readability's own output", /^(?!mz-)/],
  ['articles among them', /^(aeb|fd|rtl|om)-/],
  ['the others (wx-)', /^wx-/],
  ["Readability's own test pages", /^mz-/],
];

/** F1 of the means, as the collection's README has it. */
function toSummary(outcomes: Outcome[]): string {
  const rows = GROUPS.map(([group, ids]) => {
    const scores = outcomes.flatMap(({ page, score }) => (score && ids.test(page.id) ? [score] : []));
    const mean = (key: keyof Score) => scores.reduce((sum, each) => sum + each[key], 0) / scores.length;
    const means = { precision: mean('precision'), recall: mean('recall') };
    return { group, count: scores.length, means };
  }).filter(({ count }) => count > 0);
  const asked = outcomes.flatMap((outcome) =>
    outcome.asked.map((address) => `${outcome.page.id}  ${address.slice(0, 120)}`),
  );
  const table = toTable(
    ['', 'pages', 'prec.', 'recall', 'F1'],
    rows.map(({ group, count, means }) => [
      group,
      count,
      toPart(means.precision),
      toPart(means.recall),
      toPart(toF1(means)),
    ]),
  );
  return `${table}\n\n${asked.length} requests after the switch, of ${outcomes.length} pages\n${asked.join('\n')}`;
}
