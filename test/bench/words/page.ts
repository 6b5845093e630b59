// Gives stock Readability and Light the same page, and reads what they make of it in the same way.
import Readability from '@mozilla/readability/Readability.js';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Reading } from '../../../src/light/extract/article.ts';
import { toPlainText } from '../shingles.ts';
import type { Sheet } from './corpus.ts';

/** What a reader makes of a page. */
export interface Answer {
  text: string;
  title: string;
  author: string;
  /** ISO date, '' where none is given. */
  date: string;
  direction: string;
  language: string;
  state: string;
  /** '' where it is not told. */
  kind?: string;
  tookMs: number;
  /** Readability's own parse of the same page in the same browser, as far as it was measured. */
  stockMs?: number;
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
    language: article?.lang ?? '',
    state: article ? 'article' : 'nothing',
    tookMs,
  };
}

export type Extract = typeof import('../../../src/light/extract/article.ts').extractReading;

/** Light's own reader needs a browser's globals when its modules are loaded. */
export async function importExtract(): Promise<Extract> {
  const { window } = new JSDOM('');
  const names = [
    ...(['document', 'Document', 'Node', 'Element', 'HTMLElement', 'NodeFilter', 'DOMParser'] as const),
    ...(['HTMLFormElement', 'HTMLHeadingElement'] as const),
  ];
  const i18n = { getMessage: () => '', getUILanguage: () => 'en' };
  const given = { window, FIREFOX: false, chrome: { i18n }, ...toStyleSheets() };
  Object.assign(globalThis, given, Object.fromEntries(names.map((name) => [name, window[name]])));
  return (await import('../../../src/light/extract/article.ts')).extractReading;
}

/** jsdom reads style sheets only of `style` elements: one of a page of ours is asked what a sheet says. */
function toStyleSheets() {
  // Sheets that cannot be read say nothing, as in browsers.
  const { window } = new JSDOM('', { virtualConsole: new VirtualConsole() });
  class CSSStyleSheet {
    cssRules: Iterable<CSSRule> = [];
    replaceSync(text: string): void {
      const style = window.document.createElement('style');
      style.textContent = text;
      window.document.head.append(style);
      this.cssRules = style.sheet?.cssRules ?? [];
      style.remove();
    }
  }
  const { CSSStyleRule, CSSMediaRule } = window;
  // As on a screen of a computer.
  const matchMedia = (query: string) => ({ matches: !/print|max-width|prefers|hover: none/.test(query) });
  return { CSSStyleSheet, CSSStyleRule, CSSMediaRule, matchMedia };
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
    language: reading?.language ?? '',
    state: reading?.state ?? 'nothing',
    tookMs,
  };
}

export function toDay(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
