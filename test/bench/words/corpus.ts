// Reads a collection of real pages: its index, its HTML (plain or gzipped), and what a reader should see of each page.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UsageError } from '../command.ts';
import type { CollectedPage } from '../pages-server.ts';
import { toPlainText } from '../shingles.ts';

/** One row of the collection's `index.json`, as far as the benches read it. */
export interface KnownPage extends CollectedPage {
  /** The first part of its id: who collected it. */
  set: string;
  /** Pages of the same publisher share it. */
  site: string;
  kind: string | null;
  lang: string;
  script: string;
  byline: string | null;
  gold_seg: string | null;
}

/** Pieces of text that must, and must not, be shown. */
export interface Segments {
  with: string[];
  without: string[];
}

export interface Sheet {
  page: KnownPage;
  html: string;
  /** The text a reader should see; `null` where nobody has said. */
  gold: string | null;
  segments: Segments | null;
}

/** Which pages of a collection are meant; each list is separated by commas, and what is not given means all. */
export interface CorpusOptions {
  folder: string;
  /** Parts of ids. */
  pages?: string | undefined;
  set?: string | undefined;
  kind?: string | undefined;
  /** Languages without their regions. */
  lang?: string | undefined;
  /** So many pages, spread over sets, kinds and sites, always the same ones. */
  sample?: number | undefined;
}

/** The pages that are meant, in the order of the index; `null` where there is no collection in that folder. */
export async function readCorpus(options: CorpusOptions): Promise<KnownPage[] | null> {
  const index = await readFile(join(options.folder, 'index.json'), 'utf8').catch(() => null);
  if (!index) return null;
  // The collection's own format.
  const rows = JSON.parse(index) as (CollectedPage & Partial<KnownPage>)[];
  const pages = rows.map(toKnownPage).filter((page) => isMeant(page, options));
  if (pages.length === 0) throw new UsageError('No page of the collection is like that.');
  return options.sample ? toSample(pages, options.sample) : pages;
}

function toKnownPage(row: CollectedPage & Partial<KnownPage>): KnownPage {
  return {
    ...row,
    set: row.id.split('-')[0] ?? '',
    site: row.site ?? new URL(row.url).hostname,
    kind: row.kind ?? null,
    lang: row.lang ?? '',
    script: row.script ?? '',
    byline: row.byline ?? null,
    gold_seg: row.gold_seg ?? null,
  };
}

/** The language without its region; `''` where the page does not say. */
export const toLanguage = ({ lang }: KnownPage): string => lang.toLowerCase().split(/[-_]/)[0] ?? '';

function isMeant(page: KnownPage, { pages, set, kind, lang }: CorpusOptions): boolean {
  const isIn = (list: string | undefined, value: string) =>
    list === undefined || list.split(',').includes(value);
  return (
    (pages === undefined || pages.split(',').some((part) => page.id.includes(part))) &&
    isIn(set, page.set) &&
    isIn(kind, page.kind ?? '') &&
    isIn(lang, toLanguage(page))
  );
}

const toHash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** So many of the pages: of each set and kind its share, of as many sites as can be, by the hash of their names. */
function toSample(pages: KnownPage[], count: number): KnownPage[] {
  const strata = toGroups(pages, ({ set, kind }) => `${set} ${kind}`);
  const ranked = [...strata.values()].flatMap((stratum) =>
    bySiteInTurn(stratum).map((page, at) => ({ page, rank: (at + 0.5) / stratum.length })),
  );
  ranked.sort((a, b) => a.rank - b.rank);
  const chosen = new Set(ranked.slice(0, count).map(({ page }) => page));
  return pages.filter((page) => chosen.has(page));
}

/** First one page of each site, then a second one, and so on. */
function bySiteInTurn(pages: KnownPage[]): KnownPage[] {
  const sorted = [...pages].sort((a, b) => (toHash(a.id) < toHash(b.id) ? -1 : 1));
  const turns = [...toGroups(sorted, ({ site }) => site).values()].flatMap((own) =>
    own.map((page, turn) => ({ page, turn })),
  );
  return turns.sort((a, b) => a.turn - b.turn).map(({ page }) => page);
}

/** The items by their keys, both in the order they come in. */
export function toGroups<T>(items: readonly T[], toKey: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = toKey(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** In which of so many folds each page is, 0 to `count - 1`: a site is in one alone, and the folds are about as large. */
export function toFolds(pages: readonly KnownPage[], count: number): Map<KnownPage, number> {
  const sites = [...toGroups(pages, ({ site }) => site)];
  // Large sites first, each into the fold that is the smallest: no name decides but where sizes are equal.
  sites.sort(([a, ones], [b, others]) => others.length - ones.length || (toHash(a) < toHash(b) ? -1 : 1));
  const sizes = new Array<number>(count).fill(0);
  const folds = new Map<KnownPage, number>();
  for (const [, own] of sites) {
    const fold = sizes.indexOf(Math.min(...sizes));
    sizes[fold] = (sizes[fold] ?? 0) + own.length;
    for (const page of own) folds.set(page, fold);
  }
  return folds;
}

export async function readSheet(folder: string, page: KnownPage): Promise<Sheet> {
  const file = await readFile(join(folder, page.file));
  const text = page.gold_file && (await readFile(join(folder, page.gold_file), 'utf8'));
  const segments = page.gold_seg && (await readFile(join(folder, page.gold_seg), 'utf8'));
  return {
    page,
    html: (page.file.endsWith('.gz') ? gunzipSync(file) : file).toString('utf8'),
    gold: text && (page.gold_file?.endsWith('.html') ? toPlainText(text) : text),
    // The collection's own format.
    segments: segments ? (JSON.parse(segments) as Segments) : null,
  };
}
