// Reads what a page holds in frames: the HTML of a `srcdoc` is here, and of the others their addresses are.
import { toText } from '../../../common/words/translations.ts';
import { countProse, parseFragment } from './prose.ts';

/** A frame with less running text is no text of the page, in characters: advertisements and forms come so, too. */
const TEXT_CHARS = 140;
/** A smaller frame holds no article, in CSS pixels. */
const FRAME_PX = 300;

/** Puts the text of frames whose HTML stands in the page in their places. */
export function unpackFrames(page: Document): void {
  for (const frame of page.querySelectorAll('iframe[srcdoc]')) {
    const content = parseFragment(frame.getAttribute('srcdoc') ?? '');
    if (countProse(content) < TEXT_CHARS) continue;
    for (const script of content.querySelectorAll('script, style')) script.remove();
    const box = page.createElement('div');
    box.append(...content.childNodes);
    frame.replaceWith(box);
  }
}

/** A frame of another address, with a name for it. */
export interface FrameLink {
  href: string;
  name: string;
}

/** The frames that a page is made of: those of a frameset, or the large ones in a page that has no text itself. */
export function readFrames(page: Document): FrameLink[] {
  const frames = [...page.querySelectorAll('frameset frame, noframes ~ frame, iframe')].filter(
    (frame) => frame.localName === 'frame' || isLarge(frame),
  );
  const links = frames.map((frame) => ({
    href: toAddress(frame),
    name: (frame.getAttribute('title') || frame.getAttribute('name') || '').trim(),
  }));
  return links.filter(({ href }, at) => href && links.findIndex((other) => other.href === href) === at);
}

function toAddress(frame: Element): string {
  const src = frame.getAttribute('src') ?? '';
  return URL.canParse(src, frame.baseURI) && /^https?:/.test(new URL(src, frame.baseURI).protocol)
    ? new URL(src, frame.baseURI).href
    : '';
}

function isLarge(frame: Element): boolean {
  const sizes = ['width', 'height'].map((side) => frame.getAttribute(side) ?? '');
  return sizes.every((size) => !size || size.endsWith('%') || Number.parseInt(size, 10) >= FRAME_PX);
}

/** A sentence that says where the text of the page is, and a link to each frame. */
export function listFrames(page: Document, frames: FrameLink[]): Element {
  const content = page.createElement('div');
  const sentence = Object.assign(page.createElement('p'), { textContent: toText('inFrame') });
  const list = page.createElement('ul');
  for (const { href, name } of frames) {
    const link = Object.assign(page.createElement('a'), { href, textContent: name || href });
    list.appendChild(page.createElement('li')).append(link);
  }
  content.append(sentence, list);
  return content;
}
