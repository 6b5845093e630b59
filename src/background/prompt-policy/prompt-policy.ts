// Decides whether the reader is asked about a slow page, when, and how.
import { type Answer, DONE, type SlowReport, toRefusal } from '../../common/messages.ts';
import { readSettings } from '../../common/stored/settings.ts';
import type { Asker } from '../actions/asker.ts';
import { injectLight, injectPrompt, isPrivatePage } from '../actions/inject.ts';
import { isLight } from '../tab/tab-store.ts';
import { learnLink, readLink } from './network-quality.ts';
import { toReason } from './prompt-reason.ts';
import { isTime, PATIENCE_MS } from './prompt-timing.ts';
import { noteDecision, noteSilence } from './recent-decisions.ts';
import { isRefused } from './refusals.ts';

/**
 * Asks the reader where it is time to, or switches where that is what the reader wants. `not-here` where nothing more is to be asked on
 * this load.
 */
export async function askReader(asker: Asker, report: SlowReport): Promise<Answer> {
  const { link, toldMs } = await learnLink(asker, report);
  const { patience, unasked } = await readSettings();
  if (await isLight(asker.tabId)) return toRefusal('not-here');
  if (patience === 'never' || (await isRefused(asker))) {
    await noteSilence(asker);
    return toRefusal('not-here');
  }
  if (!isTime(report, PATIENCE_MS[patience][link], toldMs)) return DONE;
  // The next look may come before the page has what this one puts there.
  return navigator.locks.request(`ask ${asker.tabId}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return DONE;
    if (await isPrivatePage(asker)) return toRefusal('not-here');
    if (unasked && link === 'bad') {
      await injectLight({ ...asker, by: 'link' }, 'show');
      await noteDecision(asker, { kind: 'unasked' });
      return toRefusal('not-here');
    }
    const reason = toReason(report, new URL(asker.address).hostname);
    await injectPrompt(asker, reason);
    await noteDecision(asker, { kind: 'asked', ...reason });
    return DONE;
  });
}

/** Whether pages come as their text by themselves now: the link is bad, and the reader wants not to be asked then. */
export async function isUnaskedNow(asker: Asker): Promise<boolean> {
  const { patience, unasked } = await readSettings();
  return unasked && patience !== 'never' && (await readLink()) === 'bad' && !(await isRefused(asker));
}
