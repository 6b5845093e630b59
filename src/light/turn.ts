// Without this, nothing would bring page, text and view together: how a page becomes light.
import { ask } from '../common/messages.ts';
import { startPainting } from '../common/paint.ts';
import { toText } from '../common/text.ts';
import { extractReading, type Reading } from './article.ts';
import { markLinks } from './marks.ts';
import { isAlive } from './orphan.ts';
import { replacePictures } from './pictures.ts';
import { cancelLoads, fetchCopy, isSettled, readDocumentAddress, whenLater, whenSource } from './source.ts';
import { whenStalled } from './stall.ts';
import { note, openSwitch, type Switch } from './switch.ts';
import { showNothing, showToast } from './toast.ts';
import { showArriving, showNote, showReading } from './view.ts';

/** Set by the build: in Chromium open WebSockets outlive `window.stop()`. */
declare const FIREFOX: boolean;

/** A copy of HTML that has ended is here within this, in ms: it is read from the browser's own memory or disk. */
const AT_ONCE_MS = 600;

/** Shows the page as its text. `arrived`: it came under the light rules, without scripts. */
export async function turnLight(arrived: boolean): Promise<void> {
  // A second press while the text is being found must not begin a second view.
  globalThis.lightHere = { leave() {} };
  // Left over from an extension that was updated under the page, or answered by this.
  for (const left of document.querySelectorAll('light-view, light-prompt')) left.remove();
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
  window.stop();
  await ask('load', { bypassWorker: true });
}

/** The page is here: its text costs nothing, and what still loads is stopped. */
async function switchSettled(): Promise<void> {
  const unfinished = document.readyState !== 'complete';
  const reading = readReading(cloneDocument());
  if (!reading) return showNothing(false);
  // Before anything is seen to change: a page whose contents move or hide may ask for more.
  const joined = await join();
  window.stop();
  const light = openSwitch(true);
  light.joined = joined;
  draw(light, reading);
  const notes = FIREFOX || !light.joined ? [] : [toText('liveNote')];
  note(light, notes, {
    ...(unfinished ? { reload: toText('loadRest') } : {}),
    ...(FIREFOX || !light.joined ? {} : { again: toText('again') }),
  });
}

/** The page is on its way: the text comes from wherever the whole HTML is first, and nothing else is asked for meanwhile. */
async function switchLoading(arrived: boolean): Promise<void> {
  // Begun before the tab joins the light rules, which would refuse it.
  const copy = arrived ? null : fetchCopy();
  const light = openSwitch(false);
  showArriving(light.view, toTitle(document.title));
  const stall = whenStalled(() => showPartial(light));
  // A copy that is whole already lets everything be stopped at once, before a connection that falls free is used.
  const early = copy && (await Promise.race([copy, whenLater(AT_ONCE_MS)]));
  // In Firefox a page that is stopped goes on with the scripts it held back: there the rule has to come first.
  if (early && !FIREFOX) window.stop();
  light.joined = await join();
  if (!arrived && light.joined) cancelLoads();
  startPainting(document);
  const source = early ? { kind: 'copy' as const, page: early } : await whenSource(copy);
  stall.stop();
  if (light.left) return;
  if (source.kind === 'stuck') return ask('replay');
  const reading = readReading(source.kind === 'copy' ? source.page : cloneDocument());
  // Also ends a page that refreshes itself, and what waits for a script that does not come.
  window.stop();
  if (!reading) {
    light.close();
    return showNothing(true, arrived);
  }
  draw(light, reading);
  note(light, []);
}

/** Whether Light may refuse this site's requests from here on. */
function join(): Promise<boolean> {
  return ask('join').then(
    () => true,
    // The reader took Light's access to the site back: the text is shown all the same, and the note says what does not hold.
    () => false,
  );
}

/** The page as a document of its own in which nothing is asked for; what reads it may change it. */
function cloneDocument(): Document {
  const clone = document.cloneNode(true) as Document;
  for (const own of clone.querySelectorAll('light-view, light-prompt')) own.remove();
  return clone;
}

function readReading(page: Document): Reading | null {
  return extractReading(page, {
    hostname: location.hostname,
    direction: getComputedStyle(document.body ?? document.documentElement).direction,
    plainText: document.contentType === 'text/plain',
  });
}

function draw(light: Switch, reading: Reading): void {
  keep(reading);
  replacePictures(reading.body);
  markLinks(reading.body, location.hostname);
  showReading(light.view, reading, reading.state);
}

/** In case the next light load fails. */
function keep({ title, site, language, direction, body }: Reading): void {
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  holder.append(body.cloneNode(true));
  const address = readDocumentAddress();
  // Rejected where the extension is gone: the view says so by itself.
  ask('keep', { address, title, site, language, direction, html: holder.innerHTML }).catch(() => {});
}

/** Nothing has arrived for long: what is here can be read, and the rest may still come. */
function showPartial(light: Switch): void {
  const reading = readReading(cloneDocument());
  if (!reading) return showNote(light.view, [toText('stalled')], { again: toText('again') });
  replacePictures(reading.body);
  markLinks(reading.body, location.hostname);
  showReading(light.view, reading, 'incomplete');
  showNote(light.view, [toText('incomplete')], { again: toText('again') });
}

function toTitle(title: string): string {
  return title.trim() || location.hostname;
}
