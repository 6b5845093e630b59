// Puts the words of all texts into a fixed number of records: which record a text belongs to, and what stands in it.
import type { ShelvedWords, WordPack } from './shelved.ts';

/** Of 2,000 texts some 30 stand in each, in 75 KB: as much is written with each text, and 64 records are read as fast as one. */
export const PACKS = 64;

/** The number of the record that holds the words of that text. */
export function toPackNumber(address: string): number {
  let hash = 0;
  for (let at = 0; at < address.length; at++) hash = (Math.imul(hash, 31) + address.charCodeAt(at)) | 0;
  return (hash >>> 0) % PACKS;
}

/** The records that hold the words of these texts. */
export function toPacks(texts: readonly ShelvedWords[]): WordPack[] {
  const packs = new Map<number, WordPack>();
  for (const { address, words } of texts) {
    const number = toPackNumber(address);
    const pack = packs.get(number) ?? { pack: number, words: new Map() };
    packs.set(number, pack);
    pack.words.set(address, words);
  }
  return [...packs.values()];
}

/** Each word once, in the order of a text: a search asks whether a word, or a part of one, stands there. */
export function toDistinctWords(words: string): string {
  return [...new Set(words.split(' '))].join(' ');
}
