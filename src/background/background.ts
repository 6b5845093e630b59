// The background's table of events: questions of tabs, presses of the toolbar button, starts of browser and Light, access given and taken.
import browser, { type Runtime } from 'webextension-polyfill';
import { type Answer, type Answers, type Asks, DONE, type Question, toRefusal } from '../common/messages.ts';
import { readSettings } from '../common/stored/settings.ts';
import { sayAccessOnce } from './actions/access.ts';
import { type Asker, toAsker, toPageId } from './actions/asker.ts';
import { listenToMenu, makeMenu } from './actions/context-menu.ts';
import { injectLight } from './actions/inject.ts';
import { noteSpent } from './actions/note-spent.ts';
import { noteReadingPlace } from './actions/reading-places.ts';
import { showArrived, showRestored } from './actions/show-arrived.ts';
import { decideForSite, loadScripts, passCheck, stopUnasked, switchSite } from './actions/site-actions.ts';
import {
  allowReload,
  joinDocument,
  leaveForbidden,
  leaveTab,
  openLight,
  replayTab,
  saveText,
} from './actions/tab-actions.ts';
import { tellFacts } from './actions/tab-facts.ts';
import { turnTab } from './actions/toolbar-press.ts';
import { welcome } from './actions/welcome.ts';
import { whenTold } from './navigation/broken-load.ts';
import { listenAsNeeded, listenOnStart } from './navigation/lazy-listeners.ts';
import { navigationListeners, watchPending } from './navigation/pending-navigation.ts';
import { hasClosedPages, tabListeners } from './navigation/tab-events.ts';
import { readLink } from './prompt-policy/network-quality.ts';
import { askReader } from './prompt-policy/prompt-policy.ts';
import { forgetRefusals, noteRefusal } from './prompt-policy/refusals.ts';
import { registerBadLinkScript } from './rules/light-tab-script.ts';
import { addToQueue, resumeQueue, stopQueue } from './shelf/run-queue.ts';
import { openShelf, shelve, shelvePage } from './shelf/shelve.ts';
import { applySites } from './sites/apply-sites.ts';
import { changeTab, reconcile, settleTabs } from './tab/reconcile.ts';
import { readRecords } from './tab/tab-store.ts';
import type { TabEvent } from './tab/tab-transitions.ts';

/** A handler missing here, or one that expects or answers something else, does not compile. */
const answers: { [K in keyof Asks]: (asker: Asker, says: Asks[K]) => Promise<Answers[K]> } = {
  slow: askReader,
  switch: (asker) => done(switchPage(() => injectLight(asker, 'show'))),
  always: (asker) => done(switchPage(() => switchSite(asker))),
  refuse: (asker) => done(noteRefusal(asker)),
  never: (asker) => done(decideForSite(asker, { choice: 'never', on: true })),
  'light-tab': (asker, page) => done(showArrived(asker, page)),
  join: async (asker) => {
    const joined = await joinDocument(asker);
    if (joined.ok) await forgetRefusals(asker);
    tellFacts(asker);
    return joined;
  },
  leave: async (asker, { reload }) => {
    await leaveTab(asker, reload);
    if (reload) goOn(() => browser.tabs.reload(asker.tabId));
    return DONE;
  },
  load: async (asker, { bypassWorker }) => {
    const may = await allowReload(asker, bypassWorker);
    if (may.ok) goOn(() => browser.tabs.reload(asker.tabId, { bypassCache: bypassWorker }));
    return may;
  },
  replay: async ({ tabId }) => {
    goOn(() => replayTab(tabId));
    return DONE;
  },
  images: ({ tabId }, images) => done(changeTab(tabId, { kind: 'images', images })),
  text: grantRest,
  worker: (asker, held) => grant(asker, 'worker', held),
  ended: () => done(whenTold()),
  spent: (asker, spent) => done(noteSpent(asker, spent)),
  place: (asker, block) => done(noteReadingPlace(asker, block)),
  settings: () => done(browser.runtime.openOptionsPage()),
  open: (asker, address) => done(openLight(asker, address)),
  site: (asker, decision) => done(decideForSite(asker, decision)),
  'stop-unasked': (asker) => done(stopUnasked(asker)),
  scripts: async (asker) => {
    await loadScripts(asker);
    goOn(() => browser.tabs.reload(asker.tabId));
    return DONE;
  },
  pass: async (asker) => {
    await passCheck(asker);
    goOn(() => browser.tabs.reload(asker.tabId));
    return DONE;
  },
  nothing: ({ tabId }) => done(changeTab(tabId, { kind: 'notice', notice: 'nothing', at: Date.now() })),
  keep: ({ tabId }, text) => done(saveText(tabId, text)),
  shelve,
  'shelve-page': (asker, shelving) => done(shelvePage(asker, shelving)),
  shelf: ({ tabId }, links) => done(openShelf(tabId, links)),
  queue: (asker, says) => done(changeKeepQueue(asker, says)),
};

