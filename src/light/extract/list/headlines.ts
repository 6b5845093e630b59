// Tells the headlines of a page from its other links: each link is weighed by its words, its place and its address, beside those of its kind.
import { toPageAddress } from '../../../common/addresses.ts';
import { toLength } from '../../text/blocks.ts';
import { ENTRY, isApart, TICKER } from './apart.ts';
import { isTitle, type PageLink, toLine } from './page-links.ts';

/** How boxes of links are named that lead to no entry. */
const LABELS =
  /(?:^|[-_\s])(?:author|byline|by-line|user|avatar|profile|cat|categor(?:y|ies)|tag|tags|topic|label|badge|comments?|repl(?:y|ies)|share|sharing|social|crumbs?|breadcrumbs?|pagination|pager|page-numbers|pages|login|signup|account|cart|menu|nav|navigation|submenu|dropdown|footer|legal|cookie|consent|logo|language|lang|filters?|facets?|sort|toolbar|skip|promo|banner|newsletter|subscribe)s?(?:$|[-_\s\d])/i;
/** Addresses that are deeds, not pages to read. */
const UTILITY =
  /\/(?:log-?in|sign-?(?:in|up|out)|register|registration|account|cart|basket|checkout|privacy(?:-?policy)?|terms(?:-of-\w+)?|cookies?(?:-?policy)?|legal|imprint|impressum|about(?:-us)?|contact(?:-us)?|subscribe|newsletters?|advertis\w+|careers|help|faq|rss|feeds?|sitemap|share|search|vote|hide)(?:[/.?]|$)|\.(?:rss|xml|pdf|zip|jpe?g|png|mp[34])$/i;
/** The address of another page within: for sharing it, or coming back to it. */
const CARRIES = /[?&][\w-]+=(?:https?(?::|%3a)|%2f)/i;
/** Such links, in letters, are mostly headlines, and shorter ones mostly not. */
const SENTENCE_LIKE_CHARS = 36;
const LONG_CHARS = 25;
const FAIR_CHARS = 15;
const SHORT_CHARS = 8;
/** A link in a text of so many more characters is a part of a sentence. */
const SENTENCE_CHARS = 40;
/** A link that so many entries have in common leads to what they have in common. */
const COMMON = 3;
/** A headline is so much more than any other link. */
const ENOUGH = 3;
/** Links of one kind judge each other, where there are so many. */
const KIND = 4;
const KIND_SHARE = 2 / 3;

/** A page that marks so many headlines as such marks all of them. */
const MANY = 6;

/** So many levels above a heading is the box of what it names, at the most. */
const HEADED_LEVELS = 7;

interface Weighed {
  link: PageLink;
  weight: number;
  kind: string;
}

/** The headlines among the links, in their order. `own` is the address of the page. */
export function chooseHeadlines(links: PageLink[], own: string): PageLink[] {
  const parents = countParents(links);
  const { origin } = new URL(own);
  const weighed = links
    .filter((link) => isPossible(link, own))
    .map((link) => ({
      ...{ link, kind: toLinkPattern(link) },
      weight: weigh(link, parents.get(toPath(link.href)) ?? 0, origin),
    }));
  const medians = toMedians(weighed);
  const likely = weighed.filter(
    ({ weight, kind }) => weight * (1 - KIND_SHARE) + (medians.get(kind) ?? weight) * KIND_SHARE >= ENOUGH,
  );
  return dropSections(dropDetails(dropCompanions(likely.map(({ link }) => link))));
}

