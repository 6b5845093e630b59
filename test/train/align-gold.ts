// Says of each run of a page how much of it stands in the text that a reader should see.
import { toWords } from '../bench/shingles.ts';

const GRAM = 4;
/** A short run belongs to the text where its words stand so near to a run that does, in words. */
const NEAR_WORDS = 6;

/** A share of 0 to 1 for each run. */
export function alignRuns(texts: string[], gold: string): Float32Array {
  const wanted = toWords(gold);
  const places = toPlaces(wanted);
  const runs = texts.map(toWords);
  const shares = new Float32Array(runs.length);
  /** Where in the gold each run was found: its first and its last word. */
  const found: ([number, number] | null)[] = runs.map(() => null);
  let from = 0;
  runs.forEach((words, at) => {
    if (words.length < GRAM) return;
    const { share, first, last } = findLong(words, places, from);
    shares[at] = share;
    if (share < 0.5) return;
    found[at] = [first, last];
    from = last;
  });
  dropRepeated(runs, found, shares, wanted);
  runs.forEach((words, at) => {
    if (words.length === 0 || words.length >= GRAM) return;
    const before = found.slice(0, at).findLast((each) => each !== null);
    const after = found.slice(at + 1).find((each) => each !== null);
    const place = findShort(words, wanted, before?.[1] ?? -1, after?.[0] ?? wanted.length);
    if (place < 0) return;
    shares[at] = 1;
    found[at] = [place, place + words.length - 1];
  });
  return shares;
}

function toPlaces(words: string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + GRAM <= words.length; at++) {
    const key = words.slice(at, at + GRAM).join(' ');
    const others = places.get(key);
    if (others) others.push(at);
    else places.set(key, [at]);
  }
  return places;
}

function findLong(words: string[], places: Map<string, number[]>, from: number) {
  let hits = 0;
  let [first, last] = [-1, -1];
  const count = words.length - GRAM + 1;
  for (let at = 0; at < count; at++) {
    const where = places.get(words.slice(at, at + GRAM).join(' '));
    if (!where) continue;
    hits += 1;
    // The nearest place behind what was found before, else the first.
    const place = where.find((each) => each >= (first < 0 ? from : first)) ?? where[0] ?? 0;
    if (first < 0) first = Math.max(0, place - at);
    last = place + GRAM - 1;
  }
  return { share: hits / count, first, last };
}

/** What stands in the page more often than in the gold is the text where its neighbours are. */
function dropRepeated(
  runs: string[][],
  found: ([number, number] | null)[],
  shares: Float32Array,
  wanted: string[],
): void {
  const groups = new Map<string, number[]>();
  runs.forEach((words, at) => {
    if (found[at]) groups.set(words.join(' '), [...(groups.get(words.join(' ')) ?? []), at]);
  });
  const text = ` ${wanted.join(' ')} `;
  for (const [key, places] of groups) {
    if (places.length < 2) continue;
    const times = Math.max(1, text.split(` ${key} `).length - 1);
    if (places.length <= times) continue;
    const support = (at: number) => {
      let sum = 0;
      for (let by = -4; by <= 4; by++)
        if (by !== 0 && !places.includes(at + by)) sum += (shares[at + by] ?? 0) / Math.abs(by);
      return sum;
    };
    const ranked = [...places].sort((a, b) => support(b) - support(a));
    for (const at of ranked.slice(times)) {
      shares[at] = 0;
      found[at] = null;
    }
  }
}

function findShort(words: string[], wanted: string[], before: number, after: number): number {
  const isAt = (place: number) => place >= 0 && words.every((word, by) => wanted[place + by] === word);
  for (let by = 1; by <= NEAR_WORDS; by++)
    if (isAt(before + by) && before + by < after + NEAR_WORDS) return before + by;
  for (let by = 0; by < NEAR_WORDS; by++) {
    const place = after - words.length - by;
    if (place > before - NEAR_WORDS && isAt(place)) return place;
  }
  return -1;
}
