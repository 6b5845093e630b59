// The table of events: without it, no question of a tab, no press of the button and no closed tab would be heard.
import browser, { type Runtime, type Tabs } from 'webextension-polyfill';
import type { Asks, Question } from '../common/messages.ts';
import { addRefusal, dropRefusals } from '../common/resting.ts';
import { changeSettings, readSettings } from '../common/settings.ts';
import {
  type Asker,
  injectLight,
  joinTab,
  leaveTab,
  openLight,
  releaseTab,
  replayTab,
  toAsker,
} from './acts.ts';
import { askReader } from './asking.ts';
import { whenTold } from './broken.ts';
import { turnTab } from './button.ts';
import { hearGoing, stopHearingGoing } from './going.ts';
import { type Ear, hearAsNeeded, hearOnWaking } from './hear.ts';
import { dropText, keepText } from './kept.ts';
import { readLink } from './link.ts';
import {
  addLightTab,
  allowImages,
  allowText,
  dropLightTab,
  isLight,
  readLightTabs,
  replaceLightTab,
} from './rules.ts';
import { showState } from './toolbar.ts';

/** Set by the build: Firefox does not say where a new tab is going. */
declare const FIREFOX: boolean;

/** A handler missing here, or one that expects something else, does not compile. */
const answers: { [K in keyof Asks]: (asker: Asker, says: Asks[K]) => Promise<unknown> } = {
  slow: (asker, report) => askReader(asker, report).finally(() => hearAsNeeded(goings)),
  switch: (asker) => injectLight(asker, 'show'),
  refuse: noteRefusal,
  never: ({ address }) =>
    changeSettings(({ never }) => ({ never: [...new Set([...never, new URL(address).hostname])] })),
  lit: onArrival,
  join: async (asker) => {
    await joinTab(asker);
    await forgetRefusals(asker);
    await listenWhileLight();
  },
  leave: async (asker, { reload }) => {
    await leaveTab(asker, reload);
    await listenWhileLight();
    if (reload) goOn(() => browser.tabs.reload(asker.tabId));
  },
  load: async ({ tabId }, { bypassWorker }) =>
    goOn(() => browser.tabs.reload(tabId, { bypassCache: bypassWorker })),
  replay: async ({ tabId }) => goOn(() => replayTab(tabId)),
  images: ({ tabId }, allowed) => allowImages(tabId, allowed),
  text: ({ tabId, address }, allowed) => allowText(tabId, allowed ? address.replace(/#.*/s, '') : null),
  ended: () => whenTold(),
  open: ({ tabId }, address) => openLight(tabId, address),
  nothing: ({ tabId }) => releaseTab(tabId),
  keep: ({ tabId }, kept) => keepText(tabId, kept),
};

/** Once the page that asked has its answer, it goes: an answer that it still waited for would fail. A tab closed meanwhile is expected. */
function goOn(navigate: () => Promise<void>): void {
  setTimeout(() => navigate().catch(() => {}));
}

/** Twice lately, and the site is left alone for a while. */
async function noteRefusal({ address, isPrivate }: Asker): Promise<void> {
  if (isPrivate) return;
  const { hostname } = new URL(address);
  await changeSettings(({ refused }) => ({ refused: addRefusal(refused, hostname, Date.now()) }));
}

/** A reader who switches on a site has not had enough of it. */
async function forgetRefusals({ address }: Asker): Promise<void> {
  const { hostname } = new URL(address);
  if (!(await readSettings()).refused.some(({ host }) => host === hostname)) return;
  await changeSettings(({ refused }) => ({ refused: dropRefusals(refused, hostname) }));
}

async function onArrival(asker: Asker, { restored }: Asks['lit']): Promise<void> {
  if (!(await isLight(asker.tabId))) return;
  // The reader waits for the text, and not for the button to say so.
  const shown = injectLight(asker, restored ? 'show' : 'arrive').finally(() => showState(asker.tabId, 'on'));
  await Promise.all([shown, allowImages(asker.tabId, false)]);
}

function onMessage(message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined {
  const asker = toAsker(sender);
  if (!asker) return undefined;
  // Only Light's own scripts can send to its background: what arrives is a question of the map.
  const { ask, says } = message as Question;
  const answer = answers[ask] as (asker: Asker, says: unknown) => Promise<unknown>;
  // The promise goes back to the tab: where it rejects, whoever asked tells the reader.
  return answer(asker, says).then(() => undefined);
}

async function onRemoved(tabId: number): Promise<void> {
  await Promise.all([dropLightTab(tabId), dropText(tabId)]);
  await listenWhileLight();
}

async function onReplaced(after: number, before: number): Promise<void> {
  await replaceLightTab(before, after);
}

/**
 * The browser's own "open in new tab" on a link of the view: its HTML is asked for already, its files are not.
 */
async function onCreated({ id, openerTabId, pendingUrl, url }: Tabs.Tab): Promise<void> {
  if (id === undefined || openerTabId === undefined) return;
  // Only Chromium says where the tab is going, and only there an empty one has an opener.
  if (!FIREFOX && !/^https?:/.test(pendingUrl || url || '')) return;
  if (await isLight(openerTabId)) await addLightTab(id);
}

/** What is heard only while some tab is light, so that nobody else's tabs wake the background. */
function hearTabs(): void {
  browser.tabs.onRemoved.addListener(onRemoved);
  browser.tabs.onCreated.addListener(onCreated);
  browser.tabs.onReplaced?.addListener(onReplaced);
}

async function listenWhileLight(): Promise<void> {
  await hearAsNeeded(goings);
  if ((await readLightTabs()).length > 0) return hearTabs();
  browser.tabs.onRemoved.removeListener(onRemoved);
  browser.tabs.onCreated.removeListener(onCreated);
  browser.tabs.onReplaced?.removeListener(onReplaced);
}

/** Addresses are listened for where they may well not come: on a bad link, and where a reader wants pages light. */
const goings: Ear = {
  name: 'goings',
  hear: hearGoing,
  stop: stopHearingGoing,
  isNeeded: async () => (await readLink()) === 'bad' || (await readLightTabs()).length > 0,
};

browser.runtime.onMessage.addListener(onMessage);
browser.action.onClicked.addListener((tab) => turnTab(tab).then(listenWhileLight));
hearOnWaking(goings);
hearTabs();
listenWhileLight();
