// Without this, a view could be opened and not be left: what stands around it while it is there, and how the page is given back.
import { ask } from '../common/messages.ts';
import { toText } from '../common/text.ts';
import { hearView } from './hear.ts';
import { isAlive } from './orphan.ts';
import { rememberPage } from './page-state.ts';
import { loadPicture } from './pictures.ts';
import { fitViewport, shelterView, styleBelow } from './shelter.ts';
import { showNote, toView, type View } from './view.ts';

declare global {
  /** Stands in Light's own world while a view stands in the page. */
  var lightHere: { leave(): void } | undefined;
}

/** How often the view looks whether its extension is still there, in ms. */
const ALIVE_MS = 2000;

/** What leads from the page to its view: how it was found decides how it is given back. */
export interface Switch {
  view: View;
  /** The page is whole below and is given back as it was, without a request. */
  exact: boolean;
  /** Light may refuse this site's requests. */
  joined: boolean;
  /** The document is about to be loaded again: Firefox ends its parsing meanwhile, and what stands in it then is not the page. */
  left: boolean;
  /** What gets the rest of a text that is not all there. */
  rest(): void;
  /** Shows all the text of the page in place of its article; not there where that is shown already, or no text is. */
  whole?: (() => void) | undefined;
  close(): void;
}

/** Opens an empty view over the page. `exact`: the page below is whole, and leaving gives it back as it is. */
export function openSwitch(exact: boolean): Switch {
  const view = toView(location.hostname, exact ? 'leave' : 'leaveReload');
  // A page that is loaded again has nothing to be given back, and to ask it would have it laid out.
  const restore = exact ? rememberPage() : () => {};
  const restoreViewport = fitViewport();
  const close = () => {
    for (const stop of stops) stop();
    view.host.remove();
    restoreViewport();
    restore();
    globalThis.lightHere = undefined;
  };
  const light: Switch = { view, exact, joined: true, left: false, rest: () => loadAgain(light), close };
  const stops = [
    shelterView(view.host, view.main, () => leave(light, false)),
    styleBelow(view.host),
    hearView(view, {
      leave: () => leave(light, !exact),
      reload: () => leave(light, true),
      again: () => loadAgain(light),
      rest: () => light.rest(),
      whole: () => light.whole?.(),
      picture: loadPicture,
    }),
    watchAlive(() => sayGone(light)),
  ];
  // A page that has just come is at its top, and would be laid out to be told so.
  if (globalThis.lightWish !== 'arrive') scrollTo({ top: 0, behavior: 'instant' });
  globalThis.lightHere = { leave: () => leave(light, !exact) };
  return light;
}

/** Gives the page back. Where only a new load can, the text stays on the screen until the page is there. */
function leave(light: Switch, reload: boolean): void {
  light.left = true;
  if (reload) showNote(light.view, [toText('leaving')]);
  else light.close();
  ask('leave', { reload }).catch(() => {
    // The extension is gone: nothing holds the page's loads back any more.
    if (reload) location.reload();
  });
}

/** Asks for the HTML once more, by loading the tab again under the light rules. */
export function loadAgain(light: Switch): void {
  light.left = true;
  ask('load', { bypassWorker: false }).catch(() => sayGone(light));
}

function watchAlive(onGone: () => void): () => void {
  const timer = setInterval(() => {
    if (isAlive()) return;
    clearInterval(timer);
    onGone();
  }, ALIVE_MS);
  return () => clearInterval(timer);
}

function sayGone({ view }: Switch): void {
  // The words are in the view since it was made: an extension that is gone has none.
  showNote(view, [view.host.shadowRoot?.querySelector('.gone')?.textContent ?? '']);
}

/** Whether Light may refuse this site's requests from here on. */
export function joinRules(): Promise<boolean> {
  return ask('join').then(
    () => true,
    // The reader took Light's access to the site back: the text is shown all the same, and the note says what does not hold.
    () => false,
  );
}

/** Says something below the text, and what can be done about it; where Light has no access to the site, that too. */
export function note(light: Switch, sentences: string[], presses: Parameters<typeof showNote>[2] = {}): void {
  const access = light.joined ? [] : [toText('noAccess')];
  const whole = light.whole ? { whole: toText('showWhole') } : {};
  showNote(light.view, [...sentences, ...access], { ...presses, ...whole });
}
