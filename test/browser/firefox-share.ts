// Stands in for the device's list of ways to share, which Firefox for Linux does not have. Runs inside Firefox's own window, with the browser's rights.
import type { Shared } from './firefox-internals.ts';

/** What has been shared since the first call, which puts the stand-in where Firefox looks for that list. */
export function readShared(): Shared[] {
  if (window.lightShared) return window.lightShared;
  window.lightShared = [];
  const shared = window.lightShared;
  const picker = {
    QueryInterface: ChromeUtils.generateQI(['nsISharePicker']),
    init() {},
    async share(title: string, _text: string, url: { spec: string }) {
      shared.push({ title, url: url.spec });
    },
  };
  const factory = {
    QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
    createInstance: () => picker,
  };
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
  const id = Components.ID('{5a5c6a0e-6c1c-4c5b-9f0b-0d2f7f4f7d11}');
  registrar.registerFactory(id, 'share', '@mozilla.org/sharepicker;1', factory);
  return shared;
}
