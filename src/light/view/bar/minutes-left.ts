// Says in the bar how many minutes are left to read, by how far the reader has scrolled.
import { toMinutes } from '../../../common/words/quantities.ts';
import { toText } from '../../../common/words/translations.ts';
import { showLeft } from './state-line.ts';

/** A shorter text is read before its minutes matter. */
const LEAST_MINUTES = 2;

/** Less is no minute but the way computers divide. */
const ROUNDING = 0.01;

/** Whole minutes from the last line on the screen to the end of the text; all lengths are CSS pixels, `topPx` from the top of the window. */
export function toMinutesLeft(
  minutes: number,
  { topPx, heightPx }: { topPx: number; heightPx: number },
  windowPx: number,
): number {
  if (minutes < LEAST_MINUTES || heightPx <= 0) return 0;
  const read = (windowPx - topPx) / heightPx;
  return Math.max(0, Math.ceil(minutes * (1 - read) - ROUNDING));
}

/** The minutes of each text, by its article. */
const allMinutes = new WeakMap<Element, number>();

export function noteMinutes(article: Element, minutes: number): void {
  allMinutes.set(article, minutes);
}

/** Where the reader has scrolled `toPx` down; near the beginning the line says what the text has cost. */
export function showMinutesLeft(main: HTMLElement, isAtTop: boolean): void {
  const article = main.querySelector('article');
  const body = article?.querySelector('[data-part=body]');
  if (!article || !body) return;
  const { top, height } = body.getBoundingClientRect();
  const left = isAtTop
    ? 0
    : toMinutesLeft(allMinutes.get(article) ?? 0, { topPx: top, heightPx: height }, innerHeight);
  showLeft({ main }, left > 0 ? toText('minutesLeft', toMinutes(left)) : '');
}
