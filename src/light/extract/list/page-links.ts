// Reads the links of a page, each address once, with the best words for it and what its place in the page says of it.
import { toPageAddress } from '../../../common/addresses.ts';
import { toLength } from '../../text/blocks.ts';
import { TICKER } from './apart.ts';

/** A link of a page: all anchors that lead to one address. */
export interface PageLink {
  href: string;
  anchors: HTMLAnchorElement[];
  /** The anchor whose words are the best ones. */
  anchor: HTMLAnchorElement;
  words: string;
  /** The heading that its anchor stands in, or that stands in its anchor. */
  heading: Element | null;
  /** Its words are not seen: they are said to screen readers, or are those of its picture. */
  isSilent: boolean;
}

/** A page with more has them to keep us busy. */
const MOST_LINKS = 8000;
/** A longer link is a whole text, in characters. */
const WORDS_CHARS = 300;
/** So many levels above a link is the box of its entry, at the most. */
const HEADED_LEVELS = 4;
/** Words that so many addresses share are no name of any: "Read more". */
const SHARED = 3;
export const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role=heading]';
const TITLES =
  '[class*=title i]:not([class*=subtitle i]), [class*=headline i], [class*=heading i], [itemprop~=name], [itemprop~=headline]';
/** What only counts readers, and the same page is shown without it. */
const COUNTERS = /^(?:utm_\w+|fbclid|gclid|intcmp|cmpid|ref|ref_src|srsltid)$/i;
/** A link that is pressed to do something. */
const DEEDS =
  '[rel~=nofollow][role=button], [download], [role=menuitem], [role=tab], [aria-hidden=true] [role=button]';

/** In the order of the page. */
export function readPageLinks(root: Element): PageLink[] {
  const anchors = [...root.querySelectorAll<HTMLAnchorElement>('a[href]')].slice(0, MOST_LINKS);
  const byKey = new Map<string, NamedAnchor[]>();
  // Asked for once: it is looked for in the whole page.
  const base = root.baseURI;
  for (const anchor of anchors) {
    const key = toKey(anchor.getAttribute('href') ?? '', base);
    if (!key || anchor.matches(DEEDS)) continue;
    const named = { anchor, heading: findHeading(anchor), words: toOwnWords(anchor) };
    const others = byKey.get(key);
    if (others) others.push(named);
    else byKey.set(key, [named]);
  }
  const shared = findShared(byKey);
  return [...byKey].flatMap(([key, same]) => toPageLink(same, { shared, base, key }) ?? []);
}

/** An address without what does not tell pages apart; '' where it is no page, or a place in this one. */
function toKey(href: string, base: string): string {
  if (href.startsWith('#') || !URL.canParse(href, base)) return '';
  const url = new URL(href, base);
  if (!/^https?:$/.test(url.protocol)) return '';
  // By its words: what a content script of Firefox has of `searchParams` cannot be iterated.
  const fields = url.search.slice(1).split('&');
  url.search = fields.filter((field) => !COUNTERS.test(field.split('=')[0] ?? '')).join('&');
  url.hash = '';
  return url.href.replace(/\/$/, '');
}

/** An anchor, the heading that it has to do with, and its own words. */
type NamedAnchor = Pick<PageLink, 'anchor' | 'heading' | 'words'>;

function findShared(byKey: ReadonlyMap<string, NamedAnchor[]>): Set<string> {
  const counts = new Map<string, number>();
  for (const named of byKey.values())
    for (const words of new Set(named.filter(({ heading }) => !heading).map((each) => each.words)))
      counts.set(words, (counts.get(words) ?? 0) + 1);
  return new Set([...counts].flatMap(([words, count]) => (count >= SHARED ? [words] : [])));
}

interface Known {
  shared: ReadonlySet<string>;
  base: string;
  key: string;
}

function toPageLink(all: NamedAnchor[], { shared, base, key }: Known): PageLink | null {
  // Its place in the list is not that in a ticker, where it stands elsewhere, too.
  const still = all.filter(({ anchor }) => !anchor.closest(TICKER));
  const named = still.length > 0 ? still : all;
  const isName = ({ words, heading = null }: { words: string; heading?: Element | null }) =>
    /\p{L}/u.test(words) && (heading !== null || !shared.has(words));
  const worded = named.filter(isName);
  const inHeading = worded.filter(({ heading }) => heading);
  const best =
    toLongest(inHeading) ?? toLongest(worded.filter(({ anchor }) => isTitle(anchor))) ?? toLongest(worded);
  const silent = best ? [] : named.map((each) => ({ ...each, words: toSilentWords(each.anchor) }));
  const headed = best ? [] : named.flatMap((each) => toHeaded(each.anchor, key, base) ?? []);
  const told = silent.find(isName);
  const isPart = told && headed[0]?.words.includes(told.words);
  const chosen = best ?? (isPart ? { ...told, heading: headed[0]?.heading ?? null } : (headed[0] ?? told));
  if (!chosen) return null;
  const href = toPageAddress(new URL(chosen.anchor.getAttribute('href') ?? '', base).href);
  return { href, anchors: all.map(({ anchor }) => anchor), ...chosen, isSilent: !best && !headed[0] };
}

