// Does what a view asks for its site: decides for it, has its scripts loaded, or the page itself until a check is passed.
import type { SiteChoice } from '../../common/messages.ts';
import { toSite } from '../../common/sites.ts';
import { changeSettings } from '../../common/stored/settings.ts';
import { applySites } from '../sites/apply-sites.ts';
import { choose } from '../sites/site-choices.ts';
import { joinTab } from '../tab/join-tab.ts';
import { changeTab } from '../tab/reconcile.ts';
import type { Asker } from './asker.ts';
import { injectLight } from './inject.ts';
import { tellFacts } from './tab-facts.ts';

/** Decides for the site of the document that asks, or takes it back. */
export async function decideForSite(
  asker: Asker,
  { choice, on }: { choice: SiteChoice; on: boolean },
): Promise<void> {
  await choose(asker, choice, on);
  if (choice !== 'scripted') await applySites();
  await tellFacts(asker);
}

/**
 * Switches the document that asks, and has its site always light from here on.
 * @throws where the document is gone or may not be scripted; nothing is decided then.
 */
export async function switchSite(asker: Asker): Promise<void> {
  await injectLight(asker, 'show');
  await decideForSite(asker, { choice: 'always', on: true });
}

/** From here on the reader is asked also on a bad connection. */
export async function stopUnasked(asker: Asker): Promise<void> {
  await changeSettings(() => ({ unasked: false }));
  await tellFacts(asker);
}

/** The next load of the tab, and what follows it on the same site, brings scripts. */
export async function loadScripts({ tabId, address, isPrivate }: Asker): Promise<void> {
  await joinTab({ tabId, address, isPrivate, page: null });
  await changeTab(tabId, { kind: 'scripts', site: toSite(new URL(address).hostname) });
}

/** The next load of the tab brings the page itself. */
export async function passCheck({ tabId, isPrivate }: Asker): Promise<void> {
  await changeTab(tabId, { kind: 'pass', isPrivate, at: Date.now() });
}
