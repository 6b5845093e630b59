// Stories of the settings page: what it says, how it is reached without a mouse, and that it fits.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';

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
declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };
