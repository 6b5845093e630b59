// Finds the words of the title in a text, in any language: an article speaks of what its title says, and teasers beside it of something else.
import { isDense } from './text-traits.ts';

/** A word is compared by so many letters: its ending changes in many languages. */
const STEM_CHARS = 5;
/** Shorter words are in every text. */
const WORD_CHARS = 4;
const MOST_STEMS = 16;

/** The beginnings of the words of a title, in small letters; of Chinese, Japanese and Korean ones each two letters that follow each other. */
export function toStems(title: string): string[] {
  const words = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const stems = words.flatMap((word) => {
    if (!hasDense(word)) return word.length < WORD_CHARS ? [] : [word.slice(0, STEM_CHARS)];
    return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  });
  return [...new Set(stems)].slice(0, MOST_STEMS);
}

/** Such scripts are written without spaces, or with short words. */
const hasDense = (word: string) => Array.from(word).some((char) => isDense(char.charCodeAt(0)));

/** How many of the stems are in the text, as a share of all, 0 to 1. */
export function toTitleShare(text: string, stems: readonly string[]): number {
  if (stems.length === 0) return 0;
  const small = text.toLowerCase();
  return stems.filter((stem) => small.includes(stem)).length / stems.length;
}
