// Remembers why the reader was asked about a slow page, or was not, for the settings to say. Nothing of private windows, and in memory only.
import browser from 'webextension-polyfill';
import { isAmong } from '../../common/sites.ts';
import { DECISIONS_KEY, type Decision, MOST_DECISIONS } from '../../common/stored/recent-decisions.ts';
import { readSettings } from '../../common/stored/settings.ts';
import type { Asker } from '../actions/asker.ts';

export async function noteDecision({ address, isPrivate }: Asker, why: Decision['why']): Promise<void> {
  if (isPrivate) return;
  const decision: Decision = { host: new URL(address).hostname, at: Date.now(), why };
  await navigator.locks.request(DECISIONS_KEY, async () => {
    const stored = (await browser.storage.session.get(DECISIONS_KEY))[DECISIONS_KEY] as
      | Decision[]
      | undefined;
    const kept = [decision, ...(stored ?? [])].slice(0, MOST_DECISIONS);
    // Expected where the memory is full: it costs no question.
    await browser.storage.session.set({ [DECISIONS_KEY]: kept }).catch(() => {});
  });
}

/** Why a reader who has decided so is not asked. */
export async function noteSilence(asker: Asker): Promise<void> {
  const { patience, never } = await readSettings();
  const isNever = isAmong(never, new URL(asker.address).hostname);
  await noteDecision(asker, { kind: patience === 'never' ? 'patience' : isNever ? 'never' : 'resting' });
}