/** A link without a name of its own is called by the one heading that stands above it in its box. */
function toHeaded(anchor: HTMLAnchorElement, key: string, base: string): NamedAnchor | null {
  let box = anchor.parentElement;
  for (let level = 0; box && level < HEADED_LEVELS; level++, box = box.parentElement) {
    const headings = box.querySelectorAll(HEADINGS);
    if (headings.length === 0) continue;
    const [heading] = headings;
    const isOwn = [...box.querySelectorAll('a[href]')].every(
      (each) => toKey(each.getAttribute('href') ?? '', base) === key,
    );
    const words = heading ? toShownLine(heading) : '';
    const isName = headings.length === 1 && isOwn && words.length <= WORDS_CHARS && /\p{L}/u.test(words);
    return isName && heading ? { anchor, heading, words } : null;
  }
  return null;
}

function toLongest<T extends { words: string }>(all: T[]): T | undefined {
  return all.reduce<T | undefined>(
    (best, each) => (best && toLength(best.words) >= toLength(each.words) ? best : each),
    undefined,
  );
}

export const toLine = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The words of an element, apart where two elements of it stand together. */
export function toShownLine(element: Element): string {
  if (element.childElementCount < 2) return toLine(element.textContent);
  return toLine(
    [...element.childNodes]
      .map((node, at, all) => {
        const isBeside = node.nodeType === 1 && all[at - 1]?.nodeType === 1 && BOXES.test(node.nodeName);
        return (isBeside ? ' ' : '') + (node.nodeType === 1 ? toShownLine(node as Element) : node.nodeValue);
      })
      .join(''),
  );
}

const BOXES = /^(?:span|div|p|h[1-6]|strong|small|time|li|ul|section|header)$/i;

/** The heading that an anchor is in, or that is in it. */
function findHeading(anchor: Element): Element | null {
  return anchor.closest(HEADINGS) ?? anchor.querySelector(HEADINGS);
}

/** Whether its name, or that of the box it alone stands in, says that it is a title. */
export function isTitle(anchor: Element): boolean {
  if (anchor.matches(TITLES) || anchor.querySelector(TITLES)) return true;
  const box = anchor.parentElement;
  return Boolean(box?.matches(TITLES)) && (box?.querySelectorAll('a[href]').length ?? 0) <= 2;
}

/** What an anchor calls its page: a teaser that is one link as a whole has its headline in it. */
function toOwnWords(anchor: Element): string {
  const inner = anchor.querySelector(HEADINGS) ?? findInnerTitle(anchor);
  const words = toShownLine(inner ?? anchor);
  return words.length <= WORDS_CHARS ? words : '';
}

/** The title in a teaser that is one link, where that is more than a title. */
function findInnerTitle(anchor: Element): Element | null {
  if (!anchor.firstElementChild) return null;
  const titles = [...anchor.querySelectorAll(TITLES)].filter((each) => toLine(each.textContent));
  return titles.find((each) => !each.querySelector(TITLES)) ?? findFirstBlock(anchor);
}

const BLOCKS = 'p, div, li, strong, b, figcaption';

/** The first of several blocks with words. */
function findFirstBlock(anchor: Element): Element | null {
  const blocks = [...anchor.querySelectorAll(BLOCKS)].filter(
    (each) => /\p{L}/u.test(each.textContent ?? '') && !each.querySelector(BLOCKS),
  );
  return blocks.length > 1 ? (blocks[0] ?? null) : null;
}

/** What is said of a link without words: to screen readers, or by its picture. */
function toSilentWords(anchor: Element): string {
  const told = anchor.getAttribute('aria-label') ?? anchor.getAttribute('title');
  const words = toLine(told ?? anchor.querySelector('img[alt]')?.getAttribute('alt') ?? '');
  return words.length <= WORDS_CHARS ? words : '';
}
