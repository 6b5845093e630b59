// Decides which texts have to go so that another one has room: those that have been read, the oldest first; an unread one only where the reader says so.
import type { ShelvedArticle } from './shelved.ts';

type Sized = Pick<ShelvedArticle, 'address' | 'bytes' | 'keptAt' | 'readAt'>;

/**
 * The addresses of the texts that make room for `more` bytes below the limit; `null` where only unread ones would be left to go. A text that is
 * kept again takes its own place: `instead`.
 */
export function toEvicted(
  articles: readonly Sized[],
  more: number,
  limitBytes: number,
  instead = '',
): string[] | null {
  const others = articles.filter(({ address }) => address !== instead);
  let left = others.reduce((sum, { bytes }) => sum + bytes, more);
  const evicted: string[] = [];
  for (const { address, bytes } of others.filter(({ readAt }) => readAt !== null).sort(byAge)) {
    if (left <= limitBytes) break;
    evicted.push(address);
    left -= bytes;
  }
  return left <= limitBytes ? evicted : null;
}

/** How many of these texts, the oldest first, have to go so that so many bytes are free. At least one. */
export function toUnreadToGo(oldestFirst: readonly Pick<Sized, 'bytes'>[], wantedBytes: number): number {
  let [freed, count] = [0, 0];
  for (const { bytes } of oldestFirst) {
    if (count > 0 && freed >= wantedBytes) break;
    freed += bytes;
    count += 1;
  }
  return count;
}

function byAge(one: Sized, other: Sized): number {
  return one.keptAt - other.keptAt;
}

export function sumBytes(articles: readonly Pick<Sized, 'bytes'>[]): number {
  return articles.reduce((sum, { bytes }) => sum + bytes, 0);
}
