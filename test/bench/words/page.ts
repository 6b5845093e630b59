// Without it stock Readability and Light would not be given the same page, nor be read the same way.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Readability from '@mozilla/readability/Readability.js';
import { JSDOM } from 'jsdom';
import type { Reading } from '../../src/light/article.ts';
import { UsageError } from './command.ts';
import type { CollectedPage } from './pages-server.ts';
import { toPlainText } from './shingles.ts';

/** One row of the collection's `index.json`, as far as this bench reads it. */
export interface KnownPage extends CollectedPage {
  lang: string;
  script: string;
  byline: string | null;
}

/** What a reader makes of a page. */
export interface Answer {
  text: string;
  title: string;
  author: string;
  /** ISO date, '' where none is given. */
  date: string;
  direction: string;
  state: string;
  tookMs: number;
}

export interface Sheet {
  page: KnownPage;
  html: string;
  /** The text a reader should see; `null` where nobody has said. */
  gold: string | null;
}

/** The pages of a collection whose names have one of these parts in them; `null` where there is no collection in that folder. */
export async function readPages(folder: string, parts = ''): Promise<KnownPage[] | null> {
  const index = await readFile(join(folder, 'index.json'), 'utf8').catch(() => null);
  if (!index) return null;
  // The collection's own format.
  const pages = (JSON.parse(index) as KnownPage[]).filter(({ id }) =>
    parts.split(',').some((part) => id.includes(part)),
  );
  if (pages.length === 0) throw new UsageError(`No page has "${parts}" in its name.`);
  return pages;
}

export async function readSheet(folder: string, page: KnownPage): Promise<Sheet> {
  const html = await readFile(join(folder, page.file), 'utf8');
  const text = page.gold_file && (await readFile(join(folder, page.gold_file), 'utf8'));
  return { page, html, gold: text && (page.gold_file?.endsWith('.html') ? toPlainText(text) : text) };
}

/** A fresh document of the page, under its address, of which nothing is drawn: whoever reads it may change it. */
export function toDocument({ html, page }: Sheet): Document {
  const { window } = new JSDOM('', { url: page.url });
  return new window.DOMParser().parseFromString(html, 'text/html');
}

/** Readability as it is released, with its default options. */
export function askStock(sheet: Sheet): Answer {
  const page = toDocument(sheet);
  const { result: article, tookMs } = measure(() => new Readability(page).parse());
  return {
    text: toPlainText(article?.content ?? ''),
    title: article?.title ?? '',
    author: article?.byline ?? '',
    date: toDay(article?.publishedTime ?? ''),
    direction: article?.dir ?? 'ltr',
    state: article ? 'article' : 'nothing',
    tookMs,
  };
}

export type Extract = typeof import('../../src/light/article.ts').extractReading;

/** Light's own reader needs a browser's globals when its modules are loaded. */
export async function importExtract(): Promise<Extract> {
  const { window } = new JSDOM('');
  const names = [
    ...(['document', 'Document', 'Node', 'Element', 'HTMLElement', 'NodeFilter', 'DOMParser'] as const),
    ...(['HTMLFormElement', 'HTMLHeadingElement'] as const),
  ];
  const i18n = { getMessage: () => '', getUILanguage: () => 'en' };
  const given = { window, FIREFOX: false, chrome: { i18n } };
  Object.assign(globalThis, given, Object.fromEntries(names.map((name) => [name, window[name]])));
  return (await import('../../src/light/article.ts')).extractReading;
}

export function askLight(sheet: Sheet, extract: Extract): Answer {
  const page = toDocument(sheet);
  // The direction a style sheet gives is not known here: what is declared is all.
  const direction = page.body?.dir || page.documentElement.dir;
  const place = { hostname: new URL(sheet.page.url).hostname, direction, plainText: false };
  const { result, tookMs } = measure(() => extract(page, place));
  return toAnswer(result, tookMs);
}

/** Counts what the processor did: other work on the machine would lengthen the time on the clock. */
function measure<T>(work: () => T): { result: T; tookMs: number } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { result, tookMs: (user + system) / 1000 };
}

function toAnswer(reading: Reading | null, tookMs: number): Answer {
  const holder = new JSDOM('').window.document.createElement('div');
  if (reading) holder.append(holder.ownerDocument.importNode(reading.body, true));
  return {
    text: toPlainText(holder.innerHTML),
    title: reading?.title ?? '',
    author: reading?.byline ?? '',
    date: reading?.published?.toISOString().slice(0, 10) ?? '',
    direction: reading?.direction ?? '',
    state: reading?.state ?? 'nothing',
    tookMs,
  };
}

export function toDay(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
