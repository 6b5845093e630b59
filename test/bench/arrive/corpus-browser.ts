// Loads pages of a collection in a light tab over a slow link, and notes when their paragraphs stand on the screen.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '../../browser/browser.ts';
import { waitUntil } from '../../browser/tab.ts';
import { LINKS, type LinkName, type Site, startSite } from '../../site/site.ts';
import type { Sheet } from '../words/corpus.ts';
import { timeBytes } from './client.ts';
import type { Arrived } from './corpus-report.ts';
import { toGone } from './simulate.ts';
import type { Marks } from './telling-words.ts';

/** A page and where its paragraphs end. */
export interface MarkedSheet {
  sheet: Sheet;
  marks: Marks;
}

/** Nobody waits longer, in ms. */
const CAP_MS = 180_000;

const toPath = ({ page }: Sheet): string => `/collected/${page.id}`;

/** What the bench's content script notes of a page. */
interface Noted {
  first: number | null;
  last: number | null;
  shown: string;
  final: string;
}

/** Adds to an extension what notes, in the page, when the last letters of these paragraphs are about to be painted in the view. */
export async function watchMarks(folder: string, sheets: readonly MarkedSheet[]): Promise<void> {
  const marks = sheets.map(({ sheet, marks: { first, last } }) => [toPath(sheet), first.key, last.key]);
  // esbuild wraps named functions in calls of __name, which the page does not have.
  const source = `((__name) => (${noteMarks})(${JSON.stringify(marks)}))((fn) => fn);`;
  await writeFile(join(folder, 'bench.js'), source);
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.content_scripts.push({ matches: ['http://*/*'], js: ['bench.js'], run_at: 'document_start' });
  await writeFile(file, JSON.stringify(manifest));
}

/** Runs in every page as a content script. Letters are what `toLetters` takes for them. */
function noteMarks(all: [path: string, first: string, last: string][]): void {
  const own = all.find(([path]) => path === location.pathname);
  if (!own) return;
  const [, ...keys] = own;
  const toLetters = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const noted: { times: (number | null)[]; shown: string; final: string } = {
    ...{ times: [null, null], shown: '', final: '' },
  };
  let before = '';
  const look = () => {
    const view = document.querySelector('[data-light=view]');
    const state = view?.getAttribute('data-state') ?? 'arriving';
    const body = view?.shadowRoot?.querySelector('[data-part=body]');
    const text = [...(body?.children ?? [])].map((block) => block.textContent).join('\n');
    if (text !== before) {
      before = text;
      const letters = toLetters(text);
      keys.forEach((key, at) => {
        if (noted.times[at] === null && letters.includes(key)) noted.times[at] = performance.now();
      });
    }
    if (state === 'arriving') {
      noted.shown = text;
      return requestAnimationFrame(look);
    }
    noted.final = text;
    document.documentElement.dataset.benchNoted = JSON.stringify(noted);
  };
  look();
}

/** Loads the pages one after the other in one light tab; each is told as soon as it is whole. */
export async function measureArrivals(
  browser: Browser,
  sheets: readonly MarkedSheet[],
  { link, onPage }: { link: LinkName; onPage(arrived: Arrived): void },
): Promise<void> {
  const [site, other] = [await startSite(), await startSite({ link })];
  try {
    const tab = await browser.open(site.url('/special/fast'));
    await tab.waitFor(() => document.readyState === 'complete');
    await tab.pressToolbarButton();
    await tab.appears('[data-light=view][data-state=article]');
    site.setLink(LINKS[link]);
    for (const each of sheets) {
      // The client has a link of its own: neither takes the other's turn.
      const client = timeMarks(other, each);
      const noted = await noteArrival(tab, site, each);
      const [first = Number.NaN, last = Number.NaN] = await client;
      onPage({
        page: each.sheet.page,
        client: { first, last },
        light: { first: noted.first, last: noted.last },
        ...toGone(noted.shown, noted.final),
      });
    }
  } finally {
    await browser.closeTabs();
    await Promise.all([site.close(), other.close()]);
  }
}

function timeMarks(site: Site, { sheet, marks }: MarkedSheet): Promise<number[]> {
  site.fault(toPath(sheet), { kind: 'instead', html: sheet.html, zipped: true });
  return timeBytes(site, toPath(sheet), [marks.first.htmlChars, marks.last.htmlChars]);
}

async function noteArrival(tab: Page, site: Site, { sheet }: MarkedSheet): Promise<Noted> {
  const path = toPath(sheet);
  site.fault(path, { kind: 'instead', html: sheet.html, zipped: true });
  await tab.go(site.url(path));
  const read = (own: string) =>
    location.pathname === own ? (document.documentElement.dataset.benchNoted ?? '') : '';
  const noted = await waitUntil(() => tab.evaluate(read, path), { timeoutMs: CAP_MS, message: path });
  const { times, shown, final } = JSON.parse(noted) as {
    times: (number | null)[];
    shown: string;
    final: string;
  };
  const [first = null, last = null] = times.map((ms) => ms && ms / 1000);
  return { first, last, shown, final };
}