/** Only the shelf's own page says what is to be fetched, and it keeps nothing in private windows. */
async function changeKeepQueue({ address, isPrivate }: Asker, says: Asks['queue']): Promise<void> {
  if (isPrivate || !address.startsWith(browser.runtime.getURL('shelf.html'))) return;
  if (says.type === 'add') await addToQueue(says.links);
  else await (says.type === 'stop' ? stopQueue() : resumeQueue('reader'));
}

async function done(act: Promise<unknown>): Promise<Answer> {
  await act;
  return DONE;
}

/** What one document may do, until another one comes into its tab. */
function grant(asker: Asker, kind: TabEvent['kind'] & ('rest' | 'worker'), given: boolean) {
  return done(changeTab(asker.tabId, { kind, page: given ? toPageId(asker) : null }));
}

/** Scripts of a page can change its address, and not its site: no other one is granted. */
function grantRest(asker: Asker, address: string | null): Promise<Answer> {
  const isOwn = address && URL.canParse(address) && new URL(address).origin === new URL(asker.address).origin;
  return grant({ ...asker, address: isOwn ? address : asker.address }, 'rest', address !== null);
}

/** Once the page that asked has its answer, it goes: an answer that it still waited for would fail. A tab closed meanwhile is expected. */
function goOn(navigate: () => Promise<void>): void {
  setTimeout(() => navigate().catch(() => {}));
}

function onMessage(message: unknown, sender: Runtime.MessageSender): Promise<Answer> | undefined {
  const asker = toAsker(sender);
  if (!asker) return undefined;
  // Only Light's own scripts can send to its background: what arrives is a question of the map.
  const { ask, says } = message as Question;
  const answer = answers[ask] as (asker: Asker, says: unknown) => Promise<Answer>;
  return after(answer(asker, says), [asker.tabId]).catch((error: unknown) => {
    console.error(error);
    return toRefusal('failed');
  });
}

/** What comes of an event, and after it all that follows from the tabs' records. */
async function after<T>(event: Promise<T>, tabIds: number[] = []): Promise<T> {
  try {
    return await event;
  } finally {
    // Not awaited: nobody who asked waits for that.
    listenAndSettle(tabIds);
  }
}

/** A page may break off while it is switched: that is heard from the press on, not only when the tab has its record. */
function switchPage(act: () => Promise<void>): Promise<void> {
  listenAsNeeded(navigationListeners, true);
  return act();
}

async function listenAndSettle(tabIds: number[]): Promise<void> {
  await listenToTabs();
  // A tab that was closed before anybody listened.
  if (await settleTabs(tabIds)) await listenToTabs();
}

/** Listens to what the tabs' records need, and to nothing else. One after another: what was read first must not be applied last. */
async function listenToTabs(): Promise<void> {
  await navigator.locks.request('listeners', async () => {
    const [records, link, closed] = await Promise.all([readRecords(), readLink(), hasClosedPages()]);
    const hasRecords = Object.keys(records).length > 0;
    await registerBadLinkScript(link === 'bad' && (await readSettings()).unasked);
    listenAsNeeded(tabListeners, hasRecords || closed);
    listenAsNeeded(navigationListeners, hasRecords || link === 'bad');
  });
}

/** At each start of the background: whatever it has missed is made good. */
async function start(): Promise<void> {
  const restored = await reconcile();
  await Promise.all([applySites(), makeMenu()]);
  await watchPending();
  await resumeQueue('clock');
  // Expected: the tab has not loaded yet, and asks by itself when it does, or shows an error page.
  for (const { tabId, page } of restored) showRestored(tabId, page.hasArrived).catch(() => {});
}

browser.runtime.onMessage.addListener(onMessage);
browser.action.onClicked.addListener((tab) =>
  after(
    switchPage(() => turnTab(tab)),
    tab.id === undefined ? [] : [tab.id],
  ),
);
listenToMenu((chosen, tabId) =>
  after(
    switchPage(() => chosen),
    [tabId],
  ),
);
// Decided in the settings, or in another window.
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && 'always' in changes) after(applySites());
});
browser.runtime.onStartup.addListener(() => after(sayAccessOnce()));
browser.runtime.onInstalled.addListener((details) => after(welcome(details).then(sayAccessOnce)));
browser.alarms.onAlarm.addListener(() => after(resumeQueue('clock')));
browser.permissions.onRemoved.addListener(() => after(leaveForbidden()));
listenOnStart(navigationListeners);
listenOnStart(tabListeners);
after(start());
