// Without this, a front page would be an article made of scraps: its light form is its headlines, in order, as links.
import { toLength } from './blocks.ts';

/** A shorter link is a menu entry or a label, in characters. */
const HEADLINE_CHARS = 25;
/** A link to a place in the page itself is none. */
const AWAY = 'a[href]:not([href^="#"])';

function isHeadline(text: string): boolean {
  return toLength(text) >= HEADLINE_CHARS;
}

/** A page as its headlines: the list, how many there are, and how many of the page's headings are links themselves. */
export interface Headlines {
  list: HTMLElement;
  count: number;
  headings: number;
}

/** The headlines of a page without its surroundings, under the headings they stand below; each address once. */
export function extractLinks(root: Element): Headlines {
  const page = root.ownerDocument;
  const list = page.createElement('div');
  const seen = new Set<string>();
  let headings = 0;
  let items: HTMLElement | null = null;
  for (const element of root.querySelectorAll(`h2, h3, h4, ${AWAY}`)) {
    if (element.closest('form')) continue;
    if (element.localName !== 'a') {
      if (isSectionHeading(element)) {
        list.append(toText(page, 'h2', element.textContent));
        items = null;
      } else headings += 1;
      continue;
    }
    const address = (element as HTMLAnchorElement).href;
    const text = toHeadline(element);
    if (!/^https?:/.test(address) || seen.has(address) || !isHeadline(text)) continue;
    seen.add(address);
    items ??= list.appendChild(page.createElement('ul'));
    items.append(toItem(page, address, text));
  }
  for (const heading of list.querySelectorAll('h2'))
    if (heading.nextElementSibling?.localName !== 'ul') heading.remove();
  return { list, count: seen.size, headings };
}

/** A heading that names a part of the page, not a story: it is no link and in none. */
function isSectionHeading(heading: Element): boolean {
  const text = heading.textContent?.trim() ?? '';
  return text.length > 1 && text.length <= 60 && !heading.closest('a') && !heading.querySelector(AWAY);
}

/** A teaser that is one link as a whole has its headline in it. */
function toHeadline(link: Element): string {
  const heading = link.querySelector('h1, h2, h3, h4, h5, [role="heading"]');
  return ((heading ?? link).textContent ?? '').replace(/\s+/g, ' ').trim();
}

function toText(page: Document, name: string, text: string | null): HTMLElement {
  return Object.assign(page.createElement(name), { textContent: text?.replace(/\s+/g, ' ').trim() });
}

function toItem(page: Document, address: string, text: string): HTMLElement {
  const link = toText(page, 'a', text);
  link.setAttribute('href', address);
  const item = page.createElement('li');
  item.append(link);
  return item;
}
