// Tells the view of a light tab what holds for the tab and its site.
import browser from 'webextension-polyfill';
import { type TabFacts, tellWorld } from '../../common/isolated-world.ts';
import { isAmong, isOfSite } from '../../common/sites.ts';
import { readSettings } from '../../common/stored/settings.ts';
import { findEdition } from '../sites/editions.ts';
import { readChoices } from '../sites/site-choices.ts';
import { readTab } from '../tab/tab-store.ts';
import type { Asker } from './asker.ts';
import { readReadingPlace } from './reading-places.ts';

async function readFacts(asker: Asker): Promise<TabFacts> {
  const { tabId, address, isPrivate } = asker;
  const [tab, settings, { always, never, scripted }, place] = await Promise.all([
    readTab(tabId),
    readSettings(),
    readChoices(isPrivate),
    readReadingPlace(asker),
  ]);
  const { hostname } = new URL(address);
  return {
    always: isAmong(always, hostname),
    never: isAmong(never, hostname),
    scripted: isAmong(scripted, hostname),
    by: tab?.by ?? 'reader',
    isUnasked: tab?.by === 'link' && settings.unasked,
    hasScripts: Boolean(tab?.scripts && isOfSite(hostname, tab.scripts)),
    edition: findEdition(address),
    place,
  };
}

/** Tells the document that asked. Not awaited where it is called: nobody waits for that. */
export async function tellFacts(asker: Asker): Promise<void> {
  const { tabId, documentId } = asker;
  const target = documentId ? { tabId, documentIds: [documentId] } : { tabId };
  const facts = await readFacts(asker);
  // Expected where the document has gone meanwhile.
  await browser.scripting
    .executeScript({ target, injectImmediately: true, args: [{ facts }], func: tellWorld })
    .catch(() => {});
}
