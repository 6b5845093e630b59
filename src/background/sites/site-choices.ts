// Reads and changes what the reader has decided for a site: always light, never asked about, scripts loaded. What is decided in a private
// window is not written to disk, and holds in private windows until the browser ends.
import browser from 'webextension-polyfill';
import type { SiteChoice } from '../../common/messages.ts';
import { addSite, dropSite, isAmong, toSite } from '../../common/sites.ts';
import { changeSettings, readSettings } from '../../common/stored/settings.ts';
import type { Asker } from '../actions/asker.ts';

/** Where a choice is made: an address, and in which windows. */
export type Place = Pick<Asker, 'address' | 'isPrivate'>;

export type Choices = Record<SiteChoice, string[]>;

const KEYS = { always: 'privateAlways', never: 'privateNever', scripted: 'privateScripted' } as const;
/** A site cannot be both. */
const OPPOSITE: Partial<Record<SiteChoice, SiteChoice>> = { always: 'never', never: 'always' };

/** What was decided in private windows. */
export async function readPrivateChoices(): Promise<Choices> {
  const stored = (await browser.storage.session.get(Object.values(KEYS))) as Record<string, string[]>;
  const { privateAlways = [], privateNever = [], privateScripted = [] } = stored;
  return { always: privateAlways, never: privateNever, scripted: privateScripted };
}

/**
 * What holds in such windows. In private ones nothing that changes how sites come holds but what was decided there; not to be asked is
 * decided for all.
 */
export async function readChoices(isPrivate: boolean): Promise<Choices> {
  const { always, never, scripted } = await readSettings();
  if (!isPrivate) return { always, never, scripted };
  const own = await readPrivateChoices();
  return { ...own, never: [...never, ...own.never] };
}

export async function isChosen(choice: SiteChoice, { address, isPrivate }: Place): Promise<boolean> {
  return isAmong((await readChoices(isPrivate))[choice], new URL(address).hostname);
}

/** Decides something for the site of an address, or takes it back; what contradicts it goes. */
export async function choose({ address, isPrivate }: Place, choice: SiteChoice, on: boolean): Promise<void> {
  const { hostname } = new URL(address);
  const change = (before: Choices) => toChanged(before, hostname, choice, on);
  if (!isPrivate) return changeSettings(change);
  await navigator.locks.request('private-choices', async () => {
    const changed = Object.entries(change(await readPrivateChoices()));
    const stored = changed.map(([name, sites]) => [KEYS[name as SiteChoice], sites]); // One of the choices' own names.
    await browser.storage.session.set(Object.fromEntries(stored));
  });
}

function toChanged(before: Choices, hostname: string, choice: SiteChoice, on: boolean): Partial<Choices> {
  if (!on) return { [choice]: dropSite(before[choice], hostname) };
  const opposite = OPPOSITE[choice];
  const isContradicted = opposite && isAmong(before[opposite], hostname);
  return {
    [choice]: addSite(before[choice], toSite(hostname)),
    ...(isContradicted && { [opposite]: dropSite(before[opposite], hostname) }),
  };
}
