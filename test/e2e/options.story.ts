// The settings: what they say, how they are reached without a mouse, and that they fit.
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';
import { story } from '../browser/story.ts';

const readChoice = (options: Page) =>
  options.evaluate(() => ({
    chosen: document.querySelector<HTMLInputElement>('[name=patience]:checked')?.value,
    focused: (document.activeElement as HTMLInputElement | null)?.value,
  }));

story('the patience is chosen with the arrow keys, and stays', async ({ browser }) => {
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

story('the settings fit a narrow phone', async ({ browser }) => {
  const options = await browser.extensionPage('options.html');
  await options.setViewport(320, 568);
  await options.appears('#access p');
  equal(await options.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});
