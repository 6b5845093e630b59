// Shows the state of a tab on the toolbar button: icon, badge and title.
import browser from 'webextension-polyfill';
import { type MessageName, toText } from '../../common/words/translations.ts';
import type { Notice } from './tab-record.ts';

/** What the toolbar button can say of a tab. */
export type ToolbarState = Notice | 'off' | 'on' | 'waiting';

const LOOKS: Record<ToolbarState, { icon: 'on' | 'off'; badge: string; title: MessageName }> = {
  off: { icon: 'off', badge: '', title: 'turnOn' },
  on: { icon: 'on', badge: '✓', title: 'turnOff' },
  nothing: { icon: 'off', badge: '–', title: 'nothingHere' },
  forbidden: { icon: 'off', badge: '!', title: 'forbiddenHere' },
  failed: { icon: 'off', badge: '!', title: 'failedHere' },
  waiting: { icon: 'off', badge: '…', title: 'waitingHere' },
  unreachable: { icon: 'off', badge: '!', title: 'unreachableHere' },
  kept: { icon: 'on', badge: '+', title: 'keptHere' },
  notKept: { icon: 'off', badge: '!', title: 'notKept' },
};

/** Shows the state. A tab that was closed meanwhile has no button; Firefox for Android has no badge and no icon to change. */
export async function showToolbarState(tabId: number, state: ToolbarState): Promise<void> {
  // Chromium logs an icon that is set for a closed tab, whoever hears of the rejection.
  if (!(await browser.tabs.get(tabId).catch(() => null))) return;
  const { icon, badge, title } = LOOKS[state];
  const path = Object.fromEntries([16, 32, 48].map((size) => [size, `icons/${icon}-${size}.png`]));
  const { action } = browser;
  await Promise.allSettled([
    action.setIcon?.({ tabId, path }),
    action.setBadgeText?.({ tabId, text: badge }),
    action.setBadgeBackgroundColor?.({ tabId, color: '#7a4b00' }),
    action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    action.setTitle({ tabId, title: toText(title) }),
  ]);
}