function isPossible({ href, anchors, anchor, words, isSilent }: PageLink, own: string): boolean {
  const url = new URL(href);
  const isPage = href.replace(/[/?#]*$/, '') !== toPageAddress(own).replace(/[/?]*$/, '');
  return (
    isPage &&
    (url.pathname.length > 1 || url.search.length > 1 || url.origin !== new URL(own).origin) &&
    !CARRIES.test(url.search) &&
    !(isSilent && url.origin !== new URL(own).origin) &&
    toLength(words) > 1 &&
    anchors.some((each) => !isApart(each)) &&
    !isApart(anchor)
  );
}

/** How many addresses stand below each. */
function countParents(links: PageLink[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of new Set(links.map(({ href }) => toPath(href)))) {
    const parts = path.split('/');
    for (let end = parts.length - 1; end > 3; end--) {
      const above = parts.slice(0, end).join('/');
      counts.set(above, (counts.get(above) ?? 0) + 1);
    }
  }
  return counts;
}

const toPath = (href: string): string =>
  href.replace(/[?#].*/s, '').replace(/(?:\/index\.\w+|\/|\.html?)$/, '');

function weigh(link: PageLink, below: number, origin: string): number {
  const { anchor, heading, words, href } = link;
  const anchors = link.anchors.filter((each) => !each.closest(TICKER));
  const chars = toLength(words);
  const { pathname: path, origin: home } = new URL(href);
  let weight = 0;
  if (heading) weight += 3;
  else if (isTitle(anchor)) weight += 2;
  if (chars >= SENTENCE_LIKE_CHARS) weight += 3;
  else if (chars >= LONG_CHARS) weight += 2;
  else if (chars >= FAIR_CHARS) weight += 1;
  else if (chars < SHORT_CHARS && !heading) weight -= 1;
  if (showsMore(anchor, chars)) weight += 2;
  if (anchors.length > 1 && sharesCard(anchors)) weight += 1;
  if (/[^/-]+(?:[-_][^/_-]+){2}[^/]*$|\d{5}/.test(path)) weight += 1;
  if (UTILITY.test(path) && home === origin) weight -= 3;
  if (below >= 2 && chars < (heading ? LONG_CHARS : 2 * LONG_CHARS)) weight -= 3;
  if (anchors.length >= COMMON && !sharesCard(anchors) && chars < LONG_CHARS) weight -= 2;
  if (isLabelled(anchor)) weight -= 3;
  if (anchor.closest('aside')) weight -= 2;
  if (!heading && !isTitle(anchor) && isInSentence(anchor, words)) weight -= 3;
  return weight;
}

/** Whether the box that an anchor stands in holds more than it: a picture, a price, a sentence. */
function showsMore(anchor: Element, chars: number): boolean {
  let box: Element | null = anchor;
  for (let level = 0; box && level < 6; level++, box = box.parentElement) {
    if (box.querySelector('img, picture, time, [class*=price i], [class*=date i], [class*=author i]'))
      return true;
    if (toLength(toLine(box.textContent)) >= chars + SENTENCE_CHARS) return true;
    if (isOneOfMany(box)) return false;
  }
  return false;
}

/** Whether it stands among others of its kind. */
function isOneOfMany(box: Element): boolean {
  if (box.matches(ENTRY)) return true;
  const [before, after] = [box.previousElementSibling, box.nextElementSibling];
  const beside = [before, before?.previousElementSibling, after, after?.nextElementSibling];
  const name = box.getAttribute('class');
  return (
    beside.filter((other) => other?.localName === box.localName && other.getAttribute('class') === name)
      .length >= 2
  );
}

/** Whether all anchors of one address stand close together. */
function sharesCard(anchors: Element[]): boolean {
  const [first, ...others] = anchors;
  let box = first?.parentElement;
  for (let level = 0; box && level < 5; level++, box = box.parentElement)
    if (others.every((other) => box?.contains(other))) return true;
  return false;
}

function isLabelled(anchor: Element): boolean {
  let box: Element | null = anchor;
  for (let level = 0; box && level < 3 && !box.matches(ENTRY); level++, box = box.parentElement)
    if (LABELS.test(box.getAttribute('class') ?? '') || /author|tag/.test(anchor.getAttribute('rel') ?? ''))
      return true;
  return false;
}

function isInSentence(anchor: Element, words: string): boolean {
  const block = anchor.closest('p, li, td, dd, div, figcaption');
  if (!block || block.querySelectorAll('a[href]').length > 8 || block.querySelector('p, div, ul, img'))
    return false;
  return toLength(toLine(block.textContent)) - toLength(words) >= SENTENCE_CHARS;
}

/** A link's own element and those around it, with their first class names: links of which that is the same belong together. */
export function toLinkPattern({ anchor }: PageLink): string {
  const names: string[] = [];
  let box: Element | null = anchor;
  for (let level = 0; box && level < 4; level++, box = box.parentElement)
    names.push(`${box.localName}.${(box.getAttribute('class') ?? '').trim().split(/\s+/)[0]}`);
  return names.join('<');
}

function toMedians(weighed: Weighed[]): Map<string, number> {
  const kinds = new Map<string, number[]>();
  for (const { weight, kind } of weighed) {
    const others = kinds.get(kind);
    if (others) others.push(weight);
    else kinds.set(kind, [weight]);
  }
  return new Map(
    [...kinds].flatMap(([kind, weights]) => {
      if (weights.length < KIND) return [];
      const sorted = weights.toSorted((one, other) => one - other);
      return [[kind, sorted[Math.floor(sorted.length / 2)] ?? 0] as const];
    }),
  );
}

/** Of several links in one heading the one that leads deepest is meant. */
function dropCompanions(links: PageLink[]): PageLink[] {
  const deepest = new Map<Element, PageLink>();
  for (const link of links) {
    const other = link.heading && deepest.get(link.heading);
    if (link.heading && (!other || other.href.length < link.href.length)) deepest.set(link.heading, link);
  }
  return links.filter((link) => !link.heading || deepest.get(link.heading) === link);
}

/** A short heading above others of lower levels, or beside a box with several of them, is that of a part of the page. */
function dropSections(links: PageLink[]): PageLink[] {
  const anchors = new Set<Element>(links.map(({ anchor }) => anchor));
  const isSection = ({ heading, words, anchor }: PageLink): boolean => {
    if (!heading || toLength(words) >= LONG_CHARS) return false;
    const outer = heading.contains(anchor) ? heading : anchor;
    const beside = links.filter(
      (other) => other.anchor !== anchor && outer.parentElement?.contains(other.anchor),
    );
    if (beside.length >= 2) return !beside.some((other) => other.heading?.localName === heading.localName);
    return countNext(outer, anchors) >= 2;
  };
  return links.filter((link) => !isSection(link));
}

/** How many of these stand in what follows a heading next. */
function countNext(heading: Element, anchors: ReadonlySet<Element>): number {
  let box: Element | null = heading;
  for (let level = 0; box && level < HEADED_LEVELS; level++, box = box.parentElement) {
    const next = box.nextElementSibling;
    const count = next ? [...next.querySelectorAll('a[href]')].filter((each) => anchors.has(each)).length : 0;
    if (count > 0) return count;
    if (box.matches('li, article, main')) return 0;
  }
  return 0;
}

const isStrong = ({ heading, anchor }: PageLink): boolean => heading !== null || isTitle(anchor);

/** Short links in the box of a headline say who wrote it, when, and of what kind it is. */
function dropDetails(links: PageLink[]): PageLink[] {
  const strong = links.filter(isStrong);
  const counts = new Map<Element, number>();
  for (const { anchor } of strong)
    for (let box = anchor.parentElement; box; box = box.parentElement)
      counts.set(box, (counts.get(box) ?? 0) + 1);
  const standsInCard = ({ anchor }: PageLink): boolean => {
    for (let box = anchor.parentElement; box; box = box.parentElement) {
      const count = counts.get(box) ?? 0;
      if (count > 0) return count === 1;
    }
    return false;
  };
  return links.filter(
    (link) =>
      isStrong(link) || toLength(link.words) >= LONG_CHARS || (!standsInCard(link) && strong.length < MANY),
  );
}
