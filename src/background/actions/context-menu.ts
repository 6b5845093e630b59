// The context menu of pages, links and the toolbar button: opens in Light, decides for a site, keeps texts. Firefox for Android has none.
import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { type MessageName, toText } from '../../common/words/translations.ts';
import { keepLink, keepPage, openShelf } from '../shelf/shelve.ts';
import { applySites } from '../sites/apply-sites.ts';
import { choose } from '../sites/site-choices.ts';
import { isLight } from '../tab/tab-store.ts';
import { openLight } from './tab-actions.ts';
import { turnTab } from './toolbar-press.ts';

const WEB = ['http://*/*', 'https://*/*'];
/** Stands in `storage.session` since the menu was made. */
const MADE = 'menuMade';

/** Where each entry stands, in this order. */
const ENTRIES: Record<string, { title: MessageName; context: 'link' | 'page' | 'action' }> = {
  link: { title: 'menuLink', context: 'link' },
  page: { title: 'menuPage', context: 'page' },
  always: { title: 'alwaysHere', context: 'page' },
  never: { title: 'neverHere', context: 'page' },
  'keep-link': { title: 'keepText', context: 'link' },
  'keep-page': { title: 'keepText', context: 'page' },
  shelf: { title: 'openShelf', context: 'action' },
};

/** On these pages, and links to them. */
const WHERE = { link: { targetUrlPatterns: WEB }, page: { documentUrlPatterns: WEB }, action: {} };

/** The browser's menus; `undefined` where it has none, whatever the types say. */
function readMenus(): Menus.Static | undefined {
  return (browser as Partial<typeof browser>).contextMenus as Menus.Static | undefined;
}

/** Makes the menu, once after each start of browser or Light: the browser may speak another language by then. */
export async function makeMenu(): Promise<void> {
  const menus = readMenus();
  if (!menus || (await browser.storage.session.get(MADE))[MADE]) return;
  await browser.storage.session.set({ [MADE]: true });
  await menus.removeAll();
  for (const [id, { title, context }] of Object.entries(ENTRIES)) {
    menus.create({ id, title: toText(title), contexts: [context], ...WHERE[context] });
  }
}

/** Hears what is chosen in it; to be called at each start of the background, at once. */
export function listenToMenu(act: (what: Promise<void>, tabId: number) => void): void {
  readMenus()?.onClicked.addListener((info: Menus.OnClickData, tab?: Tabs.Tab) => {
    if (tab?.id !== undefined) act(chooseEntry(info, tab), tab.id);
  });
}

async function chooseEntry(press: Menus.OnClickData, tab: Tabs.Tab): Promise<void> {
  const { menuItemId, linkUrl = '', linkText = '' } = press;
  const { id: tabId = -1, url: address = '', incognito: isPrivate } = tab;
  if (menuItemId === 'link') return openLight({ tabId, isPrivate }, linkUrl);
  if (menuItemId === 'page') return show(tab);
  if (menuItemId === 'keep-link')
    return keepLink({ tabId, isPrivate }, { address: linkUrl, title: linkText });
  if (menuItemId === 'keep-page') return keepPage({ tabId, isPrivate });
  if (menuItemId === 'shelf') return openShelf(tabId, []);
  await choose({ address, isPrivate }, menuItemId === 'always' ? 'always' : 'never', true);
  await applySites();
  if (menuItemId === 'always') await show(tab);
}

/** What a press of the toolbar button does, where the tab is not light yet. */
async function show(tab: Tabs.Tab): Promise<void> {
  if (!(await isLight(tab.id ?? -1))) await turnTab(tab);
}
