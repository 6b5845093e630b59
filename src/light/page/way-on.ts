// Finds the pages before and after this one: of a text in parts, a serial, a manual.
import { isWebAddress, toPageAddress } from '../../common/addresses.ts';
import { findAll } from '../../common/document/unclobbered.ts';

/** A link to another part, with the page's own words for it; '' where it has none. */
export interface WayLink {
  href: string;
  words: string;
}

export interface WayOn {
  previous: WayLink | null;
  next: WayLink | null;
  /** The next page is this address with the next page number: the same text goes on there. */
  isSameText: boolean;
}

/** A page that leads nowhere. */
export const NO_WAY_ON: WayOn = { previous: null, next: null, isSameText: false };

/** Longer words are a headline, which says more of another text than of the way to it, in characters. */
const WORDS_CHARS = 80;
/** How pages call the way on and the way back, at the beginning of a link's words. */
const NEXT =
  /^(?:next|continue|nächste|weiter|(?:page |chapitre |partie )?suivant|(?:página |capítulo |parte )?siguiente|próxim|seguinte|successiv|volgende|następn|следующ|далее|наступн|далі|sonraki|بعدی|(?:صفح[هۀ]\u0654?\u200c?ی?|فصل|قسمت|بخش) ?بعد|اگل[ایے]|(?:ال\S+ )?التالي|次|下一[页頁章篇]|다음|अगला|berikutnya)/i;
const PREVIOUS =
  /^(?:prev(?:ious)?\b|vorherige|vorige|zurück|(?:page |chapitre |partie )?précédent|(?:página |capítulo |parte )?anterior|precedente|poprzedni|предыдущ|попередн|önceki|قبلی|(?:صفح[هۀ]\u0654?\u200c?ی?|فصل|قسمت|بخش) ?قبل|پچھل[ایے]|(?:ال\S+ )?السابق|前の|上一[页頁章篇]|이전|पिछला|sebelumnya)/i;
/** What such words are about: a lone "next" may turn a gallery or a calendar. */
const ARROWS = /^[\s«»‹›<>←→⟵⟶▶◀|…]+|[\s«»‹›<>←→⟵⟶▶◀|…]+$/gu;
/** Where a page says on which of its numbered pages it is. */
const CURRENT =
  '[aria-current], [class*=current i], [class*=active i], [class*=selected i], strong, b, em, span';
/** The next chapter is another text. */
const CHAPTER = /chap|kapit|capít|capit|глав|розділ|rozdział|bölüm|فصل|[章話]|episode/i;
/** A text has fewer pages. */
const MOST_PAGES = 500;

/** Reads where this page, which stands at `address`, says that its text goes on. */
export function readWayOn(page: Document, address: string): WayOn {
  const own = toPageAddress(address);
  const links = findAll<HTMLAnchorElement>(page, 'a[href]').filter((link) => leadsOn(link, own));
  const find = (rel: string, like: RegExp): WayLink | null => {
    const named = links.filter((link) => hasRel(link, rel));
    const worded = links.filter((link) => like.test(toWords(link)));
    const [best] = [...named.filter((link) => worded.includes(link)), ...named, ...worded];
    if (best) return { href: toPageAddress(best.href), words: toShownWords(best) };
    const head = findAll<HTMLLinkElement>(page, 'link[rel][href]').find((link) => hasRel(link, rel));
    const href = head ? toPageAddress(toAbsolute(head)) : '';
    return href && href !== own && isSameOrigin(href, own) ? { href, words: '' } : null;
  };
  const numbered = findNumbered(links);
  const next = find('next', NEXT) ?? numbered.next ?? findNumber(links, own);
  const previous = find('prev', PREVIOUS) ?? numbered.previous;
  const isSameText = next !== null && !CHAPTER.test(next.words) && isNextNumber(own, next.href);
  return { previous, next, isSameText };
}

function leadsOn(link: HTMLAnchorElement, own: string): boolean {
  const href = toAbsolute(link);
  return (
    isSameOrigin(href, own) &&
    toPageAddress(href) !== own &&
    link.closest('[hidden], template, [rel~=nofollow]') === null
  );
}

