// Makes a page of a feed that the browser shows as a tree or as text: its title, and its entries as headlines with what is said of each.
import { createEmptyDocument } from './html-stream.ts';

/** RSS 2 and 1, and Atom, after what may stand before the first element of XML. */
const FEED = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!(?!--)[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/;
/** What stands before it is short, in characters. */
const HEAD_CHARS = 4000;
/** What is said of an entry is a summary; whole texts stand at its address. In characters. */
const SUMMARY_CHARS = 400;

/** The page; `null` where this is none that shows a feed. */
export function toFeedPage(shown: Document): Document | null {
  const feed = findFeed(shown);
  if (!feed) return null;
  const page = createEmptyDocument();
  const main = page.body.appendChild(page.createElement('main'));
  page.title = toLine(findChild(findChild(feed, 'channel') ?? feed, 'title')?.textContent);
  main.append(Object.assign(page.createElement('h1'), { textContent: page.title }));
  main.append(...[...feed.querySelectorAll('item, entry')].flatMap((entry) => toEntry(page, entry)));
  return main.querySelector('a') ? page : null;
}

/** The feed's own first element: Chromium has all of it in the tree that it draws, or shows its source like any text. */
function findFeed({ body }: Document): Element | null {
  const drawn = body?.querySelector('#webkit-xml-viewer-source-xml')?.firstElementChild;
  if (drawn) return /^(?:rss|feed|RDF)$/.test(drawn.localName) ? drawn : null;
  const source = body?.children.length === 1 ? (body.querySelector(':scope > pre')?.textContent ?? '') : '';
  if (!FEED.test(source.slice(0, HEAD_CHARS))) return null;
  return new DOMParser().parseFromString(source, 'text/xml').documentElement;
}

/** Nothing for an entry that leads nowhere. */
function toEntry(page: Document, entry: Element): Element[] {
  const address = findAddress(entry);
  const summary = readSummary(entry);
  const title = toLine(findChild(entry, 'title')?.textContent) || summary.slice(0, 80);
  if (!address || !title) return [];
  const article = page.createElement('article');
  const heading = article.appendChild(page.createElement('h2'));
  heading.append(Object.assign(page.createElement('a'), { href: address, textContent: title }));
  article.append(Object.assign(page.createElement('p'), { textContent: summary }));
  return [article];
}

/** Atom has an attribute, RSS a text. */
function findAddress(entry: Element): string {
  const links = [...entry.children].filter(({ localName }) => localName === 'link');
  const isOwn = (link: Element) => (link.getAttribute('rel') ?? 'alternate') === 'alternate';
  const link = links.find(isOwn);
  return (link?.getAttribute('href') ?? link?.textContent ?? '').trim();
}

/** It is HTML, written as text. */
function readSummary(entry: Element): string {
  const said = findChild(entry, 'description') ?? findChild(entry, 'summary') ?? findChild(entry, 'content');
  const html = new DOMParser().parseFromString(said?.textContent ?? '', 'text/html');
  const words = toLine(html.body.textContent);
  return words.length > SUMMARY_CHARS ? `${words.slice(0, SUMMARY_CHARS)}…` : words;
}

function findChild(parent: Element, name: string): Element | undefined {
  return [...parent.children].find(({ localName }) => localName === name);
}

function toLine(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
