// The lists that Light makes of front pages, sections and shops, held against the headlines that were marked by hand in them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { JSDOM } from 'jsdom';
import { readOptions, UsageError } from './command.ts';
import { ROOT, tellProgress } from './light.ts';
import { judgeList, type Marks, type Verdict } from './site/judge-list.ts';
import { toTable } from './table.ts';
import { type KnownPage, readCorpus, readSheet } from './words/corpus.ts';
import { importExtract, toDocument } from './words/page.ts';

export const about = 'the headlines Light lists of front pages and sections, and what else it lists';

const MARKS = new URL('site/headlines.json', import.meta.url);
const FOLDERS = ['../shared/corpus', '../shared/pages'];

interface Row extends Verdict {
  id: string;
  held: boolean;
  /** Of the list and of the page, compressed. */
  bytes: [number, number];
}

export async function run(words: string[]): Promise<void> {
  const { options, others } = readOptions(words, ['pages', 'folders']);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  // The project's own format.
  const marks = JSON.parse(await readFile(MARKS, 'utf8')) as Record<string, Marks>;
  const folders = options.folders?.split(',') ?? FOLDERS.map((folder) => join(ROOT, folder));
  const rows: Row[] = [];
  for (const folder of folders) {
    const ids = Object.keys(marks).filter((id) => !options.pages || options.pages.split(',').includes(id));
    const pages = await readCorpus({ folder, pages: ids.join(',') }).catch(() => null);
    for (const page of pages ?? []) {
      const mark = marks[page.id];
      if (!mark || rows.some(({ id }) => id === page.id)) continue;
      tellProgress(page.id);
      rows.push(await judgePage(folder, page, mark));
    }
  }
  tellProgress('');
  if (rows.length === 0) return console.log(`Skipped: there are no such pages in ${folders.join(' or ')}.`);
  print(rows);
}

async function judgePage(folder: string, page: KnownPage, mark: Marks): Promise<Row> {
  const extract = await importExtract();
  const sheet = await readSheet(folder, page);
  const place = { hostname: new URL(page.url).hostname, direction: '', plainText: false };
  const reading = extract(toDocument(sheet), place);
  const holder = new JSDOM('').window.document.createElement('div');
  if (reading) holder.append(holder.ownerDocument.importNode(reading.body, true));
  const bytes: [number, number] = [gzipSync(holder.innerHTML).length, gzipSync(sheet.html).length];
  return { id: page.id, held: mark.held, bytes, ...judgeList(reading, mark, page.url) };
}

function print(rows: Row[]): void {
  const toPercent = (part: number, all: number) => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;
  const table = toTable(
    ['page', 'state', 'headlines', 'found', 'recall', 'listed', 'rubbish', 'in order', 'list of page, gzip'],
    rows.map(({ id, held, state, headlines, found, shown, rubbish, ordered, bytes }) => [
      held ? `${id} (held back)` : id,
      ...[state, headlines, found, toPercent(found, headlines), shown, toPercent(rubbish, shown)],
      ...[ordered ? 'yes' : 'no', toPercent(...bytes)],
    ]),
  );
  const toMeans = (name: string, of: Row[]) => {
    const mean = (toShare: (row: Row) => number) =>
      of.reduce((sum, row) => sum + toShare(row), 0) / Math.max(1, of.length);
    const recall = mean(({ found, headlines }) => found / Math.max(1, headlines));
    const rubbish = mean((row) => row.rubbish / Math.max(1, row.shown));
    const size = mean(({ bytes: [list, page] }) => list / page);
    return [name, of.length, ...[recall, rubbish, size].map((share) => toPercent(share, 1))];
  };
  const means = toTable(
    ['mean over pages', 'pages', 'recall', 'rubbish', 'list of page'],
    [
      toMeans(
        'looked at',
        rows.filter(({ held }) => !held),
      ),
      toMeans(
        'held back',
        rows.filter(({ held }) => held),
      ),
      toMeans('all', rows),
    ],
  );
  console.log(`${table}\n\n${means}`);
}
