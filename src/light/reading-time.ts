// Without this, the reader would not know how long a text is before reading it.

/**
 * Characters read a minute, by language: Firefox's own table for its Reader View, after Trauzettel-Klosinski et al.,
 * "Standardized Assessment of Reading Performance", IOVS 2012 (article 2166061).
 */
const CHARS_PER_MINUTE: Record<string, number> = {
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
};

// Not in the study: languages in the Arabic script are read as Arabic is, for want of a figure of their own.
const READ_AS: Record<string, string> = { fa: 'ar', ur: 'ar', ps: 'ar', ckb: 'ar', ug: 'ar', sd: 'ar' };
const OTHERWISE = 'en';

/** Whole minutes the text takes to read, at least 1. `language` is a BCP 47 tag or ''. */
export function toMinutes(chars: number, language: string): number {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  const speed = CHARS_PER_MINUTE[READ_AS[primary] ?? primary] ?? CHARS_PER_MINUTE[OTHERWISE];
  return Math.max(1, Math.ceil(chars / (speed as number)));
}
