// Counts the words of real pages that are lost where what style sheets hide is taken out: each page is read twice in a browser, with its styles and without.
import { resolve } from 'node:path';
import type { Browser } from '../browser/browser.ts';
import { startSite } from '../site/site.ts';
import { BROWSERS, readOptions, toChoice } from './command.ts';
import { buildLight, bundleForPage, openLight, printHead, ROOT, tellProgress } from './light.ts';
import { score, toPlainText, toWords } from './shingles.ts';
import { toTable } from './table.ts';
import { readCorpus, readSheet, type Sheet } from './words/corpus.ts';

export const about = 'the words that are lost, and the others that go, where what a page hides is taken out';

const SAMPLE = 80;
/** So much of a page's recall is no matter of rounding. */
const TOLD = 0.002;

const SOURCE = `
import { extractReading } from './src/light/extract/article.ts';
import { noteLiveState } from './src/light/source/live-state.ts';
Object.assign(window, { readHidden: { extractReading, noteLiveState } });
`;

interface Readers {
  extractReading(page: Document, place: object): { body: DocumentFragment } | null;
  noteLiveState(page: Document, clone: Document, styled: boolean): void;
}

/** The HTML of what is shown of a page: with what its styles hide taken out, and without. */
interface Shown {
  hidden: string;
  all: string;
}

export async function run(words: string[]): Promise<void> {
  const { options } = readOptions(words, ['corpus', 'sample', 'set', 'browser']);
  const folder = resolve(options.corpus ?? `${ROOT}/../shared/corpus`);
  const sample = Number(options.sample ?? SAMPLE);
  const pages = await readCorpus({ folder, sample, set: options.set });
  if (!pages) return console.log(`Skipped: there are no pages in ${folder}. Name the folder with --corpus=…`);
  const name = toChoice('browser', options.browser ?? 'chromium', BROWSERS);
  await printHead([name]);
  await buildLight();
  const browser = await openLight(name);
  try {
    const sheets = await Promise.all(pages.map((page) => readSheet(folder, page)));
    print(
      await readAll(
        browser,
        sheets.filter(({ gold }) => gold),
      ),
    );
  } finally {
    await browser.close();
  }
}

async function readAll(browser: Browser, sheets: readonly Sheet[]): Promise<[Sheet, Shown][]> {
  const source = await bundleForPage(SOURCE, browser.name);
  const site = await startSite();
  try {
    const tab = await browser.open(site.url('/special/fast'));
    await tab.waitFor(() => document.readyState === 'complete' && location.protocol === 'http:');
    await tab.evaluate((text) => {
      document.head.append(Object.assign(document.createElement('script'), { textContent: text }));
    }, source);
    const read: [Sheet, Shown][] = [];
    for (const sheet of sheets) {
      tellProgress(sheet.page.id);
      read.push([sheet, await tab.evaluate(readTwice, sheet.html, new URL(sheet.page.url).hostname)]);
    }
    tellProgress('');
    return read;
  } finally {
    await site.close();
  }
}

/** Runs in the page: nothing is asked for, and no script of the HTML runs. */
async function readTwice(html: string, hostname: string): Promise<Shown> {
  const { extractReading, noteLiveState } = (window as unknown as { readHidden: Readers }).readHidden;
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  Object.assign(frame.style, { width: '1280px', height: '800px', border: '0' });
  frame.srcdoc = html.replace(/<head[^>]*>/i, (head) => head + policy);
  await new Promise((loaded) => {
    frame.onload = loaded;
    document.body.append(frame);
  });
  const page = frame.contentDocument as Document; // Of the same origin.
  const show = (clone: Document): string => {
    const copy = new DOMParser().parseFromString(clone.documentElement.outerHTML, 'text/html');
    const reading = extractReading(copy, { hostname, direction: 'ltr', plainText: false });
    const holder = document.createElement('div');
    if (reading) holder.append(reading.body);
    return holder.innerHTML;
  };
  const styled = page.cloneNode(true) as Document; // Of a document, it is one.
  noteLiveState(page, styled, true);
  const plain = page.cloneNode(true) as Document; // As above.
  for (const style of plain.querySelectorAll('style')) style.remove();
  const shown = { hidden: show(styled), all: show(plain) };
  frame.remove();
  return shown;
}

function print(read: [Sheet, Shown][]): void {
  const rows = read.map(([{ page, gold }, { hidden, all }]) => {
    const [one, other] = [hidden, all].map((html) => score(toPlainText(html), gold ?? ''));
    const count = toWords(gold ?? '').length;
    const lost = ((other?.recall ?? 0) - (one?.recall ?? 0)) * count;
    const gained = (one?.precision ?? 0) - (other?.precision ?? 0);
    return { id: page.id, count, lost, gained, isTold: Math.abs(lost) > count * TOLD || gained > TOLD };
  });
  const sum = (key: 'count' | 'lost'): number => rows.reduce((total, row) => total + row[key], 0);
  const told = rows.filter(({ isTold }) => isTold);
  console.log(
    toTable(
      ['page', 'words', 'lost', 'precision gained'],
      told.map(({ id, count, lost, gained }) => [id, `${count}`, lost.toFixed(0), gained.toFixed(3)]),
    ),
  );
  console.log(
    `${rows.length} pages, ${sum('count')} words: ${sum('lost').toFixed(0)} lost (${((sum('lost') / sum('count')) * 100).toFixed(2)} %), on ${told.length} pages something changes.`,
  );
}
