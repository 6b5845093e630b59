// Reads what a page says to browsers without scripts: pictures whose place a script would fill, and at times its whole text.
import { countProse, parseFragment } from './prose.ts';

/** With more running text than this a `noscript` may be the text of the page, in characters: a request to turn scripts on is shorter. */
const TEXT_CHARS = 300;
/** What only loads something has nothing to show. */
const UNSEEN = 'script, style, link, meta, iframe, object, embed, base, title';

/** Puts pictures and texts of the page's `noscript` elements in their places, and takes the elements out: nothing in them may be read as words. */
export function unpackNoscripts(page: Document): void {
  const all = [...page.querySelectorAll('noscript')];
  const contents = all.map((each) => {
    const content = readContent(each);
    // What is left in the page until then is not counted as text of the page itself.
    each.replaceChildren();
    return content;
  });
  const held = contents.map((content) => countProse(content));
  const most = Math.max(0, ...held);
  const isText = most >= TEXT_CHARS && most > countProse(page.body ?? page);
  for (const [at, noscript] of all.entries()) {
    const content = contents[at] as Element; // One for each.
    if (isText && held[at] === most) noscript.replaceWith(...content.childNodes);
    else unpackPictures(noscript, content);
  }
}

/** Where scripts run, a `noscript` holds its HTML as text. */
function readContent(noscript: Element): Element {
  const isText = noscript.childElementCount === 0;
  const content = isText ? parseFragment(noscript.textContent ?? '') : (noscript.cloneNode(true) as Element);
  for (const unseen of content.querySelectorAll(UNSEEN)) unseen.remove();
  return content;
}

/** A picture stands in the place of the empty one before it, or by itself where there is none. */
function unpackPictures(noscript: Element, content: Element): void {
  const images = [...content.querySelectorAll('img')].filter(isPicture);
  if (images.length === 0 || content.textContent?.trim()) return noscript.remove();
  const before = noscript.previousElementSibling;
  const placeholder = before?.localName === 'img' ? before : before?.querySelector('img');
  const isBeside = placeholder && !before?.textContent?.trim();
  const name = isBeside ? placeholder.getAttribute('alt') : null;
  const [first] = images;
  if (name && first && !first.getAttribute('alt')) first.setAttribute('alt', name);
  if (isBeside) placeholder.remove();
  noscript.replaceWith(...images);
}

/** A picture of a pixel counts readers. */
function isPicture(image: HTMLImageElement): boolean {
  const [width, height] = ['width', 'height'].map((side) =>
    Number.parseInt(image.getAttribute(side) ?? '9', 10),
  );
  return (
    Math.max(width ?? 9, height ?? 9) > 1 && !/display\s*:\s*none/i.test(image.getAttribute('style') ?? '')
  );
}
