// The shelf's page as a reader meets it: opened, read, and given a file.
import type { Browser, Page } from '../browser/browser.ts';

/** Opens the list of the kept texts and waits until it has so many. */
export async function openShelf(browser: Browser, count: number): Promise<Page> {
  const shelf = await browser.extensionPage('shelf.html');
  await holdsTexts(shelf, count);
  return shelf;
}

/** The shelf's own document has loaded and is drawn, with so many texts. The tab may have shown an empty document before, which has none. */
export function holdsTexts(shelf: Page, count: number): Promise<unknown> {
  const isDrawn = (wanted: number) => {
    const list = document.querySelector('#texts');
    // Both are empty until the shelf has been read.
    const isRead =
      document.querySelector('#tools meter[max]') && (wanted > 0 || list?.nextSibling?.textContent);
    return document.readyState === 'complete' && isRead && list?.children.length === wanted;
  };
  return shelf.waitFor(isDrawn, [count], { message: `${count} texts on the shelf` });
}

export function says(shelf: Page, where: string, words: string): Promise<unknown> {
  return shelf.waitFor(
    (selector, wanted) => document.querySelector(selector)?.textContent?.includes(wanted),
    [where, words],
    { message: `"${words}" in ${where}` },
  );
}

/** Gives the page a file as its reader would choose it: no driver reaches the browser's own dialog. */
export async function takeIn(shelf: Page, json: string): Promise<void> {
  await shelf.evaluate((text) => {
    const input = document.querySelector('input[type=file]') as HTMLInputElement; // A drawn shelf has one.
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], 'shelf.json'));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
  }, json);
}

/** The file of a shelf with these texts in it. */
export const toFile = (...texts: object[]) => JSON.stringify({ kind: 'light-shelf', version: 2, texts });

/** Chooses how much the shelf may hold. */
export function chooseLimit(shelf: Page, limitMb: number): Promise<void> {
  return shelf.evaluate((wanted) => {
    const limit = document.querySelector('#limit') as HTMLSelectElement; // A drawn shelf has it.
    limit.value = String(wanted);
    limit.dispatchEvent(new Event('change'));
  }, limitMb);
}
