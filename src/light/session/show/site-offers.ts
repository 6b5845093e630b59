// What the view says and offers about its page and site: pure functions from what is known of them to sentences and presses, and what these do.
import type { TabFacts } from '../../../common/isolated-world.ts';
import { ask } from '../../../common/messages.ts';
import { type MessageName, toText } from '../../../common/words/translations.ts';
import { isObstacle, isPrivateNature, type Nature } from '../../page/classify-page.ts';
import type { PageOffers } from '../../page/page-offers.ts';
import type { Note } from '../state/session-note.ts';

const NATURES: Record<Nature, MessageName> = {
  portal: 'obstaclePortal',
  check: 'obstacleCheck',
  payment: 'obstaclePrivate',
  login: 'obstaclePrivate',
  consent: 'obstacleConsent',
  form: 'unfit',
  map: 'unfit',
  video: 'unfit',
  app: 'unfit',
};

/** What is known: what the background has told, what the page holds, and what its scripts cost as it is shown. */
interface Known {
  facts: TabFacts | undefined;
  offers: PageOffers | undefined;
  scriptsCost: string;
}

/** What a view says and offers below its text; nothing of the site before the background has told what holds there. */
export function toSiteOffers({ facts, offers, scriptsCost }: Known): Note {
  const hasObstacle = isObstacle(offers?.nature ?? null);
  return {
    sentences: [
      ...(facts?.isUnasked ? [toText('unaskedWhy')] : []),
      ...(facts?.hasScripts ? [toText('scriptsCost', scriptsCost)] : []),
    ],
    presses: {
      ...(hasObstacle ? { pass: toText('passCheck') } : {}),
      ...(facts ? toSitePresses(facts) : {}),
    },
  };
}

function toSitePresses({ always, never, scripted, hasScripts, isUnasked }: TabFacts): Note['presses'] {
  return {
    ...(isUnasked ? { stopUnasked: toText('unaskedStop') } : {}),
    ...(hasScripts && !scripted ? { scriptsAlways: toText('scriptsAlways') } : {}),
    ...(scripted ? { scriptsUndo: toText('scriptsUndo') } : {}),
    ...(always ? { alwaysUndo: toText('alwaysUndo') } : { always: toText('alwaysHere') }),
    ...(never || always ? {} : { never: toText('neverHere') }),
  };
}

/** What the view says above its text of the page itself. */
export function toPageSentences({ nature, errorStatus }: PageOffers): string[] {
  return [
    ...(errorStatus ? [toText('siteError', String(errorStatus))] : []),
    ...(nature ? [toText(NATURES[nature])] : []),
  ];
}

/** What is said of a page in which there is nothing to read. `isBare`: it came, or was stopped, without its scripts. */
export function toNothingNote(
  { facts, offers }: Omit<Known, 'scriptsCost'>,
  isBare: boolean,
): { sentence: string; presses: Note['presses'] } {
  const { nature = null, errorStatus = 0, hasScripts = false } = offers ?? {};
  if (isObstacle(nature)) {
    const presses: Note['presses'] = isBare ? { pass: toText('passCheck') } : {};
    return { sentence: toText(NATURES[nature]), presses };
  }
  if (errorStatus) return { sentence: toText('siteError', String(errorStatus)), presses: {} };
  if (isBare && hasScripts && !facts?.hasScripts)
    return { sentence: toText('needsScripts'), presses: { scripts: toText('loadScripts') } };
  return { sentence: toText(nature ? NATURES[nature] : 'nothingHere'), presses: {} };
}

/** Whether the page is none of Light's, and the tab light by a rule and not by its reader: it is given back unasked. */
export function isGivenBack({ facts, offers }: Omit<Known, 'scriptsCost'>): boolean {
  return facts !== undefined && facts.by !== 'reader' && isPrivateNature(offers?.nature ?? null);
}

/** What each of these presses does. */
export const SITE_PRESSES = {
  always: () => ask('site', { choice: 'always', on: true }),
  alwaysUndo: () => ask('site', { choice: 'always', on: false }),
  never: () => ask('site', { choice: 'never', on: true }),
  scriptsAlways: () => ask('site', { choice: 'scripted', on: true }),
  scriptsUndo: () => ask('site', { choice: 'scripted', on: false }),
  scripts: () => ask('scripts'),
  stopUnasked: () => ask('stop-unasked'),
  pass: () => ask('pass'),
} as const;
