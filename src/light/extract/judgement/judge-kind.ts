// Tells what kind of page it is: from the names of its boxes, its address, what it says of itself, and how its text is spread.
import type { Context } from './features/context.ts';
import { log, toShare } from './features/surroundings.ts';

/** How much each word and each number speaks for each kind, in the order of `PAGE_KINDS`. */
export interface KindWeights {
  bias: readonly number[];
  words: Readonly<Record<string, readonly number[]>>;
  numbers: readonly (readonly number[])[];
}

/** A box that stands in a page more often is a member of a list, whose names are counted apart. */
const MANY = 8;

/** What a page is told by, each once: words of boxes, those of many boxes, its address, its types. */
export function toKindWords({ boxWords, facts }: Context): Set<string> {
  const counts = new Map<string, number>();
  for (const own of boxWords) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = new Set<string>();
  for (const [word, count] of counts) {
    words.add(word);
    if (count >= MANY) words.add(`${word}+`);
  }
  for (const type of facts.types.toLowerCase().split(/[^a-z]+/)) if (type) words.add(`type=${type}`);
  for (const word of toAddressWords(facts.address)) words.add(`at=${word}`);
  return words;
}

/** The words of a path; how deep it is, and whether it has a day or a long name in it. */
function toAddressWords(address: string): string[] {
  const { pathname, search } = new URL(address);
  const parts = pathname.split('/').filter(Boolean);
  const words = parts
    .flatMap((part) => part.toLowerCase().split(/[^a-z]+/))
    .filter(({ length }) => length > 2);
  return [
    ...new Set(words),
    `/${Math.min(parts.length, 4)}`,
    ...(/\/(?:19|20)\d\d\/\d/.test(pathname) ? ['/day'] : []),
    ...(/[a-z]+(?:-[a-z\d]+){4}/.test(parts.at(-1) ?? '') ? ['/name'] : []),
    ...(/\d{5}/.test(parts.at(-1) ?? '') ? ['/number'] : []),
    ...(search ? ['?'] : []),
  ];
}

/** The page as numbers, each about 0 to 2. */
export function toKindRow({ runs, total, families, keptRuns, sums, main, headline }: Context): number[] {
  const headings = runs.filter(({ level }) => level > 0);
  const most = families.reduce((best, each) => (each.chars > best.chars ? each : best), {
    runs: 0,
    chars: 0,
  });
  const prices = runs.filter(({ text }) => text.length < 40 && /\p{Sc}\s?\d|\d\s?\p{Sc}/u.test(text)).length;
  return [
    log(total.chars) / 10,
    log(runs.length) / 10,
    toShare(total.linked, total.chars),
    toShare(total.prose, total.chars),
    toShare(total.kept, total.chars),
    log(total.kept) / 10,
    log(toShare(total.kept, keptRuns)) / 10,
    toShare(
      headings.reduce((sum, { linkShare }) => sum + linkShare, 0),
      headings.length,
    ),
    log(headings.length) / 6,
    toShare(most.chars, total.chars),
    log(most.runs) / 8,
    log(prices) / 4,
    toShare(sums[main]?.linked ?? 0, sums[main]?.chars ?? 0),
    Number(headline >= 0),
    toShare(runs.filter(({ text }) => text.endsWith('?')).length * 10, runs.length),
    log(families.length) / 8,
  ];
}

/** The chance of each kind, in the order of `PAGE_KINDS`. */
export function judgeKind(context: Context, { bias, words, numbers }: KindWeights): number[] {
  const odds = [...bias];
  const addAll = (by: readonly number[] | undefined, times: number) =>
    by?.forEach((each, at) => {
      odds[at] = (odds[at] ?? 0) + each * times;
    });
  for (const word of toKindWords(context)) if (Object.hasOwn(words, word)) addAll(words[word], 1);
  for (const [at, value] of toKindRow(context).entries()) addAll(numbers[at], value);
  const most = Math.max(...odds);
  const shares = odds.map((each) => Math.exp(each - most));
  const sum = shares.reduce((all, each) => all + each, 0);
  return shares.map((each) => each / sum);
}
