// Reads where a picture can be had, and in which widths: `src`, `srcset`, the sources of its `picture`, and what scripts would make of lazy attributes.
import { readAttribute } from '../../common/document/unclobbered.ts';
import { toPictureAddress } from './safe-address.ts';

/** One file of a picture: so many pixels wide, or so many times as dense as the page has it laid out; 0 where that is not said. */
export interface Candidate {
  address: string;
  width: number;
  density: number;
}

/** Where a safe picture has its choices: no browser asks for them, wherever it stands. */
export const SOURCES = 'data-sources';

/** Where a safe picture has the caption that its page gives it and that is no text of the article. */
export const CAPTION = 'data-caption';

/** What pages and their libraries keep an address in until the picture comes near. The last one is what stands there before. */
const LAZY_SOURCES = ['data-src', 'data-lazy-src', 'data-original', 'data-original-src', 'src'];
const LAZY_SETS = [SOURCES, 'data-srcset', 'data-lazy-srcset', 'srcset'];
/** Formats that both browsers show: https://developer.mozilla.org/docs/Web/Media/Guides/Formats/Image_types */
const SHOWN_TYPE = /^image\/(avif|webp|jpe?g|png|gif|apng|svg\+xml)$/i;
/** An address, which may hold commas but does not end with one, and its descriptor. */
const CANDIDATE = /\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?[^,]*(?:,|$)/g;
/** More are there to keep us busy. */
const MOST_CANDIDATES = 40;

/** The files that a `srcset` names, those first that it names first. */
export function parseSourceSet(set: string, base?: string): Candidate[] {
  const found: Candidate[] = [];
  for (const [, url = '', amount = '0', unit = ''] of set.matchAll(CANDIDATE)) {
    const address = toPictureAddress(url, base);
    if (!address || found.length === MOST_CANDIDATES) continue;
    found.push({
      address,
      width: unit === 'w' ? Number(amount) : 0,
      density: unit === 'x' ? Number(amount) : 0,
    });
  }
  return found;
}

/** The address that the page itself would ask for, without any choice; `null` where there is none. */
export function readPictureSource(image: Element, base?: string): string | null {
  for (const name of LAZY_SOURCES) {
    const given = readAttribute(image, name).trim();
    const address = given ? toPictureAddress(given, base) : null;
    if (address) return address;
  }
  return readCandidates(image, base)[0]?.address ?? null;
}

/** The choices, as a `srcset` with whole addresses; '' where there is no choice. */
export function readSourceSet(image: Element, base?: string): string {
  const candidates = readCandidates(image, base).filter(({ width, density }) => width || density);
  return candidates
    .map(({ address, width, density }) => `${address} ${width ? `${width}w` : `${density}x`}`)
    .join(', ');
}

/** Of the picture itself, and of the sources around it that hold for this screen. */
function readCandidates(image: Element, base?: string): Candidate[] {
  const holder = image.parentElement;
  const sources = holder?.localName === 'picture' ? [...holder.children].filter(isForHere) : [];
  return [...sources, image]
    .flatMap((each) => LAZY_SETS.map((name) => readAttribute(each, name)))
    .flatMap((set) => (set ? parseSourceSet(set, base) : []));
}

function isForHere(source: Element): boolean {
  const type = readAttribute(source, 'type');
  const media = readAttribute(source, 'media');
  const isShown = !type || SHOWN_TYPE.test(type);
  return source.localName === 'source' && isShown && (!media || matchMedia(media).matches);
}
