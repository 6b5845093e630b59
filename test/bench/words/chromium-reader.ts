// Gives Light pages of the corpus in Chromium: as readers have it, and many times quicker than jsdom.
import puppeteer, { type Page } from 'puppeteer-core';
import type { PackedWeights } from '../../../src/light/extract/judgement/model/unpack-weights.ts';
import { findBrowser } from '../../browser/find.ts';
import { toChoice } from '../command.ts';
import { bundleForPage } from '../light.ts';
import { toPlainText } from '../shingles.ts';
import type { Sheet } from './corpus.ts';
import type { Given, PageReader, ShownPage } from './in-page.ts';
import type { Answer } from './page.ts';

/** One page is read within this, on a machine that does other work besides. */
const TIMEOUT_MS = 120_000;

export interface ChromiumReader {
  /** By these weights, or by those that Light is built with. */
  show(sheet: Sheet, weights: PackedWeights | null): Promise<Answer>;
  /** What the text is chosen from; `text` is what is shown where nothing is chosen. */
  readGiven(sheet: Sheet): Promise<{ given: Given | null; text: string }>;
  close(): Promise<void>;
}

/** `without`: names of corrections that are left out. */
export async function openChromiumReader(without: readonly string[] = []): Promise<ChromiumReader> {
  const browser = await puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    pipe: true,
    headless: true,
    protocolTimeout: TIMEOUT_MS,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  const [page = await browser.newPage()] = await browser.pages();
  await page.evaluate(await bundleForPage("import './test/bench/words/in-page.ts';", 'chromium'));
  const unknown = await page.evaluate((names) => window.lightReader.leaveOut(names), without);
  if (unknown[0]) toChoice('without', unknown[0], []);
  return {
    show: async ({ html, page: { url } }, weights) => toAnswer(await show(page, { html, url, weights })),
    async readGiven({ html, page: { url } }) {
      const { given, html: shown } = await page.evaluate(
        (text, address) => window.lightReader.readGiven(text, address),
        ...([html, url] as const),
      );
      return { given, text: toPlainText(shown) };
    },
    close: () => browser.close(),
  };
}

declare global {
  interface Window {
    /** There in the page of a Chromium reader alone. */
    lightReader: PageReader;
  }
}

function show(
  page: Page,
  asked: { html: string; url: string; weights: PackedWeights | null },
): Promise<ShownPage> {
  return page.evaluate(({ html, url, weights }) => window.lightReader.show(html, url, weights), asked);
}

function toAnswer({ html, byline, published, ...shown }: ShownPage): Answer {
  return { ...shown, text: toPlainText(html), author: byline, date: published.slice(0, 10) };
}
