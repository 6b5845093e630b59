// Registers the content script by which pages ask whether they are to be light: each new page while some tab is light, and always those of the
// sites that are always light.
import browser from 'webextension-polyfill';
import { isPrivateTwin } from '../tab/private-twin.ts';

const JS = ['light-tab.js'];
const ALL = ['http://*/*', 'https://*/*'];
const toId = () => (isPrivateTwin() ? 'private-light-tab' : 'light-tab');
const SITES = 'light-sites';
const BAD_LINK = 'light-bad-link';
const PRIVATE_BAD_LINK = 'private-light-bad-link';
const PRIVATE_SITES = 'private-light-sites';

/** Registers the script or takes it out; nothing where it is as wanted already. */
export async function registerLightTabScript(isWanted: boolean): Promise<void> {
  await register(toId(), isWanted ? ALL : [], false);
}

/** Registers it while every page is to come as its text: on a bad connection, for a reader who wants not to be asked. */
export async function registerBadLinkScript(isWanted: boolean): Promise<void> {
  await register(isPrivateTwin() ? PRIVATE_BAD_LINK : BAD_LINK, isWanted ? ALL : [], false);
}

/** Registers it for the pages of these sites. */
export async function registerSiteScript(sites: string[], isPrivate: boolean): Promise<void> {
  const matches = sites.map((site) => (/^[\d.]+$/.test(site) ? `*://${site}/*` : `*://*.${site}/*`));
  // What is set in a private window is not to outlive it.
  await register(isPrivate ? PRIVATE_SITES : SITES, matches, !isPrivate);
}

async function register(id: string, matches: string[], persistAcrossSessions: boolean): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const isSame = [...(registered?.matches ?? [])].sort().join() === [...matches].sort().join();
  if (isSame) return;
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id, js: JS, matches, runAt: 'document_start', persistAcrossSessions },
  ]);
}
