// Without this, a slow page would ask at the wrong moment, on the wrong site, or never: it decides when the reader is asked, and how.
import { NOT_HERE, type SlowReport } from '../common/messages.ts';
import { isResting } from '../common/resting.ts';
import { readSettings } from '../common/settings.ts';
import { type Asker, injectLight, injectPrompt } from './acts.ts';
import { learnLink } from './link.ts';
import { isTime, PATIENCE_MS } from './patience.ts';
import { toReason } from './reason.ts';
import { isLight } from './rules.ts';

/**
 * Asks the reader where it is time to, or switches where that is what the reader wants.
 * @throws `NOT_HERE` where nothing more is to be asked on this load.
 */
export async function askReader(asker: Asker, report: SlowReport): Promise<void> {
  const { link, toldMs } = await learnLink(asker, report);
  const { patience, unasked, never, refused } = await readSettings();
  const { hostname } = new URL(asker.address);
  const isOver = never.includes(hostname) || isResting(refused, hostname, Date.now());
  if (patience === 'never' || isOver || (await isLight(asker.tabId))) throw new Error(NOT_HERE);
  if (!isTime(report, PATIENCE_MS[patience][link], toldMs)) return;
  // The next look may come before the page has what this one puts there.
  await navigator.locks.request(`ask ${asker.tabId}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    if (!unasked || link !== 'bad') return injectPrompt(asker, toReason(report, hostname));
    await injectLight(asker, 'show');
    throw new Error(NOT_HERE);
  });
}
