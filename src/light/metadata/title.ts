// Chooses the title of an article among headings and metadata, without the name of the site.
import { isSite, toKey, toLikeness } from '../text/text-similarity.ts';

/** What a page calls its article, in all the places in which it does. */
export interface Claims {
  /** The page's own headings, which a reader sees. */
  headings: string[];
  /** What it tells others, the most exact first; the document's title comes last. */
  told: string[];
  /** All names of the site. */
  sites: string[];
  section: string;
  /** Whether a text is all that stands in some element of the page. */
  isShown?: (text: string) => boolean;
}

/** A heading so alike what the page tells others is the title: pages whose search engine title is worded anew begin at 0.6. */
const ALIKE = 0.55;
/** The name of a site may have separators in it, but not more. */
const PARTS = 4;
/** A title with more separators is looked at up to this one. */
const MOST_SEPARATORS = 8;
/** What stands between a title and the name of a site. */
const SEPARATOR = /\s*[-–—|｜ㅣ·•:：»«›‹@~/_*]+\s*/gu;

/** The title of the article as a reader of the page sees it, else as the page tells it, without the site's name; '' where none is given. */
export function toTitle({ headings, told, sites, section, isShown }: Claims): string {
  const claims = told
    .map((claim) => dropSite(claim, sites, section))
    .filter((claim) => !isName(claim, sites));
  // `Rain in the valley at The Ledger`, `Rain in the valley | News`: the claim only says more.
  const isWith = (heading: string, claim: string) => {
    const more = claim.startsWith(heading) ? claim.slice(heading.length) : '';
    return more.search(SEPARATOR) === 0 || (more[0] === ' ' && isSite(more, sites));
  };
  const likeness = (heading: string) =>
    claims.some((claim) => claim === heading || isWith(heading, claim))
      ? 1
      : Math.max(0, ...claims.map((claim) => toLikeness(heading, claim)));
  const [heading] = headings
    .filter((each) => !isName(each, sites))
    .map((text) => ({ text, likeness: likeness(text) }))
    .sort((one, other) => other.likeness - one.likeness);
  if (heading && heading.likeness >= ALIKE) return heading.text;
  const claim = claims[0] ?? '';
  return (isShown && findShownPart(claim, isShown)) || claim;
}

/** A page may write its title in no heading at all, and name its site in a way that nothing tells: the part that it shows is the title. */
function findShownPart(claim: string, isShown: (text: string) => boolean): string | undefined {
  // What stands right behind a word belongs to it: a colon in a title.
  const separators = [...claim.matchAll(SEPARATOR)]
    .filter(([separator]) => !/^[:：/]/.test(separator))
    .slice(0, MOST_SEPARATORS);
  if (separators.length === 0) return undefined;
  const starts = [0, ...separators.map(({ index, 0: { length } }) => index + length)];
  const ends = [...separators.map(({ index }) => index), claim.length];
  const parts = starts.flatMap((start) => ends.map((end) => claim.slice(start, end)));
  const telling = parts.filter(({ length }) => length * 2 >= claim.length);
  return telling.sort((one, other) => other.length - one.length).find(isShown);
}

/** A text without the names of the site and the section before and after it; as it is where nothing else would be left. */
export function dropSite(text: string, sites: string[], section = ''): string {
  const isDropped = (part: string) => [toKey(section), ''].includes(toKey(part)) || isSite(part, sites);
  const separators = [...text.matchAll(SEPARATOR)];
  for (const { index, 0: separator } of separators.slice(-PARTS).reverse()) {
    const rest = text.slice(0, index);
    if (rest && isDropped(text.slice(index + separator.length))) return dropSite(rest, sites, section);
  }
  const [first] = separators;
  // A colon after the first words is part of many a title.
  if (!first?.index || /^\S*[:：/]/.test(first[0]) || !isDropped(text.slice(0, first.index))) return text;
  return text.slice(first.index + first[0].length) || text;
}

/** The name of the site and nothing more. */
function isName(text: string, sites: string[]): boolean {
  const key = toKey(text);
  return !key || sites.some((site) => toKey(site) === key);
}
