// Hears the presses, keys and links of the view before the page does, which then hears nothing of them.

import { isWebAddress } from '../../common/addresses.ts';
import { watchPresses } from '../../common/document/click-guard.ts';
import { onPress } from '../../common/document/first-events.ts';
import { ask } from '../../common/messages.ts';
import { toggleMenu, walkMenu } from './bar/bar-menu.ts';
import { answerCopy } from './bar/clipboard.ts';
import { showComfort, toggleComfortPanel } from './bar/comfort-panel.ts';
import { goToHeading, openContents } from './bar/contents.ts';
import { closePanel } from './bar/panel.ts';
import { findLocalVoice, readAloud, stopReadingAloud } from './bar/read-aloud.ts';
import { toTextActions } from './bar/text-actions.ts';
import { findPress, type Press } from './press-buttons.ts';
import { watchScroll } from './screen/hide-bar.ts';
import { loadFullPicture, loadPicture, loadPictures } from './text/load-picture.ts';
import { leadWithin } from './text/places.ts';
import type { View } from './view.ts';

/** What happens at each press; the element is the button pressed. */
export type Answers = Partial<Record<Press, (button: HTMLElement) => void>>;

/** What else happens in the view and is not the page's business: its own listeners below are not to react to it. */
const KEPT_IN = 'mousedown mouseup pointerdown pointerup touchstart touchend contextmenu selectstart copy';
/** Happens at the page's body where nothing in the view has the focus. */
const ANYWHERE = /^key|^copy/;

/** Hears the view's buttons and links until stopped. */
export function hearView(view: View, answers: Answers, opened = ''): () => void {
  const { main } = view;
  const all: Answers = {
    ...toTextActions(view),
    ...toPictureActions(view),
    ...answers,
    aloud: () => readAloud(view),
    stopAloud: stopReadingAloud,
    contents: () => openContents(main),
    heading: goToHeading,
    comfort: () => toggleComfortPanel(view),
    menu: () => toggleMenu(main, (press) => press in all),
  };
  showComfort(view);
  // Chromium has its voices some time after it is first asked for them.
  findLocalVoice('');
  const stopScroll = watchScroll(main);
  const guard = watchPresses(main.querySelector('.bar, .presses') ?? main);
  const places = leadWithin(view, opened);
  const hear = (event: Event) => {
    if (isToast(view) && isEscape(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return answers.close?.(main);
    }
    if (!isKeptIn(view, event)) return;
    event.stopImmediatePropagation();
    if (event.type === 'copy') answerCopy(event);
    if (event.type === 'keydown' && isAlone(view)) onKey(view, event as KeyboardEvent);
    if (event.type.endsWith('click')) onClick(event as MouseEvent);
  };
  const onClick = (event: MouseEvent) => {
    const pressed = findPress(event);
    if (isOutside(event, main)) closePanel(main);
    if (!pressed && isPlain(event) && places.follow(findLink(event))) return event.preventDefault();
    if (!pressed || event.button !== 0) return onLink(event);
    // A placeholder may stand in a link of the page.
    event.preventDefault();
    if (!guard.isMeant(event)) return;
    if (pressed.button.matches('.item')) closePanel(main);
    all[pressed.press]?.(pressed.button);
  };
  const stopListening = onPress(hear);
  const names = KEPT_IN.split(' ');
  for (const name of names) addEventListener(name, hear, true);
  return () => {
    guard.stop();
    stopReadingAloud();
    stopScroll();
    places.stop();
    stopListening();
    for (const name of names) removeEventListener(name, hear, true);
  };
}

function toPictureActions({ body }: View): Answers {
  return { picture: loadPicture, full: loadFullPicture, pictures: () => loadPictures(body) };
}

/** A word in the corner, which goes with Esc, wherever the focus is. */
function isToast({ main, article }: View): boolean {
  return article === main;
}

function isEscape(event: Event): boolean {
  return event.type === 'keydown' && event.isTrusted && (event as KeyboardEvent).key === 'Escape';
}

/** A word in the corner leaves the page to the reader, and so does a view whose extension is gone. */
function isAlone({ main, article }: View): boolean {
  return article !== main && main.checkVisibility();
}

function isKeptIn(view: View, event: Event): boolean {
  return event.composedPath().includes(view.host) || (ANYWHERE.test(event.type) && isAlone(view));
}

function onKey({ main, article }: View, event: KeyboardEvent): void {
  // Esc would close the dialog that the view stands in, and the page's own below it.
  if (event.key === 'Escape' && main.closest('dialog')) event.preventDefault();
  if (event.key === 'Escape' && closePanel(main)) return event.preventDefault();
  // What is written into the site's search is edited there.
  if (event.composedPath()[0] instanceof HTMLInputElement) return;
  if (walkMenu(main, event.key) || (isBefore(event) && goToBar(main))) return event.preventDefault();
  // By place, for on a Persian keyboard that key is another letter.
  if (event.code !== 'KeyA' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  getSelection()?.selectAllChildren(article);
}

/** A press beside the bar and what unfolds below it. */
function isOutside(event: Event, main: HTMLElement): boolean {
  const bar = main.querySelector('.top');
  return event.isTrusted && bar !== null && !event.composedPath().includes(bar);
}

function isBefore({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'Tab' && shiftKey;
}

/** The bar stands above the title and is the last thing in the document: whoever goes back from the title goes there. */
function goToBar(main: HTMLElement): boolean {
  if (!main.querySelector('h1:focus')) return false;
  main.querySelector<HTMLElement>('.bar [data-action=leave]')?.focus();
  return true;
}

function findLink(event: Event): HTMLAnchorElement | null {
  const [target] = event.composedPath();
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
}

/** A press by the reader that follows a link in this tab. */
function isPlain({ isTrusted, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return isTrusted && button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);
}

/** A link that would open elsewhere opens in a new light tab; in this tab the light rule holds anyway. */
function onLink(event: MouseEvent): void {
  const link = findLink(event);
  const elsewhere = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!link || !elsewhere || !event.isTrusted || !isWebAddress(link.href)) return;
  event.preventDefault();
  // The extension was updated or switched off under the page: the browser opens the link as it would any other.
  ask('open', link.href).then(({ ok }) => ok || window.open(link.href, '_blank', 'noopener,noreferrer'));
}
