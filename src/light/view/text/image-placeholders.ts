// Replaces each picture of a text by a named placeholder button, so that none is requested before the reader presses it.
import { isWebAddress } from '../../../common/addresses.ts';
import { createElement } from '../../../common/document/elements.ts';
import { readLanguage, toOwnWords, toText } from '../../../common/words/translations.ts';
import { CAPTION, SOURCES } from '../../sanitise/picture-sources.ts';
import { INLINE_ELEMENTS } from '../../text/block-elements.ts';
import { createPressButton } from '../press-buttons.ts';
import { choosePicture, type PictureFiles } from './choose-picture.ts';

/** Smaller than this in both directions, it is a tracker or an ornament, in CSS pixels. */
const TINY_PX = 40;
/** A square that is no larger is the portrait of who writes, or an icon, in CSS pixels. */
const PORTRAIT_PX = 100;
/** What a smiley is named: itself, in signs. */
const SMILEY = /^[^\p{L}]{1,8}$/u;
/** A file that browsers show as a picture, by the end of its address or name. */
const PICTURE_FILE = /\.(avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)$/i;
/** A longer name is cut, in characters. */
const NAME_CHARS = 160;

/** The picture of each placeholder: its attributes are the page's to change. */
const files = new WeakMap<HTMLElement, PictureFiles>();

/** The address of the picture that a placeholder stands for; '' where it is none of Light's. */
export function readPictureAddress(placeholder: HTMLElement): string {
  return files.get(placeholder)?.small ?? '';
}

/** A placeholder, or what asks for more of the same picture, stands for these files. */
export function notePictureFiles(element: HTMLElement, its: PictureFiles): void {
  files.set(element, its);
}

export function readPictureFiles(element: HTMLElement): PictureFiles | undefined {
  return files.get(element);
}

/** Puts a named placeholder in the place of each picture, so that none is asked for. No placeholder stands in a link: the link stands beside it. */
export function replacePictures(body: ParentNode): void {
  const seen = new Set<string>();
  for (const image of body.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? '';
    const word = isWord(image);
    // What stands there again is an ornament, or the same picture; a formula is a word each time.
    const isShown = isWebAddress(address) && !isTiny(image) && (word || !seen.has(address));
    if (isShown) {
      seen.add(address);
      appendCaption(image);
      replaceByPlaceholder(image, createPlaceholder(image, address, word));
    } else image.replaceWith(word && SMILEY.test(image.alt) ? image.alt : '');
  }
  for (const link of body.querySelectorAll('a')) if (!isWorded(link)) link.remove();
}

/** A caption that is no text of the article stands below its picture all the same. */
function appendCaption(image: HTMLImageElement): void {
  const [caption, figure] = [image.getAttribute(CAPTION), image.closest('figure')];
  if (caption && figure && !figure.querySelector('figcaption'))
    figure.append(createElement('figcaption', { dir: 'auto' }, caption));
}

/** A button must not stand in a link, whose press would leave the page: the placeholder comes before the link. */
function replaceByPlaceholder(image: HTMLImageElement, placeholder: HTMLElement): void {
  const link = image.closest('a');
  if (!link) return image.replaceWith(placeholder);
  image.remove();
  link.before(placeholder);
  if (!isWorded(link) && leadsToPage(link, readPictureAddress(placeholder)))
    link.append(toText('pictureLink'));
}

function isWorded(link: Element): boolean {
  return Boolean(link.textContent?.trim()) || link.querySelector('img, button') !== null;
}

/** A link around a picture leads to a page of its own, and not to a larger copy of the picture. */
function leadsToPage(link: HTMLAnchorElement, picture: string): boolean {
  const address = link.getAttribute('href') ?? '';
  return isWebAddress(address) && address !== picture && !PICTURE_FILE.test(address.replace(/[?#].*/s, ''));
}

/** A picture with a name that stands behind words in a line of them: a formula, a smiley. */
function isWord(image: HTMLImageElement): boolean {
  let each: Element = image;
  for (let up = each.parentElement; up && INLINE_ELEMENTS.has(up.localName); up = up.parentElement) each = up;
  const before = each.previousSibling;
  return before?.nodeName === '#text' && Boolean(image.alt && before.nodeValue?.trim());
}

function isTiny(image: HTMLImageElement): boolean {
  const [width, height] = [readPixels(image, 'width'), readPixels(image, 'height')];
  return Math.max(width, height) <= (width === height ? PORTRAIT_PX : TINY_PX);
}

/** In CSS pixels; `NaN` where the page states nothing. */
function readPixels(image: Element, side: 'width' | 'height'): number {
  return Number.parseInt(image.getAttribute(side) ?? '', 10);
}

/**
 * What the page calls the picture. Where a caption stands below it anyway, or nothing is said, it is "Picture", with its size in pixels where
 * the page states it. Never a file's name, which says nothing to a reader.
 */
function toName(image: HTMLImageElement): string {
  const given = image.getAttribute('alt')?.trim() || image.getAttribute('title')?.trim() || '';
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? '';
  const isSaid = given === '' || isFileName(given) || caption.startsWith(given);
  return isSaid ? toText('pictureUnnamed') : given.slice(0, NAME_CHARS);
}

/** In TeX, without what says only how large it is drawn: MediaWiki puts all of a formula into `{\displaystyle …}`. */
function toFormulaName(alt: string): string {
  return alt.trim().replace(/^\{\\(?:display|text)style\s*(.*)\}$/s, '$1');
}

function isFileName(name: string): boolean {
  return PICTURE_FILE.test(name) || /^(https?:|[\w-]*_[\w-]*$|\d+$)/.test(name);
}

/** The size that the page states, in CSS pixels: "640 × 480"; '' where it states none. */
function toSize(image: HTMLImageElement): string {
  const sides = [readPixels(image, 'width'), readPixels(image, 'height')];
  if (sides.some((side) => !(side > 0))) return '';
  const format = new Intl.NumberFormat(readLanguage(), { useGrouping: false });
  return sides.map((side) => format.format(side)).join(' × ');
}

function createPlaceholder(image: HTMLImageElement, src: string, word: boolean): HTMLButtonElement {
  const srcset = image.getAttribute(SOURCES) ?? '';
  const its = choosePicture({ src, srcset, width: readPixels(image, 'width') }, innerWidth);
  const name = word ? toFormulaName(image.alt).slice(0, NAME_CHARS) : toName(image);
  const size = word ? '' : toSize(image);
  const placeholder = createPressButton(
    'picture',
    {
      class: word ? 'picture word' : 'picture',
      'data-address': its.small,
      // What is seen is what it is called, in that order; in a line of words the verb is not seen.
      ...(word ? { 'aria-label': toText('pictureLoadNamed', name) } : {}),
    },
    createElement('span', { class: 'sign', 'aria-hidden': 'true' }),
    createElement('span', { class: 'state', ...toOwnWords() }, toText('pictureLoad')),
    createElement('span', { class: 'name', dir: 'auto' }, name),
  );
  notePictureFiles(placeholder, its);
  if (size) placeholder.append(createElement('span', { class: 'size', dir: 'ltr' }, size));
  return placeholder;
}
