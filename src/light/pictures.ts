// Without this, the pictures of a text would be asked for unasked: each is a button with its name, and loads when pressed.
import { toElement } from '../common/element.ts';
import { ask } from '../common/messages.ts';
import { toText } from '../common/text.ts';
import { INLINE } from './blocks.ts';

/** A picture that has not come after so long is given up, in ms: the rule that lets it through must not stay. */
const GIVE_UP_MS = 60_000;
/** Smaller than this in both directions, it is a tracker or an ornament, in CSS pixels. */
const TINY_PX = 40;
/** A square that is no larger is the portrait of who writes, or an icon, in CSS pixels. */
const PORTRAIT_PX = 100;
/** What a smiley is named: itself, in signs. */
const SMILEY = /^[^\p{L}]{1,8}$/u;
/** A longer name is cut, in characters. */
const NAME_CHARS = 160;

/** Puts a named placeholder in the place of each picture, so that none is asked for. */
export function replacePictures(body: ParentNode): void {
  const seen = new Set<string>();
  for (const image of body.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? '';
    const word = isWord(image);
    // What stands there again is an ornament, or the same picture; a formula is a word each time.
    if (/^https?:/.test(address) && !isTiny(image) && (word || !seen.has(address))) {
      seen.add(address);
      const placeholder = toPlaceholder(address, toName(image, address));
      placeholder.classList.toggle('word', word);
      image.replaceWith(placeholder);
    } else image.replaceWith(word && SMILEY.test(image.alt) ? image.alt : '');
  }
}

/** A picture with a name that stands behind words in a line of them: a formula, a smiley. */
function isWord(image: HTMLImageElement): boolean {
  let each: Element = image;
  for (let up = each.parentElement; up && INLINE.has(up.localName); up = up.parentElement) each = up;
  const before = each.previousSibling;
  return before?.nodeName === '#text' && Boolean(image.alt && before.nodeValue?.trim());
}

function isTiny(image: HTMLImageElement): boolean {
  const [width = NaN, height = NaN] = ['width', 'height'].map((side) =>
    Number.parseInt(image.getAttribute(side) ?? '', 10),
  );
  return Math.max(width, height) <= (width === height ? PORTRAIT_PX : TINY_PX);
}

/** What the page calls the picture, else its file's name. */
function toName(image: HTMLImageElement, address: string): string {
  const given = image.getAttribute('alt')?.trim() || image.getAttribute('title')?.trim();
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent?.trim();
  return (given || caption || toFileName(address)).slice(0, NAME_CHARS);
}

function toFileName(address: string): string {
  const last = new URL(address).pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    // Not every address is encoded as UTF-8: it is shown as it is.
    return last;
  }
}

function toPlaceholder(address: string, name: string): HTMLButtonElement {
  return toElement(
    'button',
    { type: 'button', class: 'picture', 'data-action': 'picture', 'data-address': address },
    toElement('span', { class: 'sign', 'aria-hidden': 'true' }),
    toElement('span', { class: 'name', dir: 'auto' }, name || toText('pictureUnnamed')),
    toElement('span', { class: 'state', role: 'status' }, toText('pictureLoad')),
  );
}

let loading = 0;

/** Loads the picture of a placeholder, and puts it in its place when it has come whole. */
export async function loadPicture(placeholder: HTMLElement): Promise<void> {
  if (placeholder.hasAttribute('aria-busy')) return;
  placeholder.setAttribute('aria-busy', 'true');
  say(placeholder, 'pictureLoading');
  loading += 1;
  // Rejected where the tab is not under the rules: then nothing holds the picture back.
  if (loading === 1) await ask('images', true).catch(() => {});
  const image = await whenLoaded(
    placeholder.dataset.address ?? '',
    placeholder.querySelector('.name')?.textContent ?? '',
  );
  loading -= 1;
  if (loading === 0) ask('images', false).catch(() => {});
  placeholder.removeAttribute('aria-busy');
  if (image) {
    image.className = placeholder.classList[1] ?? '';
    placeholder.replaceWith(image);
  } else say(placeholder, 'pictureFailed');
}

function say(placeholder: HTMLElement, message: string): void {
  placeholder.querySelector('.state')?.replaceChildren(toText(message));
}

function whenLoaded(address: string, name: string): Promise<HTMLImageElement | null> {
  const image = toElement('img', { referrerpolicy: 'no-referrer', alt: name });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      image.removeAttribute('src');
      resolve(null);
    }, GIVE_UP_MS);
    const finish = (loaded: HTMLImageElement | null) => {
      clearTimeout(timer);
      resolve(loaded);
    };
    image.addEventListener('load', () => finish(image));
    image.addEventListener('error', () => finish(null));
    image.src = address;
  });
}
