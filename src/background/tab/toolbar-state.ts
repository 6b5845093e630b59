// Without this, the reader could not see in the toolbar whether a tab is light.
import browser from 'webextension-polyfill';
import { toText } from '../common/text.ts';

/** What the toolbar button can say of a tab. */
export type TabState = 'off' | 'on' | 'nothing' | 'forbidden' | 'failed' | 'waiting' | 'unreachable';

const LOOKS: Record<TabState, { icon: 'on' | 'off'; badge: string; title: string }> = {
  off: { icon: 'off', badge: '', title: 'turnOn' },
  on: { icon: 'on', badge: '✓', title: 'turnOff' },
  nothing: { icon: 'off', badge: '–', title: 'nothingHere' },
  forbidden: { icon: 'off', badge: '!', title: 'forbiddenHere' },
  failed: { icon: 'off', badge: '!', title: 'failedHere' },
  waiting: { icon: 'off', badge: '…', title: 'waitingHere' },
  unreachable: { icon: 'off', badge: '!', title: 'unreachableHere' },
};

/** Shows the state of a tab in icon, badge and title. A tab that was closed meanwhile is nothing to show. */
export async function showState(tabId: number, state: TabState): Promise<void> {
  const { icon, badge, title } = LOOKS[state];
  const path = Object.fromEntries([16, 32, 48].map((size) => [size, `icons/${icon}-${size}.png`]));
  await Promise.allSettled([
    browser.action.setIcon({ tabId, path }),
    browser.action.setBadgeText({ tabId, text: badge }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#7a4b00' }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setTitle({ tabId, title: toText(title) }),
  ]);
}
