// Measures what stopping the download at the end of the article would bring: how surely the end is known, what is saved, what it costs later.
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LINKS, type LinkName } from '../site/site.ts';
import { TEXTS } from './arrive/measure.ts';
import { BROWSERS, readOptions, toChoice, toChoices, UsageError } from './command.ts';
import { buildLight, openLight, printHead, ROOT, tellProgress } from './light.ts';
import { toWords } from './shingles.ts';
import { measurePaid } from './stop/cost.ts';
import { place, RULES } from './stop/rules.ts';
import { type Cell, toMedian, toTable } from './table.ts';
import { type KnownPage, readCorpus, readSheet, type Sheet } from './words/corpus.ts';
import { askLight, type Extract, importExtract } from './words/page.ts';

export const about =
  'stopping the download when the article is complete: how surely, what it saves, and what it costs later';

/** `never`: the rule never says that the article is complete. Else the text of what came until then, against that of the whole page. */
type Verdict = 'never' | 'same' | 'less' | 'other';

interface Cut {
  id: string;
  verdict: Verdict;
  /** Of the compressed HTML, what would not have come, in bytes and as a share. */
  bytes: number;
  share: number;
}

/** What a sender has handed to the network already is not saved: a server's send buffer and the queues on the way, in bytes. An assumption. */
const ON_THE_WAY_BYTES = 16_384;

export async function run(words: string[]): Promise<void> {
  const { options, others } = readOptions(words, ['browser', 'link', 'pages', 'pages-folder']);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  const names = toChoices('browser', options.browser, BROWSERS);
  const link = toChoice('link', options.link ?? 'gprs', Object.keys(LINKS) as LinkName[]); // Its own names.
  await buildLight();
  await printHead(names);
  const folder = resolve(options['pages-folder'] ?? join(ROOT, '../shared/pages'));
  const pages = await readCorpus({ folder, pages: options.pages });
  if (pages) printCuts(await cutPages(folder, pages));
  else console.log(`No pages in ${folder}: name the folder with --pages-folder=…`);
  const rows: Cell[][] = [];
  for (const name of names) {
    const browser = await openLight(name);
    try {
      for (const [subject, text] of Object.entries(TEXTS))
        for (const stopped of [false, true]) {
          tellProgress(`${name} ${subject}`);
          const { load, back, leave, connections } = await measurePaid(browser, text, link, stopped);
          rows.push([name, subject, stopped ? 'stopped' : 'to its end', load, back, leave, connections]);
        }
    } finally {
      await browser.close();
    }
  }
  tellProgress('');
  const header = [
    ...['browser', 'text', `light load, ${link}`, 'bytes', 'Back, bytes', 'leaving, bytes'],
    'next page, connections',
  ];
  console.log(`The same light load, stopped and not, bytes of its HTML:\n${toTable(header, rows)}`);
}

async function cutPages(folder: string, pages: KnownPage[]): Promise<Map<string, Cut[]>> {
  const extract = await importExtract();
  const cuts = new Map<string, Cut[]>(Object.keys(RULES).map((name) => [name, []]));
  for (const page of pages) {
    tellProgress(page.id);
    const sheet = await readSheet(folder, page);
    const whole = toWords(askLight(sheet, extract).text);
    const placed = place(sheet.html, page.url);
    for (const [name, rule] of Object.entries(RULES))
      cuts.get(name)?.push(cut(sheet, rule(placed), whole, extract));
  }
  tellProgress('');
  return cuts;
}

function cut(sheet: Sheet, at: number | null, whole: string[], extract: Extract): Cut {
  const { id } = sheet.page;
  if (at === null) return { id, verdict: 'never', bytes: 0, share: 0 };
  const html = sheet.html.slice(0, at);
  const all = gzipSync(sheet.html).length;
  const bytes = all - gzipSync(html).length;
  const part = toWords(askLight({ ...sheet, html }, extract).text);
  return { id, verdict: judge(part, whole), bytes, share: bytes / all };
}

function judge(part: string[], whole: string[]): Verdict {
  if (part.join(' ') === whole.join(' ')) return 'same';
  const here = new Set(part);
  return whole.some((word) => !here.has(word)) || part.length < whole.length ? 'less' : 'other';
}

function printCuts(cuts: Map<string, Cut[]>): void {
  const rows = [...cuts].map(([name, all]): Cell[] => {
    const count = (verdict: Verdict) => all.filter((each) => each.verdict === verdict).length;
    const cutOnes = all.filter(({ verdict }) => verdict !== 'never');
    const kilobytes = cutOnes.map(({ bytes }) => bytes / 1024);
    const net = cutOnes.map(({ bytes }) => Math.max(0, bytes - ON_THE_WAY_BYTES) / 1024);
    const mean = net.reduce((sum, each) => sum + each, 0) / all.length;
    return [
      name,
      count('never'),
      count('same'),
      count('less'),
      count('other'),
      (toMedian(cutOnes.map(({ share }) => share)) * 100).toFixed(0),
      toMedian(kilobytes).toFixed(1),
      toMedian(net).toFixed(1),
      mean.toFixed(1),
    ];
  });
  const way = ON_THE_WAY_BYTES / 1024;
  const header = [
    ...['the article is complete when', 'never', 'same text', 'less', 'other', 'saved, %', 'KB'],
    ...[`KB without ${way} on the way`, 'mean of all pages'],
  ];
  console.log(toTable(header, rows));
  for (const [name, all] of cuts) {
    const wrong = all.filter(({ verdict }) => verdict === 'less' || verdict === 'other');
    if (wrong.length > 0) console.log(`Not the same, ${name}: ${wrong.map(({ id }) => id).join(', ')}`);
  }
  console.log('');
}
