// Opens the page that shows the question and the button, where Light has just been installed.
import browser, { type Runtime } from 'webextension-polyfill';
import { readDirection } from '../../common/words/translations.ts';
import { isPrivateTwin } from '../tab/private-twin.ts';

/** Not after an update of Light or of the browser. */
export async function welcome({ reason }: Runtime.OnInstalledDetailsType): Promise<void> {
  if (reason !== 'install' || isPrivateTwin()) return;
  // Chromium reads all sentences of an extension at the first that is asked for, once a process. Where the page that asks is closed meanwhile, it takes it
  // that there are none, for the background, too, until it is started again: so the background asks first.
  readDirection();
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}
