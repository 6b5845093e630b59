// Without this, nothing would bring page, text and view together: how a page becomes light.
import { ask } from '../common/messages.ts';
import { toText } from '../common/text.ts';
import { cloneDocument, draw, readReading } from './draw.ts';
import { switchLoading } from './loading.ts';
import { isAlive } from './orphan.ts';
import { removeStrays } from './shelter.ts';
import { isSettled } from './source.ts';
import { joinRules, note, openSwitch } from './switch.ts';
import { showNothing, showToast } from './toast.ts';

/** Set by the build: in Chromium open WebSockets outlive `window.stop()`. */
declare const FIREFOX: boolean;

/** Shows the page as its text. `arrived`: it came under the light rules, without scripts. */
export async function turnLight(arrived: boolean): Promise<void> {
  // A second press while the text is being found must not begin a second view.
  globalThis.lightHere = { leave() {} };
  // Left over from an extension that was updated under the page, or answered by this.
  removeStrays(document);
  try {
    if (!(document.documentElement instanceof HTMLElement)) return await ask('nothing');
    if (arrived && navigator.serviceWorker?.controller) return await loadWithoutWorker();
    if (!arrived && isSettled()) return await switchSettled();
    await switchLoading(arrived);
  } catch (error) {
    globalThis.lightHere?.leave();
    showToast(isAlive() ? 'failed' : 'gone', true);
    if (isAlive()) throw error;
  }
}

/** A page from a service worker comes with its scripts: once more, past the worker. */
async function loadWithoutWorker(): Promise<void> {
  await ask('load', { bypassWorker: true });
}

/** The page is here: its text costs nothing, and what still loads is stopped. */
async function switchSettled(): Promise<void> {
  const unfinished = document.readyState !== 'complete';
  const reading = readReading(cloneDocument());
  if (!reading) return showNothing(false);
  // Before anything is seen to change: a page whose contents move or hide may ask for more.
  const joined = await joinRules();
  window.stop();
  const light = openSwitch(true);
  light.joined = joined;
  draw(light, reading, cloneDocument);
  const notes = [
    ...(reading.walled ? [toText('walled')] : []),
    ...(FIREFOX || !light.joined ? [] : [toText('liveNote')]),
  ];
  note(light, notes, {
    ...(unfinished ? { reload: toText('loadRest') } : {}),
    ...(FIREFOX || !light.joined ? {} : { again: toText('again') }),
  });
}
