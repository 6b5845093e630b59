// Has a tab join the light rules, where the reader lets Light act on its site.
import browser from 'webextension-polyfill';
import { isWebAddress } from '../../common/addresses.ts';
import { type Answer, DONE, toRefusal } from '../../common/messages.ts';
import { changeTab } from './reconcile.ts';
import type { PageId } from './tab-record.ts';

/**
 * Whether Light may refuse this site's requests: the reader may have taken its access back, or never given it. `null`: whichever it is. Of the browser's
 * and of extensions' own pages there are none to refuse, and to ask for them is an error.
 */
export async function hasAccess(address: string | null): Promise<boolean> {
  if (!address) return browser.permissions.contains({ origins: ['http://*/*', 'https://*/*'] });
  if (!isWebAddress(address)) return false;
  const { protocol, hostname } = new URL(address);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

interface Joining {
  tabId: number;
  /** `null` where it is not known. */
  address: string | null;
  isPrivate: boolean;
  page: PageId | null;
}

/**
 * From here on the tab asks for nothing but HTML. `no-access` where Light may not refuse the site's requests; `failed` where the browser did not let
 * the rules hold, and then none of them holds.
 */
export async function joinTab({ tabId, address, ...joining }: Joining): Promise<Answer> {
  const at = Date.now();
  if (!(await hasAccess(address))) {
    await changeTab(tabId, { kind: 'leave', reload: false, at });
    return toRefusal('no-access');
  }
  try {
    await changeTab(tabId, { kind: 'join', ...joining, at });
    return DONE;
  } catch (error) {
    console.error(error);
    await changeTab(tabId, { kind: 'leave', reload: false, at });
    return toRefusal('failed');
  }
}
