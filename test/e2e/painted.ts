// Tells in which order the words of a sentence are painted: its text is the same where they stand in the wrong one.
import { deepEqual } from 'node:assert/strict';
import type { Page } from '../browser/browser.ts';

/**
 * Waits for that part of the view, and compares its words and marks as they are written with those on the screen, line by line from the side on which its
 * readers begin. Words of the other direction are for single ones only: two of them that stand together are painted from their own side.
 */
export async function isPaintedAsWritten(
  page: Page,
  part: string,
  direction: 'ltr' | 'rtl',
  begins = '',
): Promise<string> {
  const { written, painted } = await page.waitFor(
    (selector, isReversed, beginning) => {
      const root = document.querySelector('[data-light=view]')?.shadowRoot;
      const element = root?.querySelector(selector);
      if (!element?.textContent?.trim().startsWith(beginning) || !element.checkVisibility()) return undefined;
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const words: { word: string; middle: number; height: number; start: number }[] = [];
      while (walker.nextNode()) {
        const { currentNode: node } = walker;
        for (const match of (node.nodeValue ?? '').matchAll(
          /[\p{L}\p{N}\p{M}\u200c]+|[^\s\p{L}\p{N}\p{M}\u200c]/gu,
        )) {
          const range = new Range();
          range.setStart(node, match.index);
          range.setEnd(node, match.index + match[0].length);
          const { top, left, right, height } = range.getBoundingClientRect();
          words.push({ word: match[0], middle: top + height / 2, height, start: isReversed ? -right : left });
        }
      }
      // Letters of two fonts stand on one line, and not quite as high.
      const isBelow = (one: { middle: number; height: number }, other: { middle: number }) =>
        other.middle - one.middle > one.height / 2;
      const seen = [...words].sort((a, b) => (isBelow(a, b) ? -1 : isBelow(b, a) ? 1 : a.start - b.start));
      const toLine = (some: typeof words) => some.map(({ word }) => word).join(' ');
      return { written: toLine(words), painted: toLine(seen) };
    },
    [part, direction === 'rtl', begins] as const,
    { message: `${part} with "${begins}"` },
  );
  deepEqual(painted, written, part);
  return written;
}
