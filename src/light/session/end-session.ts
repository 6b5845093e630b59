// Plays what ends a view session beside the view itself: the background is asked to act on the tab, or the reader is told why the page stays.

import { whenLater } from '../../common/document/when-later.ts';
import { readWorld } from '../../common/isolated-world.ts';
import { ask } from '../../common/messages.ts';
import type { PageOffers } from '../page/page-offers.ts';
import { showNothing, showToast } from '../view/toast.ts';
import { showNote, type View } from '../view/view.ts';
import { isAlive } from './extension-context.ts';
import { isGivenBack, SITE_PRESSES, toNothingNote } from './show/site-offers.ts';
import type { Effect } from './state/session-events.ts';
import type { Below } from './state/session-state.ts';

export type EndEffect = Extract<
  Effect,
  { type: 'askLeave' | 'askLoad' | 'askReplay' | 'sayNothing' | 'sayFailed' | 'sayLost' }
>;

interface Ending {
  view: View;
  below: Below;
  /** The tab may be about to join the rules. */
  joining: Promise<unknown>;
  /** What the page has beside its text. */
  offers: PageOffers | undefined;
}

export function playEnd(effect: EndEffect, { view, below, joining, offers }: Ending): void {
  switch (effect.type) {
    case 'askLeave': {
      const left = askLeave(effect.reload, joining);
      if (!effect.reload) readWorld().left = left;
      return;
    }
    case 'askLoad':
      ask('load', { bypassWorker: false }).then(({ ok }) => ok || sayGone(view));
      return;
    case 'askReplay':
      ask('replay');
      return;
    case 'sayNothing':
      sayNothing(below, offers);
      return;
    case 'sayFailed':
      showToast(isAlive() ? 'failed' : 'gone', true);
      return;
    case 'sayLost':
      showToast('lostScreen', below !== 'whole');
  }
}

/** What holds for the tab is told within this after it has joined, in ms; after that the reader has waited long enough. */
const FACTS_MS = 1000;

function whenFacts(): Promise<unknown> {
  const world = readWorld();
  if (world.facts) return Promise.resolve();
  const told = new Promise<void>((resolve) => {
    world.onFacts = () => resolve();
  });
  return Promise.race([told, whenLater(FACTS_MS)]);
}

/** What a browser shows in a viewer of its own: all of it is there, as it would be without Light. */
const VIEWED = /^(application\/pdf|image|audio|video)/;

/** Says why there is nothing to read, unless the tab goes on by itself: to the page, or to its scripts. */
async function sayNothing(below: Below, offers: PageOffers | undefined): Promise<void> {
  if (below === 'light' && VIEWED.test(document.contentType)) return;
  // A page that is whole is no light page yet.
  if (below !== 'whole') await whenFacts();
  const known = { facts: readWorld().facts, offers };
  const note = toNothingNote(known, below !== 'whole');
  if (below !== 'whole' && isGivenBack(known)) ask('pass');
  else if (known.facts?.scripted && note.presses.scripts) ask('scripts');
  else showNothing(below, note, SITE_PRESSES);
}

/** After the tab has joined the rules, if it was about to: the other way round it would stay in them. */
async function askLeave(reload: boolean, joining: Promise<unknown>): Promise<void> {
  await joining;
  const { ok } = await ask('leave', { reload });
  // Where the extension is gone, nothing holds the page's loads back any more.
  if (reload && !ok) location.reload();
}

/** Says that the extension has gone. The words are in the view since it was made: an extension that is gone has none. */
export function sayGone(view: View): void {
  showNote(view, [view.host.shadowRoot?.querySelector('.gone')?.textContent ?? '']);
}
