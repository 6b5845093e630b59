// Holds the list that Light makes of a page against the headlines that were marked by hand in it.
import type { Reading } from '../../../src/light/extract/article.ts';

/** What a person marked: addresses, relative to the page's site, with spaces between. */
export interface Marks {
  /** Nobody looked at it while the rules were written. */
  held: boolean;
  headlines: string;
  /** Neither headlines nor rubbish: parts of the site, the most read. */
  besides: string;
}

export interface Verdict {
  state: string;
  headlines: number;
  found: number;
  shown: number;
  rubbish: number;
  /** The headlines that are shown stand in the page's order. */
  ordered: boolean;
}

const COUNTERS = /^(?:utm_\w+|fbclid|gclid|intcmp|cmpid|ref|ref_src|srsltid)$/i;

/** An address without what does not tell pages apart. */
function toKey(address: string, base: string): string {
  const url = new URL(address, base);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (COUNTERS.test(name)) url.searchParams.delete(name);
  return url.href.replace(/\/$/, '');
}

export function judgeList(reading: Reading | null, marks: Marks, address: string): Verdict {
  const toKeys = (addresses: string) =>
    addresses
      .split(' ')
      .filter(Boolean)
      .map((each) => toKey(each, address));
  const headlines = toKeys(marks.headlines);
  const wanted = new Set(headlines);
  const known = new Set([...headlines, ...toKeys(marks.besides)]);
  const links = reading?.state === 'links' ? [...reading.body.querySelectorAll('li > a[href]')] : [];
  const shown = links.map((link) => toKey(link.getAttribute('href') ?? '', address));
  const found = shown.filter((each) => wanted.has(each));
  const places = found.map((each) => headlines.indexOf(each));
  return {
    state: reading?.state ?? 'nothing',
    headlines: wanted.size,
    found: new Set(found).size,
    shown: shown.length,
    rubbish: shown.filter((each) => !known.has(each)).length,
    ordered: places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0)),
  };
}