function toAbsolute(link: Element): string {
  const href = link.getAttribute('href') ?? '';
  return URL.canParse(href, link.baseURI) ? new URL(href, link.baseURI).href : '';
}

function isSameOrigin(href: string, own: string): boolean {
  return isWebAddress(href) && URL.canParse(own) && new URL(href).origin === new URL(own).origin;
}

function hasRel(link: Element, rel: string): boolean {
  const rels = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
  return rels.includes(rel) || (rel === 'prev' && rels.includes('previous'));
}

/** What a link says, or what screen readers say of it. */
function toWords(link: Element): string {
  const text = readTexts(link).join(' ').replace(/\s+/g, ' ').replace(ARROWS, '');
  const words = /\p{L}/u.test(text)
    ? text
    : (link.getAttribute('aria-label') ?? link.getAttribute('title') ?? '');
  return words.length <= WORDS_CHARS ? words.trim() : '';
}

/** What stands in boxes below one another are words apart. */
function readTexts(node: Node): string[] {
  if (node.nodeType === 3) return node.nodeValue?.trim() ? [node.nodeValue.trim()] : [];
  return [...node.childNodes].flatMap(readTexts);
}

function toShownWords(link: Element): string {
  const words = toWords(link);
  return /\p{L}{2}/u.test(words) ? words : '';
}

/** Of numbers in a row, one of which is no link: this page, between the one before and the one after. */
function findNumbered(links: HTMLAnchorElement[]): Pick<WayOn, 'next' | 'previous'> {
  const numbers = links.filter((link) => /^\d{1,3}$/.test(link.textContent?.trim() ?? ''));
  for (const link of numbers) {
    const row = link.closest('ul, ol, nav, p, div, td');
    const current = [...(row?.querySelectorAll(CURRENT) ?? [])].find(
      (each) =>
        /^\d{1,3}$/.test(each.textContent?.trim() ?? '') &&
        !each.closest('a[href]') &&
        !each.querySelector('a[href]'),
    );
    if (!row || !current) continue;
    const at = Number(current.textContent);
    const toLink = (number: number): WayLink | null => {
      const found = numbers.find((each) => row.contains(each) && Number(each.textContent) === number);
      return found ? { href: toPageAddress(toAbsolute(found)), words: '' } : null;
    };
    const [next, previous] = [toLink(at + 1), toLink(at - 1)];
    if (next || previous) return { next, previous };
  }
  return { next: null, previous: null };
}

/** A link to the same address with the next page number that says this number among its words. */
function findNumber(links: HTMLAnchorElement[], own: string): WayLink | null {
  const found = links.find(
    (link) =>
      /(?:^|\D)\d{1,3}(?!\d)/.test(toWords(link)) &&
      !/comment/i.test(link.href) &&
      isNextNumber(own, toAbsolute(link)),
  );
  return found ? { href: toPageAddress(toAbsolute(found)), words: toShownWords(found) } : null;
}

/** Whether one address is another with the next page number, which the first page of a text often leaves out. */
export function isNextNumber(own: string, next: string): boolean {
  for (const { 0: digits, index } of next.matchAll(/\d{1,3}(?!\d)/g)) {
    const number = Number(digits);
    if (number < 2 || number > MOST_PAGES) continue;
    const [before, after] = [next.slice(0, index), next.slice(index + digits.length)];
    if (/\d$/.test(before)) continue;
    if (toBare(before + (number - 1) + after) === toBare(own)) return true;
    if (number !== 2) continue;
    // `/2/`, `/page/2`, `?page=2`, `&p=2`, `-2.html`, `_2`: of the second page.
    const bare = before.replace(
      /(?:[?&][\w-]*=|(?:\/(?:page|seite|p|sayfa|pagina))?\/|[-_,](?:page|p)?-?)$/i,
      '',
    );
    if (bare !== before && toBare(bare + after) === toBare(own)) return true;
  }
  return false;
}

function toBare(address: string): string {
  return address.replace(/[/?&]+$/, '').replace(/\/(?=\.\w+$|[?&])/, '');
}
