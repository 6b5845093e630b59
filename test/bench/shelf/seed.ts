// Fills a shelf with texts of the length of articles, as a reader would: by taking in files.
import type { Shelving } from '../../../src/common/shelf/shelved.ts';
import { FILE_END, FILE_HEAD } from '../../../src/shelf/shelf-file.ts';
import type { Browser, Page } from '../../browser/browser.ts';
import { ARTICLES } from '../../site/texts/all.ts';

/** So many are in each file: what is sent to the browser is one message. */
const IN_ONE_FILE = 250;
/** The largest that the reader can choose, in MB. */
const LIMIT_MB = 200;

interface Seeded {
  page: Page;
  /** What their HTML takes. */
  textBytes: number;
  takenInSeconds: number;
}

/** An extension's page beside a shelf of so many texts. */
export async function openSeeded(browser: Browser, size: number): Promise<Seeded> {
  const page = await browser.extensionPage('shelf.html');
  await page.appears('#tools meter[max]');
  await page.evaluate(chooseLimit, LIMIT_MB);
  const texts = Array.from({ length: size }, (_, at) => toText(at));
  let takenInSeconds = 0;
  for (let first = 0; first < size; first += IN_ONE_FILE) {
    const part = texts.slice(first, first + IN_ONE_FILE);
    const file = `${FILE_HEAD}${part.map((text) => JSON.stringify(text)).join()}${FILE_END}`;
    takenInSeconds += await page.evaluate(takeIn, file);
  }
  await page.go((await page.url()).replace('shelf.html', 'saved-text.html'));
  await page.appears('[data-light=view]');
  return { page, textBytes: texts.reduce((sum, { html }) => sum + html.length, 0), takenInSeconds };
}

/** An article of the test site, told from the others by a word of its own. */
function toText(at: number): Shelving {
  const article = ARTICLES[at % ARTICLES.length];
  const body =
    article?.body({ portal: 'https://example.org', picture: () => '', callToAction: () => '' }) ?? '';
  const html = `${body}<p>unique${at}x</p>`;
  const known = { section: '', byline: '', published: null, modified: null, minutes: 4, language: 'en' };
  return {
    ...{ ...known, address: `https://example.org/${at}`, state: 'article', title: `Text ${at}`, html },
    ...{ site: 'Example', direction: 'ltr', isWhole: true },
  };
}

function chooseLimit(limitMb: number): void {
  const limit = document.querySelector('#limit') as HTMLSelectElement; // It has appeared.
  limit.value = String(limitMb);
  limit.dispatchEvent(new Event('change'));
}

/** As a reader would choose a file; the seconds until the shelf says what has come of it. */
async function takeIn(json: string): Promise<number> {
  const input = document.querySelector('input[type=file]') as HTMLInputElement; // It stands beside the limit.
  const status = document.querySelector('#status') as HTMLElement;
  status.replaceChildren();
  const chosen = new DataTransfer();
  chosen.items.add(new File([json], 'shelf.json'));
  input.files = chosen.files;
  const startedAt = performance.now();
  input.dispatchEvent(new Event('change'));
  while (status.textContent === '') await new Promise((resolve) => setTimeout(resolve, 10));
  return (performance.now() - startedAt) / 1000;
}
