// Hides the bar of the view while the reader scrolls down, and shows it again at the first scroll up.

import { showMinutesLeft } from '../bar/minutes-left.ts';

/** A scroll of less is a trembling finger, in CSS pixels. */
const LEAST_PX = 8;
/** Near the beginning of the text the bar stands where it belongs, in CSS pixels. */
const TOP_PX = 80;

/** Whether the bar is away after a scroll from one place to another; both are CSS pixels from the top of the text. */
export function isBarAway(isAway: boolean, fromPx: number, toPx: number): boolean {
  if (toPx <= TOP_PX) return false;
  return Math.abs(toPx - fromPx) < LEAST_PX ? isAway : toPx > fromPx;
}

/** Hides and shows the bar, until stopped. The view may stand in a dialog of its own, which scrolls then. */
export function watchScroll(main: HTMLElement): () => void {
  const bar = main.querySelector('.top');
  let fromPx = 0;
  let isAway = false;
  const onScroll = () => {
    const toPx = (main.closest('dialog') ?? document.documentElement).scrollTop;
    isAway = isBarAway(isAway, fromPx, toPx);
    if (Math.abs(toPx - fromPx) >= LEAST_PX) fromPx = toPx;
    bar?.classList.toggle('away', isAway);
    showMinutesLeft(main, toPx <= TOP_PX);
  };
  // Scrolls of a dialog do not bubble.
  const options = { capture: true, passive: true };
  addEventListener('scroll', onScroll, options);
  return () => removeEventListener('scroll', onScroll, options);
}
