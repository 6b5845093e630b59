// The kept texts in IndexedDB: reads and writes them, each in one transaction, with the words of its search and the room that it takes.
import { EMPTY_QUEUE, type KeepQueue } from './keep-queue.ts';
import { toEvicted } from './make-room.ts';
import { ALL, inOneWrite, onShelf, QUEUE, TOTAL, type Write } from './shelf-schema.ts';
import type { ShelvedArticle, ShelvedPicture, ShelvedRecords, ShelvedWords } from './shelved.ts';
import { toPackNumber, toPacks } from './word-packs.ts';

/** What is known of every text, the newest first. */
export async function readArticles(): Promise<ShelvedArticle[]> {
  const articles = await onShelf((shelf) => shelf.getAll('articles'));
  return articles.sort((one, other) => other.keptAt - one.keptAt);
}

export interface Opened {
  article: ShelvedArticle;
  html: string;
  pictures: ShelvedPicture[];
}

/** One text with all that is stored of it; `null` where it is not on the shelf. */
export function readShelved(address: string): Promise<Opened | null> {
  return onShelf(async (shelf) => {
    const transaction = shelf.transaction(['articles', 'texts', 'pictures']);
    const [article, text, pictures] = await Promise.all([
      transaction.objectStore('articles').get(address),
      transaction.objectStore('texts').get(address),
      transaction.objectStore('pictures').getAll(toPictureRange(address)),
    ]);
    return article && text ? { article, html: text.html, pictures } : null;
  });
}

function toPictureRange(address: string): IDBKeyRange {
  // An array is after every string.
  return IDBKeyRange.bound([address], [address, []]);
}

/** The words of every text, by address. */
export async function readAllWords(): Promise<Map<string, string>> {
  const packs = await onShelf((shelf) => shelf.getAll('packs'));
  return new Map(packs.flatMap(({ words }) => [...words]));
}

/** `full`: only unread texts would be left to go. */
export type Written = 'written' | 'full';

interface Writing {
  records: ShelvedRecords;
  limitBytes: number;
  pictures?: ShelvedPicture[];
  /** Steps the queue in the same transaction: what is kept is told of, and the other way round. */
  step?: (queue: KeepQueue) => KeepQueue;
}

/** Writes one text and makes room for it, or does nothing of that. What the reader has done with the same text before stays. */
export function writeShelved(writing: Writing): Promise<Written> {
  return inOneWrite(async (transaction) => {
    const written = await write(transaction, writing);
    if (written === 'full') return written;
    await putWords(transaction, [writing.records.words]);
    if (writing.step) await putQueue(transaction, writing.step);
    return written;
  });
}

/**
 * Writes texts of a file, which is still there where the browser is ended half-way, in one transaction. How many had room: from the first that had
 * none, none is written.
 */
export function writeTogether(all: readonly ShelvedRecords[], limitBytes: number): Promise<number> {
  return inOneWrite(async (transaction) => {
    let count = 0;
    for (const records of all) {
      if ((await write(transaction, { records, limitBytes })) === 'full') break;
      count += 1;
    }
    // All at the end: many have their words in the same record. None of them has been read, so that none had to go again.
    const words = all.slice(0, count).map((records) => records.words);
    await putWords(transaction, words);
    return count;
  });
}

/** All of a text but its words, which its caller puts. */
async function write(transaction: Write, { records, limitBytes, pictures = [] }: Writing): Promise<Written> {
  const { article, text } = records;
  const before = await transaction.objectStore('articles').get(article.address);
  const bytes = article.bytes + pictures.reduce((sum, { blob }) => sum + blob.size, 0);
  const evicted = await findEvicted(transaction, { ...article, bytes }, before, limitBytes);
  if (evicted === null) return 'full';
  await remove(transaction, [...evicted, article.address]);
  const { readAt, place } = before ?? article;
  const sized = { ...article, bytes, readAt, place, pictures: pictures.length };
  await Promise.all([
    transaction.objectStore('articles').put(sized),
    transaction.objectStore('texts').put(text),
    ...pictures.map((picture) => transaction.objectStore('pictures').put(picture)),
    addToTotal(transaction, bytes),
  ]);
  return 'written';
}

/** The texts that have to go; the list of all is read only where some have to. */
async function findEvicted(
  transaction: Write,
  { address, bytes }: ShelvedArticle,
  before: ShelvedArticle | undefined,
  limitBytes: number,
): Promise<string[] | null> {
  const total = (await transaction.objectStore('totals').get(TOTAL)) ?? 0;
  if (total - (before?.bytes ?? 0) + bytes <= limitBytes) return [];
  return toEvicted(await transaction.objectStore('articles').getAll(), bytes, limitBytes, address);
}

async function addToTotal(transaction: Write, bytes: number): Promise<void> {
  const totals = transaction.objectStore('totals');
  await totals.put(((await totals.get(TOTAL)) ?? 0) + bytes, TOTAL);
}

/** Each record of words is read and written once, however many of these texts have theirs in it. */
async function putWords(transaction: Write, all: readonly ShelvedWords[]): Promise<void> {
  const packs = transaction.objectStore('packs');
  await Promise.all(
    toPacks(all).map(async ({ pack: number, words }) => {
      const pack = (await packs.get(number)) ?? { pack: number, words: new Map() };
      for (const [address, each] of words) pack.words.set(address, each);
      await packs.put(pack);
    }),
  );
}

async function removeWords(transaction: Write, address: string): Promise<void> {
  const packs = transaction.objectStore('packs');
  const pack = await packs.get(toPackNumber(address));
  if (!pack?.words.delete(address)) return;
  await (pack.words.size > 0 ? packs.put(pack) : packs.delete(pack.pack));
}

async function remove(transaction: Write, addresses: string[]): Promise<void> {
  // One after another: two texts may have their words in one record.
  for (const address of addresses) {
    const article = await transaction.objectStore('articles').get(address);
    if (!article) continue;
    await Promise.all([
      transaction.objectStore('articles').delete(address),
      transaction.objectStore('texts').delete(address),
      transaction.objectStore('pictures').delete(toPictureRange(address)),
      removeWords(transaction, address),
      addToTotal(transaction, -article.bytes),
    ]);
  }
}

export function removeShelved(addresses: string[]): Promise<void> {
  return inOneWrite((transaction) => remove(transaction, addresses));
}

/** Removes every text, and what was still to come. */
export function clearShelf(): Promise<void> {
  return inOneWrite(async (transaction) => {
    await Promise.all(ALL.map((name) => transaction.objectStore(name).clear()));
  });
}

/** Changes what is known of a text; nothing where it has gone meanwhile. */
export function changeArticle(address: string, change: Partial<ShelvedArticle>): Promise<void> {
  return onShelf(async (shelf) => {
    const transaction = shelf.transaction('articles', 'readwrite');
    const article = await transaction.store.get(address);
    if (article) await transaction.store.put({ ...article, ...change });
    await transaction.done;
  });
}

export async function readQueue(): Promise<KeepQueue> {
  return (await onShelf((shelf) => shelf.get('queue', QUEUE))) ?? EMPTY_QUEUE;
}

/** Steps the queue, and gives what it is now. */
export function changeQueue(step: (queue: KeepQueue) => KeepQueue): Promise<KeepQueue> {
  return inOneWrite((transaction) => putQueue(transaction, step));
}

async function putQueue(transaction: Write, step: (queue: KeepQueue) => KeepQueue): Promise<KeepQueue> {
  const queues = transaction.objectStore('queue');
  const queue = step((await queues.get(QUEUE)) ?? EMPTY_QUEUE);
  await queues.put(queue, QUEUE);
  return queue;
}
