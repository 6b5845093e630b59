// Normalises text so that a search finds it in whichever of several ways it is written: case, diacritics, Arabic and Persian letters, digits.

/** Marks above and below letters of Latin, Greek, Cyrillic, Hebrew and Arabic. In Indic scripts and Burmese such marks are vowels, and stay. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff]/g;
/** Not seen between letters: tatweel, joiners, directional marks, soft hyphens. */
const UNSEEN = /[\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Letters of the same sound that keyboards write in two ways, and are one in a search. */
const LETTERS: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ۃ: 'ه',
  ٱ: 'ا',
  ı: 'i',
  ß: 'ss',
  ς: 'σ',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};
const TWO_WAYS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Arabic and Persian digits as European ones. */
function toDigit(digit: string): string {
  return String((digit.codePointAt(0) ?? 0) & 15);
}

/** The text as it is searched: what looks or sounds the same is the same. */
export function toWords(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(UNSEEN, '')
    .replace(TWO_WAYS, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, toDigit)
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

/** Whether all words of a query stand in words that are normalised. `query` is what `toWords` gave. */
export function holdsWords(words: string, query: string): boolean {
  return query.split(' ').every((word) => words.includes(word));
}
