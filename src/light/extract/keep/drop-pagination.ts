// Takes the page's own rows of page numbers out of a text.
import { toPageAddress } from '../../../common/addresses.ts';
import type { WayOn } from '../../page/way-on.ts';

/** A line that is nothing but numbers and ways to other pages is shorter, in characters. */
const PAGINATION_CHARS = 300;
const LINES = 'p, div, ul, ol, nav, table, section';

/** Takes the page's own rows of page numbers out of a text: one clear line stands for them. */
export function dropPagination(content: Element, { previous, next }: WayOn): void {
  const ways = [previous, next].flatMap((way) => way?.href ?? []);
  for (const link of content.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (!link.isConnected && !content.contains(link)) continue;
    if (!ways.includes(toPageAddress(link.href))) continue;
    let row: Element = link;
    for (let up = link.parentElement; up && up !== content && isPagination(up); up = up.parentElement)
      row = up;
    if (row !== link && row.matches(LINES)) row.remove();
  }
}

/** Links alone, and words and numbers that say on which page one is. */
function isPagination(row: Element): boolean {
  const text = row.textContent?.trim() ?? '';
  const linked = [...row.querySelectorAll('a')].reduce(
    (sum, { textContent }) => sum + (textContent?.length ?? 0),
    0,
  );
  return (
    text.length <= PAGINATION_CHARS &&
    text.length - linked <= Math.max(20, text.length / 3) &&
    row.querySelector('p, h1, h2, h3') === null
  );
}
