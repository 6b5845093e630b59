// Remembers where in each text its reader has left off: in memory only, until the browser ends, and nothing of private windows.
import browser from 'webextension-polyfill';
import { toPageAddress } from '../../common/addresses.ts';
import type { Asker } from './asker.ts';

const KEY = 'places';
/** The oldest goes where there are more. */
const MOST_PLACES = 200;

type Place = [address: string, block: number];

async function readPlaces(): Promise<Place[]> {
  return ((await browser.storage.session.get(KEY))[KEY] as Place[] | undefined) ?? [];
}

/** `block` as `readReadingPlace` counts. */
export async function noteReadingPlace({ address, isPrivate }: Asker, block: number): Promise<void> {
  if (isPrivate) return;
  await navigator.locks.request(KEY, async () => {
    const others = (await readPlaces()).filter(([other]) => other !== toPageAddress(address));
    const places: Place[] = block > 0 ? [...others, [toPageAddress(address), block]] : others;
    if (places.length > 0) await browser.storage.session.set({ [KEY]: places.slice(-MOST_PLACES) });
    else await browser.storage.session.remove(KEY);
  });
}

/** Where the reader has left off; 0 where that is not known. */
export async function readReadingPlace({ address, isPrivate }: Asker): Promise<number> {
  if (isPrivate) return 0;
  return (await readPlaces()).find(([other]) => other === toPageAddress(address))?.[1] ?? 0;
}
