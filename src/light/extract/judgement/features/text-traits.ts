// Counts what tells running text from labels in any script: letters, digits, commas, ends of sentences.

/** What is counted of a text. */
export interface TextTraits {
  /** Its length as if it were written in letters: Chinese, Japanese and Korean say as much in fewer characters. */
  length: number;
  letters: number;
  digits: number;
  capitals: number;
  commas: number;
  stops: number;
  /** What parts labels from each other, or marks them. */
  signs: number;
  words: number;
  /** It ends as a sentence does. */
  isSentence: boolean;
  /** It says an hour, a day or a year in digits. */
  hasDate: boolean;
}

const COMMAS = toCodes(',،、，;；؛:');
const STOPS = toCodes('.!?…。！？؟۔।');
const SIGNS = toCodes('|·•»›«‹©@→▶#/+');
const CLOSING = toCodes('"\'»”’」』）)]');
const DENSE_FACTOR = 2.5;
/** `9:30`, `1/12/2026`, `12.1`, `2026`. */
const DATE =
  /\d{1,2}[:.]\d{2}(?!\d)|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[./]\d{1,2}(?!\d)|(?<!\d)(?:19|20)\d\d(?!\d)/;

function toCodes(text: string): Set<number> {
  return new Set(Array.from(text, (char) => char.charCodeAt(0)));
}

/** Han, Kana and Hangul. */
export const isDense = (code: number) =>
  (code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af);
const isDigit = (code: number) =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9);
/** All that is no mark of its own, as far as it is found in texts: exact for what the counts are used for. */
const isLetter = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && !(code >= 0x2000 && code <= 0x303f) && code < 0xfe00 && !isDigit(code));

/** The traits of one line of text. */
export function readTraits(text: string): TextTraits {
  const traits = {
    length: text.length,
    letters: 0,
    digits: 0,
    capitals: 0,
    commas: 0,
    stops: 0,
    signs: 0,
    words: 1,
    isSentence: false,
    hasDate: DATE.test(text),
  };
  const small = text.toLowerCase();
  let dense = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20) traits.words += 1;
    else if (STOPS.has(code)) traits.stops += 1;
    else if (COMMAS.has(code)) traits.commas += 1;
    else if (SIGNS.has(code)) traits.signs += 1;
    else if (isDigit(code)) traits.digits += 1;
    else if (isLetter(code)) {
      traits.letters += 1;
      if (isDense(code)) dense += 1;
      else if (code !== small.charCodeAt(at)) traits.capitals += 1;
    }
  }
  traits.length += dense * (DENSE_FACTOR - 1);
  let last = text.length - 1;
  while (last > 0 && CLOSING.has(text.charCodeAt(last))) last -= 1;
  traits.isSentence = STOPS.has(text.charCodeAt(last));
  return traits;
}
