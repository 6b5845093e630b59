// Keeps the text of an open article, which costs nothing, or has a link fetched to be kept; opens the shelf.
import browser from 'webextension-polyfill';
import { type Answer, type Asks, DONE, type KeepLink, toRefusal } from '../../common/messages.ts';
import { readShelved, writeShelved } from '../../common/shelf/shelf-database.ts';
import { readLimitBytes } from '../../common/shelf/shelf-limit.ts';
import { SHELF_OFFER_KEY } from '../../common/shelf/shelf-offer.ts';
import { type Shelving, toShelfKey } from '../../common/shelf/shelved.ts';
import { isDiskFull } from '../../common/shelf/storage-failure.ts';
import { toRecords } from '../../common/shelf/to-records.ts';
import type { Asker } from '../actions/asker.ts';
import { injectShelving } from '../actions/inject.ts';
import { changeTab } from '../tab/reconcile.ts';
import type { Notice } from '../tab/tab-record.ts';
import { fetchPictures } from './fetch-pictures.ts';
import { addToQueue } from './run-queue.ts';

type OpenTab = Pick<Asker, 'tabId' | 'isPrivate'>;

/**
 * Writes the text of the document that asks, under the address that the browser names. `private` in private windows, `full` where only unread texts
 * could make room, `disk` where the disk is full, `failed` where the browser stores nothing.
 */
export async function shelve(
  { isPrivate, address: of }: Asker,
  { text, pictures }: Asks['shelve'],
): Promise<Answer> {
  if (isPrivate) return toRefusal('private');
  try {
    const address = toShelfKey(of);
    const records = toRecords({ ...text, address }, Date.now());
    const limitBytes = await readLimitBytes();
    const written = await writeShelved({
      records,
      limitBytes,
      pictures: await fetchPictures(address, pictures),
    });
    return written === 'full' ? toRefusal('full') : DONE;
  } catch (error) {
    // Told of in the view: a full disk, and storage that was denied, are no faults of Light's.
    console.warn(error);
    return toRefusal(isDiskFull(error) ? 'disk' : 'failed');
  }
}

/** The same for a page that its context menu was pressed on: its button says what has come of it. */
export async function shelvePage(asker: Asker, shelving: Shelving | null): Promise<void> {
  const { ok } = shelving ? await shelve(asker, { text: shelving, pictures: [] }) : toRefusal('failed');
  await say(asker.tabId, ok ? 'kept' : 'notKept');
}

/** Keeps the page of a tab: as it stands in the view, or as it is read now. */
export async function keepPage({ tabId, isPrivate }: OpenTab): Promise<void> {
  if (isPrivate) return say(tabId, 'notKept');
  try {
    await injectShelving(tabId);
  } catch {
    // Expected where extensions may not act: stores, viewers, error pages.
    await say(tabId, 'notKept');
  }
}

/** Has a link fetched beside the tab. */
export async function keepLink({ tabId, isPrivate }: OpenTab, link: KeepLink): Promise<void> {
  if (isPrivate) return say(tabId, 'notKept');
  try {
    await addToQueue([link]);
    await say(tabId, 'kept');
  } catch (error) {
    console.warn(error);
    await say(tabId, 'notKept');
  }
}

/** Says on the toolbar button whether it was kept. */
async function say(tabId: number, notice: Notice): Promise<void> {
  await changeTab(tabId, { kind: 'notice', notice, at: Date.now() });
}

/** Whether the text of that address is kept; not where the browser stores nothing. */
export async function isShelved(address: string): Promise<boolean> {
  const opened = await readShelved(toShelfKey(address)).catch(() => null);
  return opened !== null;
}

/** Opens the shelf beside a tab, with links to choose from. */
export async function openShelf(openerTabId: number, links: KeepLink[]): Promise<void> {
  if (links.length > 0) await browser.storage.session.set({ [SHELF_OFFER_KEY]: links });
  const { windowId, index } = await browser.tabs.get(openerTabId);
  const url = browser.runtime.getURL(links.length > 0 ? 'shelf.html#offer' : 'shelf.html');
  await browser.tabs.create({ url, index: index + 1, ...(windowId !== undefined && { windowId }) });
}
