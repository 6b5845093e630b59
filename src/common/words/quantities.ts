// Writes numbers with their units, in the reader's language, digits and plural forms: "4 seconds", "۴ ثانیه", "4 секунды".
import { readLanguage } from './translations.ts';

function toQuantity(amount: number, unit: 'second' | 'minute', unitDisplay: 'long' | 'short'): string {
  return new Intl.NumberFormat(readLanguage(), { style: 'unit', unit, unitDisplay }).format(amount);
}

/** Whole seconds, in words. */
export function toSeconds(ms: number): string {
  return toQuantity(Math.round(ms / 1000), 'second', 'long');
}

/** Minutes, as they are abbreviated. */
export function toMinutes(minutes: number): string {
  return toQuantity(minutes, 'minute', 'short');
}

/** An amount of data, in kilobytes, and in megabytes from one on. */
export function toAmount(bytes: number): string {
  // Long: the short sign is Latin in every language.
  const unitDisplay = readLanguage().startsWith('en') ? 'short' : 'long';
  const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const digits = bytes < 1e6 ? 0 : 1;
  const format = { style: 'unit', unit, unitDisplay, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(readLanguage(), format).format(bytes / size);
}
