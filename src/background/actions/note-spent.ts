// Adds what a page has cost to the totals of its week. Nothing of private windows.
import browser from 'webextension-polyfill';
import type { Asks } from '../../common/messages.ts';
import { addSpent, parseSpent, SPENT_KEY } from '../../common/stored/spent.ts';
import type { Asker } from './asker.ts';

export async function noteSpent({ isPrivate }: Asker, spent: Asks['spent']): Promise<void> {
  if (isPrivate) return;
  await navigator.locks.request(SPENT_KEY, async () => {
    const weeks = parseSpent((await browser.storage.local.get(SPENT_KEY))[SPENT_KEY]);
    await browser.storage.local.set({ [SPENT_KEY]: addSpent(weeks, spent, new Date()) });
  });
}
