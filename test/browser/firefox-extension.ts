// Reads and acts on the extension in Firefox. The functions run inside Firefox's own window, with the browser's rights, and
// travel as source text, so each names nothing outside itself.

/** The tab's id as extensions see it, and what the extension's button shows while the tab is selected. */
export function readAction(handle: string, extensionId: string) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const tab = window.lightTabs().find((each) => window.lightHandle(each.linkedBrowser) === handle);
  if (!tab) return null;
  const { tabTracker, browserActionFor } = ExtensionParent.apiManager.global;
  const { action } = browserActionFor(WebExtensionPolicy.getByID(extensionId).extension);
  return {
    tabId: tabTracker.getId(tab),
    title: String(action.getProperty(tab, 'title') ?? ''),
    badge: String(action.getProperty(tab, 'badgeText') ?? ''),
  };
}

/** Puts the button into the toolbar, as a reader does who uses it; Firefox hides it in a panel at first. */
export function pinButton(widgetId: string): void {
  CustomizableUI.addWidgetToArea(widgetId, 'nav-bar');
}

/** The middle of the toolbar button, in pixels of Firefox's window; `null` if it is not in the toolbar. */
export function findButton(widgetId: string): { x: number; y: number } | null {
  const selector = '.unified-extensions-item-action-button, toolbarbutton';
  const box = document.getElementById(widgetId)?.querySelector(selector)?.getBoundingClientRect();
  if (!box || box.width === 0) return null;
  return { x: Math.floor(box.left + box.width / 2), y: Math.floor(box.top + box.height / 2) };
}

/** What to do to the extension; gives whether its event page runs. */
export async function actOnExtension(
  id: string,
  deed: 'look' | 'kill' | 'reload' | 'disable' | 'enable',
): Promise<boolean> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const addon = await AddonManager.getAddonByID(id);
  if (deed === 'reload') await addon.reload();
  if (deed === 'disable') await addon.disable();
  if (deed === 'enable') await addon.enable();
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  if (deed === 'kill')
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
  return extension?.backgroundState === 'running' || extension?.backgroundState === 'starting';
}

/** The address of one of the extension's files. */
export function toExtensionUrl(id: string, path: string): string {
  return `moz-extension://${WebExtensionPolicy.getByID(id).mozExtensionHostname}/${path}`;
}
