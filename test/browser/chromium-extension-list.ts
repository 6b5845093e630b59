// Functions that run in chrome://extensions, Chromium's own list of extensions, and may do what its switches do. They travel
// as source text, so each names nothing outside itself but what that page has.

/** Turns on the developer mode, without which unpacked extensions are off, and collects the extension's errors. */
export async function prepareExtension(id: string, allowPrivate: boolean): Promise<void> {
  const { developerPrivate } = chrome;
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  const update = { extensionId: id, errorCollection: true, ...(allowPrivate && { incognitoAccess: true }) };
  await developerPrivate.updateExtensionConfiguration(update);
}

/** Whether the extension is in the list, on or off. */
export async function isExtensionKnown(id: string): Promise<boolean> {
  return (await chrome.developerPrivate.getExtensionsInfo()).some((each) => each.id === id);
}

/** Whether the extension is there and on. */
export async function isExtensionOn(id: string): Promise<boolean> {
  return (await chrome.developerPrivate.getExtensionsInfo()).some(
    (each) => each.id === id && each.state === 'ENABLED',
  );
}

export async function reloadExtension(id: string): Promise<void> {
  await chrome.developerPrivate.reload(id, { failQuietly: true, populateErrorForUnpacked: true });
}

export async function switchExtension(id: string, on: boolean): Promise<void> {
  await chrome.management.setEnabled(id, on);
}

/** What went wrong in the extension since it was loaded. */
export async function readErrors(id: string): Promise<string[]> {
  const { runtimeErrors, manifestErrors } = await chrome.developerPrivate.getExtensionInfo(id);
  // Chromium logs the icon of a tab that has just been closed, whoever hears of the rejection.
  const isNoise = (message: string) => message.startsWith('Unchecked runtime.lastError: No tab with id');
  return [...manifestErrors, ...runtimeErrors]
    .filter(({ message }) => !isNoise(message))
    .map(({ message, source }) => `${message} (${source})`);
}

/** The part of the extension list's own interface that is used here; it exists in chrome://extensions only. */
declare const chrome: {
  management: { setEnabled(id: string, enabled: boolean): Promise<void> };
  developerPrivate: {
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(update: {
      extensionId: string;
      errorCollection: boolean;
      /** Loads the extension anew. */
      incognitoAccess?: boolean;
    }): Promise<void>;
    /** With `populateErrorForUnpacked` it resolves when the extension is loaded, else at once. */
    reload(
      id: string,
      options: Record<'failQuietly' | 'populateErrorForUnpacked', boolean>,
    ): Promise<unknown>;
    getExtensionInfo(id: string): Promise<Listed>;
    getExtensionsInfo(): Promise<Listed[]>;
  };
};

interface Listed {
  id: string;
  state: string;
  runtimeErrors: ExtensionError[];
  manifestErrors: ExtensionError[];
}

interface ExtensionError {
  message: string;
  source: string;
}
