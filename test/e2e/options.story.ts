// Stories of the settings page: what it says, how it is reached without a mouse, and that it fits.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';
import { waitUntil } from '../browser/tab.ts';
import { answer, whenAsked } from './reader.ts';

const readChoice = (options: Page) =>
  options.evaluate(() => ({
    chosen: document.querySelector<HTMLInputElement>('[name=patience]:checked')?.value,
    focused: (document.activeElement as HTMLInputElement | null)?.value,
  }));

story.oldest('the patience is chosen with the arrow keys, and stays', async ({ browser }) => {
  const options = await browser.extensionPage('options.html');
  await options.click('label[for=patience-normal]');
  deepEqual(await readChoice(options), { chosen: 'normal', focused: 'normal' });
  await options.press('ArrowDown');
  const other = await browser.extensionPage('options.html');
  await other.waitFor(() => document.querySelector<HTMLInputElement>('#patience-patient')?.checked);
  await options.select();
  deepEqual(await readChoice(options), { chosen: 'patient', focused: 'patient' });
  await options.press('ArrowDown');
  await other.waitFor(() => document.querySelector<HTMLInputElement>('#patience-never')?.checked);
  ok(await other.evaluate(() => document.querySelector<HTMLInputElement>('#unasked')?.disabled));
});

story.oldest('the keys of the button are told where there are some', async ({ browser }) => {
  const options = await browser.extensionPage('options.html');
  await options.appears('#never .note');
  const hasKeys = await options.evaluate(() => {
    type Api = { commands?: object };
    const { browser: own, chrome: theirs } = globalThis as { browser?: Api; chrome?: Api };
    return Boolean((own ?? theirs)?.commands);
  });
  const keys = hasKeys ? / Shortcut: \S+L$/ : /also on these sites\.$/;
  match((await options.text('#never .note')) ?? '', keys);
});

/** Waits until the last slow page and what was decided about it are told so. */
function tellsOfLast(options: Page, words: string): Promise<unknown> {
  return options.waitFor(
    (wanted) => {
      const said = document.querySelector('#recent li')?.textContent ?? '';
      if (said.includes(wanted)) return said.startsWith('news.localhost');
      throw new Error(document.querySelector('#recent')?.textContent ?? 'nothing is told');
    },
    [words],
    { message: `"${words}" to be told` },
  );
}

story('why the reader was asked, or was not, is told page by page', async ({ browser, visit }) => {
  const options = await browser.extensionPage('options.html');
  await options.waitFor(() => document.querySelector('#recent')?.textContent?.includes('No page was slow'));
  const page = await visit('/special/head-script-never');
  await whenAsked(page);
  await tellsOfLast(await browser.extensionPage('options.html'), 'Waiting for never.localhost');
  await page.select();
  await answer(page, 'never');
  await page.disappears('[data-light=prompt]');
  await visit('/special/head-script-never');
  // A page that nobody looks at is not judged: the settings are opened when it has been.
  const readDecisions = () => chrome.storage.session.get('decisions').then(({ decisions }) => decisions);
  await waitUntil(async () => JSON.stringify(await browser.inExtension(readDecisions)).includes('"never"'), {
    message: 'what was decided to be noted',
  });
  await tellsOfLast(await browser.extensionPage('options.html'), 'You chose not to be asked on this site.');
});

story('the settings fit a narrow phone', async ({ browser }) => {
  const options = await browser.extensionPage('options.html');
  await options.setViewport(320, 568);
  await options.appears('#access p');
  equal(await options.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

story('settings that are damaged leave the rest as it is, and the page says so', async ({ browser }) => {
  await browser.inExtension(() =>
    chrome.storage.local.set({ never: 5, refused: {}, patience: 'eager', unasked: true }),
  );
  const options = await browser.extensionPage('options.html');
  await options.waitFor(() => document.querySelector<HTMLInputElement>('#patience-eager')?.checked);
  await options.waitFor(() => document.querySelector('#dropped')?.textContent?.includes('could not be read'));
  await options.appears('#never');
});

/** What the stories store with the extension's rights. */
declare const chrome: {
  storage: {
    local: { set(values: object): Promise<void> };
    session: { get(key: string): Promise<Record<string, unknown>> };
  };
};
