// Keeps the price of a product: it stands beside the text, and often in a box of its own.
import type { Outline } from '../judgement/features/outline.ts';

/** A longer line says more than a price, in characters. */
const PRICE_CHARS = 40;
const PRICE = /"(?:price|lowPrice)"\s*:\s*"?(\d[\d.,]*)/;
const PRICE_META = '[itemprop~=price], meta[property$="price:amount"]';

/** The price that a page states for machines, as it writes it; '' where it states none. `data` is its JSON-LD. */
export function readPrice(page: Document, data: string): string {
  const told = page.querySelector(PRICE_META);
  return PRICE.exec(data)?.[1] ?? told?.getAttribute('content') ?? told?.textContent?.trim() ?? '';
}

/** Adds to what is kept the first line that is this price, where no line that is kept has it. */
export function keepPrice({ runs }: Outline, keep: boolean[], price: string): void {
  const amount = toAmount(price);
  if (!amount) return;
  const has = (text: string) => text.length <= PRICE_CHARS && toAmounts(text).includes(amount);
  if (runs.some(({ text }, at) => keep[at] && toAmounts(text).includes(amount))) return;
  const at = runs.findIndex(({ text }) => has(text));
  if (at >= 0) keep[at] = true;
}

const toAmounts = (text: string): string[] => (text.match(/\d[\d.,\s']*/g) ?? []).map(toAmount);

/** Figures without the signs between them, and without cents that are none: `1.299,00`, `1,299` and `1299` are the same. */
function toAmount(text: string): string {
  return text
    .trim()
    .replace(/[.,](?:00?|-+)?$/, '')
    .replace(/[^\d]/g, '');
}
