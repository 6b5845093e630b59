// Parses the dates that pages state, with the months of any language and the Solar Hijri calendar, and shifts none by a time zone.

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** A clock that runs ahead of the reader's, by itself or by a wrong zone, does not make a date one of the future, in ms. */
const AHEAD_MS = DAY_MS;
/** Years of the Solar Hijri calendar in which there has been a web: 1990 to 2041. */
const SOLAR_YEARS = { first: 1369, last: 1420 };

const NUMBERS =
  /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[^\d+]{1,4}(\d{1,2}):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,3})\d*)?)?)?\s*(?:(Z|UTC|GMT)|([+-]\d\d):?(\d\d)?)?/i;
/** RFC 2822, and what English pages write: `Mon, 02 Nov 2026 08:30:00 +0330`, `November 2, 2026 8:30 AM`. */
const WORDS = /(?:\d{1,2} [a-z]{3,9}|[a-z]{3,9}\.? \d{1,2}),? \d{4}([ ,]+\d{1,2}:\d\d.*)?/i;
/** `19 اردیبهشت 1400`, `2. November 2026`, `2 de noviembre de 2026`: once the digits are plain. */
const NAMED = /(\d{1,2})\.?\s+(?:de\s+)?([\p{L}\p{M}]{2,})\D{0,20}?\s(\d{4})\b/u;

/** Whether a date is a day without a time: midnight UTC stands for it, to be shown in no other zone. */
export function isDay(date: Date): boolean {
  return date.getTime() % DAY_MS === 0;
}

/**
 * The moment that a page writes down, in any of the forms found on the web; a day where it gives no time: see `isDay`. A time without
 * a zone is read in the reader's own, so that the day stays the one written. Months may be named in the page's `language`. `null` where there is
 * none, or nonsense, or the future.
 */
export function toDate(value: unknown, language = '', now = Date.now()): Date | null {
  const date = new Date(toTime(String(value ?? '').trim(), language));
  const time = date.getTime();
  // The first moment of 1970 is what software makes of no date.
  return time !== 0 && time <= now + AHEAD_MS ? date : null;
}

function toTime(text: string, language: string): number {
  if (/^\d{10}(\d{3})?$/.test(text)) return Number(text.padEnd(13, '0'));
  const plain = toPlainNumbers(text);
  const numbers = NUMBERS.exec(plain) ?? NUMBERS.exec(toPlainMonth(plain, language));
  if (!numbers) return toTimeOfWords(text);
  const [year, month, day, hour, minute, second, ms] = numbers.slice(1, 8).map((part) => Number(part ?? 0));
  const [, , , , hasTime, , , , utc, hours, minutes = '0'] = numbers;
  const midnight = toMidnight(year ?? 0, month ?? 0, day ?? 0);
  const time = midnight + (((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000 + (ms ?? 0);
  if (utc) return time;
  if (hours) return time - (Number(hours) * 60 + Number(hours[0] + minutes)) * MINUTE_MS;
  return hasTime && time > midnight ? toLocal(time) : midnight;
}

/** One form for what is written in several: digits of other scripts, years and months named in Chinese and Korean, `20261102`. */
function toPlainNumbers(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/[年月년월]\s*/g, '-')
    .replace(/^(\d{4})(\d\d)(\d\d)(?=T|\d{4}|$)/, '$1-$2-$3 ');
}

/** English names are understood as they are, with their times. */
function toPlainMonth(text: string, language: string): string {
  const [words = '', day, name = '', year] = (/^(en|$)/.test(language) ? null : NAMED.exec(text)) ?? [];
  if (!words) return text;
  const calendar = Number(year) > SOLAR_YEARS.last ? 'gregory' : 'persian';
  for (let month = 1; month <= 12; month++) {
    const named = new Date(toMidnight(Number(year), month, 1)).toLocaleDateString(
      `${language}-u-ca-${calendar}`,
      {
        ...{ day: 'numeric', month: 'long', timeZone: 'UTC' },
      },
    );
    if (named.toLowerCase().includes(name.toLowerCase()))
      return text.replace(words, `${year}-${month}-${day}`);
  }
  return text;
}

function toTimeOfWords(text: string): number {
  const [words = '', time] = WORDS.exec(text) ?? [];
  return Date.parse(time ? words : `${words} UTC`);
}

/** The moment in which the reader's clock shows what a clock in UTC shows at `time`. */
function toLocal(time: number): number {
  return Date.parse(new Date(time).toISOString().slice(0, -1));
}

/** Midnight UTC of a day, Gregorian or Solar Hijri; `NaN` where there is no such day. */
function toMidnight(year: number, month: number, day: number): number {
  if (year < SOLAR_YEARS.first || month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  if (year > SOLAR_YEARS.last) return Date.UTC(year, month - 1, day);
  // Six months of 31 days, then such of 30; the year begins on 20 or 21 March.
  const sinceNewYear = (month - 1) * 30 + Math.min(month - 1, 6) + day - 1;
  const time = Date.UTC(year + 621, 2, 20 + sinceNewYear);
  const shown = new Date(time).toLocaleDateString('en-u-ca-persian', { day: 'numeric', timeZone: 'UTC' });
  return Number(shown) === day ? time : time + DAY_MS;
}
