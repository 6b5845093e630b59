// Brings the browser to the sites that are always light: its dynamic rules, and the script by which their pages ask to be shown.
import browser from 'webextension-polyfill';
import { readSettings } from '../../common/stored/settings.ts';
import { registerSiteScript } from '../rules/light-tab-script.ts';
import { applySiteRules } from '../rules/site-rules.ts';
import { isPrivateTwin } from '../tab/private-twin.ts';
import { readPrivateChoices } from './site-choices.ts';

/** Set by the build: Firefox has one background for all windows. */
declare const FIREFOX: boolean;

/** When the rules of sites were changed last, in ms since 1970, in `storage.session`; nothing since the browser or Light was started. */
const KEY = 'sitesSinceMs';

/** Does it, whatever state the browser is in. Chrome's background of private windows has its own sites, and no rules. */
export async function applySites(): Promise<void> {
  await navigator.locks.request('sites', async () => {
    if (FIREFOX || isPrivateTwin()) await registerSiteScript((await readPrivateChoices()).always, true);
    if (isPrivateTwin()) return;
    const { always } = await readSettings();
    await registerSiteScript(always, false);
    if (await applySiteRules(always)) await browser.storage.session.set({ [KEY]: Date.now() });
  });
}

/** Whether what was asked for then came under the rules of sites as they are now. */
export async function isUnderSiteRules(startedAtMs: number): Promise<boolean> {
  const { [KEY]: since = 0 } = (await browser.storage.session.get(KEY)) as { [KEY]?: number };
  return startedAtMs >= since;
}
