// Says once that Light has no access to sites, without which it neither notices slow pages nor keeps tabs light.
import browser from 'webextension-polyfill';

const ALL_SITES = { origins: ['http://*/*', 'https://*/*'] };
const KEY = 'accessSaid';

/** Opens the settings page, which says so and has a button, the first time that access is missing at a start. */
export async function sayAccessOnce(): Promise<void> {
  const [given, said] = await Promise.all([
    browser.permissions.contains(ALL_SITES),
    browser.storage.local.get(KEY),
  ]);
  if (given || said[KEY]) return;
  await browser.storage.local.set({ [KEY]: true });
  await browser.runtime.openOptionsPage();
}
