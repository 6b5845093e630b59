// Requests the picture of a placeholder when the reader presses it, and puts it in the placeholder's place.
import { createElement } from '../../../common/document/elements.ts';
import { ask } from '../../../common/messages.ts';
import { type MessageName, toText } from '../../../common/words/translations.ts';
import { noteMoreCost } from '../bar/state-line.ts';
import { createPressButton } from '../press-buttons.ts';
import type { PictureFiles } from './choose-picture.ts';
import { notePictureFiles, readPictureAddress, readPictureFiles } from './image-placeholders.ts';

/** A picture that has not come after so long is given up, in ms: the rule that lets it through must not stay. */
const GIVE_UP_MS = 60_000;

/** A picture on its way; `hasMoved`: where it leads is let through, too. */
interface Load {
  address: string;
  hasMoved: boolean;
}

/** What is on its way: the rule lets through that and nothing else. */
const loads = new Set<Load>();

/** Loads the picture of a placeholder, and puts it in its place when it has come whole. */
export async function loadPicture(placeholder: HTMLElement): Promise<void> {
  if (placeholder.hasAttribute('aria-busy')) return;
  placeholder.setAttribute('aria-busy', 'true');
  say(placeholder, 'pictureLoading');
  const name = placeholder.querySelector('.name')?.textContent ?? '';
  const image = await requestPicture(readPictureAddress(placeholder), name);
  placeholder.removeAttribute('aria-busy');
  if (image) showPicture(placeholder, image);
  else say(placeholder, 'pictureFailed');
}

/** Loads the pictures of a text one after another, from its beginning on, as long as the text stands there. */
export async function loadPictures(body: HTMLElement): Promise<void> {
  for (const placeholder of body.querySelectorAll<HTMLElement>('[data-action=picture]'))
    if (body.isConnected) await loadPicture(placeholder);
}

/** Loads the full picture in the place of the small one that stands before the button. */
export async function loadFullPicture(button: HTMLElement): Promise<void> {
  const small = button.previousElementSibling;
  if (!(small instanceof HTMLImageElement) || button.hasAttribute('aria-busy')) return;
  button.setAttribute('aria-busy', 'true');
  button.replaceChildren(toText('pictureLoading'));
  announce(button, toText('pictureLoading'));
  const image = await requestPicture(readPictureFiles(button)?.full ?? '', small.alt);
  button.removeAttribute('aria-busy');
  if (image) return showPicture(button, image, small);
  button.replaceChildren(toText('pictureFailed'));
  announce(button, toText('pictureFailed'));
}

/**
 * What the rule refuses where a picture has moved looks like a picture that is not there (no time of what an extension asks for is kept): it is
 * asked for once more, wherever it leads.
 */
async function requestPicture(address: string, name: string): Promise<HTMLImageElement | null> {
  const image = await requestAllowed({ address, hasMoved: false }, name);
  if (image !== 'failed') return image;
  const moved = await requestAllowed({ address, hasMoved: true }, name);
  return moved === 'failed' ? null : moved;
}

async function requestAllowed(load: Load, name: string): Promise<Outcome> {
  loads.add(load);
  // Refused where the tab is not under the rules: then nothing holds the picture back.
  await tellAllowed();
  const outcome = await whenLoaded(load.address, name);
  loads.delete(load);
  tellAllowed();
  return outcome;
}

function tellAllowed() {
  const all = [...loads];
  return ask('images', {
    addresses: all.map(({ address }) => address),
    areMoved: all.some(({ hasMoved }) => hasMoved),
  });
}

/** Where the reader was on the button, the reader is on the picture. `small` goes with the button that asked for more of it. */
function showPicture(button: HTMLElement, image: HTMLImageElement, small?: HTMLElement): void {
  const root = button.getRootNode();
  const hadFocus = root instanceof ShadowRoot && root.activeElement === button;
  const its = readPictureFiles(button);
  image.className = button.classList.contains('word') ? 'word' : '';
  image.tabIndex = -1;
  announce(button, toText('pictureShown', image.alt));
  small?.remove();
  if (root instanceof ShadowRoot) noteMoreCost(root);
  button.replaceWith(image);
  if (its && !small && its.small !== its.full && !image.className) image.after(createFullButton(its));
  if (hadFocus) image.focus({ preventScroll: true });
}

function createFullButton(its: PictureFiles): HTMLElement {
  const button = createPressButton('full', { class: 'full' }, toText('pictureFull'));
  notePictureFiles(button, its);
  return button;
}

/** Says it on the placeholder, and once to screen readers, which do not hear what changes inside a button. */
function say(placeholder: HTMLElement, message: MessageName): void {
  placeholder.querySelector('.state')?.replaceChildren(toText(message));
  announce(placeholder, toText(message));
}

function announce(placeholder: HTMLElement, sentence: string): void {
  const root = placeholder.getRootNode();
  if (root instanceof ShadowRoot) root.querySelector('.live')?.replaceChildren(sentence);
}

/** The picture; `null` where it did not come in time. */
type Outcome = HTMLImageElement | 'failed' | null;

function whenLoaded(address: string, name: string): Promise<Outcome> {
  const image = createElement('img', { referrerpolicy: 'no-referrer', alt: name });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      image.removeAttribute('src');
      resolve(null);
    }, GIVE_UP_MS);
    const finish = (loaded: Outcome) => {
      clearTimeout(timer);
      resolve(loaded);
    };
    image.addEventListener('load', () => finish(image));
    image.addEventListener('error', () => finish('failed'));
    image.src = address;
  });
}
