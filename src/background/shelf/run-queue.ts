// Plays the queue of addresses to be kept: one after another, on from where it was when the background or the browser ended.
import browser from 'webextension-polyfill';
import type { KeepLink } from '../../common/messages.ts';
import {
  isUnderWay,
  type KeepQueue,
  type QueueEvent,
  stepQueue,
  toComing,
} from '../../common/shelf/keep-queue.ts';
import { changeQueue, readArticles, readQueue, writeShelved } from '../../common/shelf/shelf-database.ts';
import { readLimitBytes } from '../../common/shelf/shelf-limit.ts';
import { SHELF_PROGRESS_KEY } from '../../common/shelf/shelf-offer.ts';
import { toShelfKey } from '../../common/shelf/shelved.ts';
import { isDiskFull } from '../../common/shelf/storage-failure.ts';
import { toRecords } from '../../common/shelf/to-records.ts';
import { hasAccess } from '../tab/join-tab.ts';
import { isPrivateTwin } from '../tab/private-twin.ts';
import { extractText } from './extract-text.ts';
import { type Fetched, fetchHtml } from './fetch-html.ts';

/** Wakes the background while addresses are left; the least that Firefox allows is a minute. */
const QUEUE_ALARM = 'keep-queue';
const ALARM_MINUTES = 1;
/** In `storage.local` while addresses are left. */
const MARK = 'keepQueueUnderWay';

/** Adds addresses to the queue, without those that are kept, and begins. Resolves when they stand in the queue, and not when they have come. */
export async function addToQueue(links: KeepLink[]): Promise<void> {
  const present = (await readArticles()).map(({ address }) => address);
  const wanted = links.map(({ address, title }) => ({ address: toShelfKey(address), title }));
  await changeAndRun({ type: 'added', links: wanted, present });
}

export async function stopQueue(): Promise<void> {
  await change({ type: 'stopped' });
}

/** Goes on with what is left from before, if anything is. */
export async function resumeQueue(by: 'reader' | 'clock'): Promise<void> {
  // The background of private windows keeps nothing, and sees another shelf.
  if (isPrivateTwin()) return;
  if (by === 'reader' || (await isMarked())) await changeAndRun({ type: 'resumed', by });
}

async function changeAndRun(event: QueueEvent): Promise<void> {
  await change(event);
  runQueue().catch((error: unknown) => console.error(error));
}

async function change(event: QueueEvent): Promise<KeepQueue> {
  const queue = await changeQueue((before) => stepQueue(before, event));
  await tellPages(0);
  return queue;
}

async function tellPages(bytes: number): Promise<void> {
  await browser.storage.session.set({ [SHELF_PROGRESS_KEY]: { bytes, at: Date.now() } });
}

/** Fetches what waits until nothing does. Two at once would be one after another: the second finds nothing left. */
async function runQueue(): Promise<void> {
  await markUnderWay(true);
  await navigator.locks.request('keep-queue', async () => {
    for (let next = await begin(); next; next = await begin()) await keepNext(next);
  });
  await markUnderWay(isUnderWay(await readQueue()));
}

/** Has the background wake up while addresses are left, also after a restart of the browser: Firefox forgets its alarms then. */
async function markUnderWay(isMarked: boolean): Promise<void> {
  if (isMarked) {
    await browser.storage.local.set({ [MARK]: true });
    await browser.alarms.create(QUEUE_ALARM, { periodInMinutes: ALARM_MINUTES });
  } else {
    await browser.storage.local.remove(MARK);
    await browser.alarms.clear(QUEUE_ALARM);
  }
}

/** Read at each start of the background, in place of a database that most readers do not have. */
async function isMarked(): Promise<boolean> {
  return (await browser.storage.local.get(MARK))[MARK] === true;
}

/** The address to be fetched now; `null` where there is none. */
async function begin(): Promise<string | null> {
  const queue = await change(navigator.onLine ? { type: 'begun' } : { type: 'offline' });
  return (queue.state === 'running' && toComing(queue)?.address) || null;
}

/** Fetches one address, and steps the queue by what has come of it. */
async function keepNext(address: string): Promise<void> {
  const fetched = (await hasAccess(address))
    ? await fetchHtml(address, (bytes) => isWanted(address, bytes))
    : ({ kind: 'refused', bytes: 0, isFinal: true } as const);
  if (fetched.kind !== 'html') return void (await change(toFailure(address, fetched)));
  const { bytes } = fetched;
  const found = await extractText(fetched);
  if (!found) return void (await change({ type: 'failed', address, bytes, isFinal: true }));
  // Under the address that was asked for: a redirect may lead to one that is another each time.
  const records = toRecords({ ...found, address }, Date.now());
  const step = (queue: KeepQueue) => stepQueue(queue, { type: 'kept', address, bytes });
  const written = await writeShelved({ records, limitBytes: await readLimitBytes(), step }).catch(onDiskFull);
  if (written === 'full') await change({ type: 'full', address });
  await tellPages(0);
}

function toFailure(address: string, fetched: Exclude<Fetched, { kind: 'html' }>): QueueEvent {
  if (fetched.kind === 'silent') return { type: 'silent', address };
  return { type: 'failed', address, bytes: fetched.bytes, isFinal: fetched.isFinal };
}

/** The reader may have stopped it. Asked while it comes. */
async function isWanted(address: string, bytes: number): Promise<boolean> {
  await tellPages(bytes);
  return toComing(await readQueue())?.address === address;
}

function onDiskFull(error: unknown): 'full' {
  if (isDiskFull(error)) return 'full';
  throw error;
}
