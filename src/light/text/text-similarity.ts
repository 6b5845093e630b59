// Compares two texts by their words, without regard to case, diacritics and punctuation.

/** What a text is compared by, in any script: its letters and digits. */
export function toKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** How alike two texts are, 0 to 1: Dice's coefficient of their pairs of letters, which needs no spaces between words. */
export function toLikeness(one: string, other: string): number {
  const [ones, others] = [toPairs(one), toPairs(other)];
  const shared = [...ones].filter((pair) => others.has(pair)).length;
  return shared === 0 ? 0 : (2 * shared) / (ones.size + others.size);
}

function toPairs(text: string): Set<string> {
  const key = toKey(text);
  // The end counts as a letter: a text of one letter has a pair, too.
  return new Set(Array.from(key, (_, at) => key.slice(at, at + 2)));
}

/** Whether a text is the name of a site, or little more or less than that: `The Washington Post` where the site is `Washington Post`. */
export function isSite(text: string, sites: string[]): boolean {
  const key = toKey(text);
  return sites.map(toKey).some((site) => {
    const [short, long] = key.length < site.length ? [key, site] : [site, key];
    // Chinese names are of two letters; two of Latin ones are in too many words.
    const least = /[a-z]/.test(short) ? 3 : 2;
    return short.length >= least && short.length * 3 >= long.length && long.includes(short);
  });
}
