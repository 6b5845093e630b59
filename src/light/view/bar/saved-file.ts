// Writes a text as one small HTML file that needs nothing else: pictures are links, and no script and no file is named in it.
import { toSafe } from '../../sanitise/sanitise.ts';
import { readPictureAddress } from '../text/image-placeholders.ts';

const STYLE =
  'body{max-width:42em;margin:0 auto;padding:1.5em 1.2em;font:1.15em/1.6 system-ui,sans-serif;color:#1f1c16;background:#fffdf8;overflow-wrap:break-word}' +
  '[dir=rtl]{line-height:1.8}h1{line-height:1.25}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.4em .6em;text-align:start}' +
  'pre{overflow:auto;direction:ltr;text-align:left;white-space:pre-wrap}figure{margin:1em 0}figcaption,footer{color:#635c4b;font-size:.85em}' +
  '@media(prefers-color-scheme:dark){body{color:#ece5d6;background:#1b1915}a{color:#ffb84d}figcaption,footer{color:#b3a98f}}';

/** A text that stands in the view, as a file; `address` is where it was read. */
export function createFile(article: HTMLElement, address: string): string {
  const page = new DOMParser().parseFromString('<!doctype html><meta charset="utf-8">', 'text/html');
  page.documentElement.lang = article.lang;
  page.documentElement.dir = article.dir || 'auto';
  page.head.append(
    createChild(page, 'meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    createChild(page, 'title', {}, article.querySelector('h1')?.textContent ?? ''),
    createChild(page, 'style', {}, STYLE),
  );
  const source = createChild(page, 'footer', { dir: 'ltr' });
  source.append(createChild(page, 'a', { href: address }, address));
  // A page that still runs can put into its own document what it likes: the file holds what is safe.
  page.body.append(page.importNode(toSafe(createBare(article, page)), true), source);
  for (const element of page.querySelectorAll('[data-place]')) element.removeAttribute('data-place');
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}

/** The text without what is there to be pressed; its facts are parted by dots. */
function createBare(article: HTMLElement, page: Document): HTMLElement {
  const copy = page.importNode(article, true);
  const pictures = [...article.querySelectorAll<HTMLElement>('.picture, img')].map((each) =>
    createPictureLink(each, page),
  );
  for (const [at, each] of [...copy.querySelectorAll('.picture, img')].entries())
    each.replaceWith(pictures[at] ?? '');
  for (const part of copy.querySelectorAll(
    'button, [data-part=after], [data-part=call], [data-part=offers], .site-navigation, form',
  ))
    part.remove();
  for (const fact of copy.querySelectorAll('.about > * + *')) fact.before(' · ');
  return copy;
}

/** A picture is its name, which leads to it. */
function createPictureLink(picture: HTMLElement, page: Document): Element {
  const name = picture.querySelector('.name')?.textContent || picture.getAttribute('alt') || '';
  const href = readPictureAddress(picture) || picture.getAttribute('src') || '';
  return createChild(page, 'a', { href }, `[${name || href}]`);
}

function createChild(
  page: Document,
  name: string,
  attributes: Record<string, string>,
  text = '',
): HTMLElement {
  const element = page.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}
