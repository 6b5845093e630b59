// Compares two texts by their 4-grams of words: precision, recall and F1.

/** Words as the article-extraction-benchmark has them. */
export const toWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Between 0 and 1 each. */
export interface Score {
  precision: number;
  recall: number;
}

export const SHINGLE_WORDS = 4;

function countShingles(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at === 0 || at + SHINGLE_WORDS <= words.length; at++) {
    const shingle = words.slice(at, at + SHINGLE_WORDS).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0);

/** Multisets of 4-word shingles held against each other: https://github.com/scrapinghub/article-extraction-benchmark. */
export function score(shown: string, gold: string): Score {
  const [ours, theirs] = [countShingles(toWords(shown)), countShingles(toWords(gold))];
  const shared = sum([...ours].map(([shingle, count]) => Math.min(count, theirs.get(shingle) ?? 0)));
  const part = (of: Map<string, number>) => shared / Math.max(1, sum(of.values()));
  return toWords(shown).length
    ? { precision: part(ours), recall: part(theirs) }
    : { precision: 0, recall: 0 };
}

export const toF1 = ({ precision, recall }: Score): number =>
  precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;

const INLINE =
  'a|abbr|b|bdi|bdo|big|cite|code|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr';
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', shy: '' };

/** The text of trusted, well-formed HTML: inline elements join words, all others part them. */
export function toPlainText(html: string): string {
  return html
    .replace(/<(script|style|template)\b.*?<\/\1>|<!--.*?-->/gis, ' ')
    .replace(new RegExp(`</?(${INLINE})(\\s[^>]*)?>`, 'gi'), '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(x?)([\da-f]+);/gi, (_, hex, digits) =>
      String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
    )
    .replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole);
}
