// Notes on which sites the reader keeps closing the question. In private windows nothing of that is written to disk.
import { changeSettings, readSettings } from '../../common/stored/settings.ts';
import { addRefusal, dropRefusals, isResting } from '../../common/stored/snoozed-sites.ts';
import type { Asker } from '../actions/asker.ts';
import { isChosen } from '../sites/site-choices.ts';

/** Twice lately, and the site is left alone for a while. */
export async function noteRefusal({ address, isPrivate }: Asker): Promise<void> {
  if (isPrivate) return;
  const { hostname } = new URL(address);
  await changeSettings(({ refused }) => ({ refused: addRefusal(refused, hostname, Date.now()) }));
}

/** A reader who switches on a site has not had enough of it. */
export async function forgetRefusals({ address, isPrivate }: Asker): Promise<void> {
  if (isPrivate) return;
  const { hostname } = new URL(address);
  if (!(await readSettings()).refused.some(({ host }) => host === hostname)) return;
  await changeSettings(({ refused }) => ({ refused: dropRefusals(refused, hostname) }));
}

/** Whether the reader does not want to be asked on the site of this page. */
export async function isRefused(asker: Asker): Promise<boolean> {
  if (await isChosen('never', asker)) return true;
  return isResting((await readSettings()).refused, new URL(asker.address).hostname, Date.now());
}
