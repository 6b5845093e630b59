// The form of the shelf in IndexedDB: its stores, what brings an older shelf to it, and its transactions.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { KeepQueue } from './keep-queue.ts';
import { sumBytes } from './make-room.ts';
import type { ShelvedArticle, ShelvedPicture, ShelvedText, ShelvedWords, WordPack } from './shelved.ts';
import { migrateRecord, migrateWords, SHELF_VERSION, type ShelvedInOne } from './to-records.ts';
import { toPacks } from './word-packs.ts';

const NAME = 'shelf';

export interface ShelfSchema extends DBSchema {
  articles: { key: string; value: ShelvedArticle };
  texts: { key: string; value: ShelvedText };
  /** See word-packs.ts. */
  packs: { key: number; value: WordPack };
  pictures: { key: [string, string]; value: ShelvedPicture };
  /** One record: see keep-queue.ts. */
  queue: { key: string; value: KeepQueue };
  /** One record: what all texts take, in bytes. Without it each write would have to read the list. */
  totals: { key: string; value: number };
}

type Stores = ('articles' | 'texts' | 'packs' | 'pictures' | 'queue' | 'totals')[];
type Upgrade = IDBPTransaction<ShelfSchema, Stores, 'versionchange'>;
export type Write = IDBPTransaction<ShelfSchema, Stores, 'readwrite'>;

export const ALL: Stores = ['articles', 'texts', 'packs', 'pictures', 'queue', 'totals'];
/** The key of the one record in a store of one. */
export const QUEUE = 'queue';
export const TOTAL = 'bytes';

/** Runs `act` on the shelf. It is closed again: another Light, after an update, may have to change its form. */
export async function onShelf<T>(act: (shelf: IDBPDatabase<ShelfSchema>) => Promise<T>): Promise<T> {
  const shelf = await openDB<ShelfSchema>(NAME, SHELF_VERSION, {
    upgrade: (database, from, _to, transaction) => upgrade(database, from, transaction),
    // An upgrade waits for nobody who only looks.
    blocking: (_now, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  try {
    return await act(shelf);
  } finally {
    shelf.close();
  }
}

/** Runs `act` in one transaction, which ends without a trace where it throws. */
export function inOneWrite<T>(act: (transaction: Write) => Promise<T>): Promise<T> {
  return onShelf(async (shelf) => {
    const transaction = shelf.transaction(ALL, 'readwrite');
    try {
      const result = await act(transaction);
      await transaction.done;
      return result;
    } catch (error) {
      // What has failed by itself has ended already.
      transaction.done.catch(() => {});
      try {
        transaction.abort();
      } catch {
        // Expected where it has ended.
      }
      // A full disk is told of where a transaction ends, and not where something is put in it.
      throw transaction.error ?? error;
    }
  });
}

/** Makes the stores, and brings older records to the present form. All in one transaction: what fails half-way has not begun. */
async function upgrade(
  database: IDBPDatabase<ShelfSchema>,
  from: number,
  transaction: Upgrade,
): Promise<void> {
  if (from < 1) database.createObjectStore('articles', { keyPath: 'address' });
  if (from < 2) {
    database.createObjectStore('texts', { keyPath: 'address' });
    database.createObjectStore('pictures', { keyPath: ['address', 'source'] });
    database.createObjectStore('queue');
  }
  database.createObjectStore('packs', { keyPath: 'pack' });
  database.createObjectStore('totals');
  if (from < 1) return;
  const brought = from < 2 ? await takeApart(transaction) : await packWords(database, transaction);
  const packs = toPacks(brought.map(({ words }) => words));
  await Promise.all([
    ...brought.map(({ article }) => transaction.objectStore('articles').put(article)),
    ...packs.map((pack) => transaction.objectStore('packs').put(pack)),
    transaction.objectStore('totals').put(sumBytes(brought.map(({ article }) => article)), TOTAL),
  ]);
}

interface Brought {
  article: ShelvedArticle;
  words: ShelvedWords;
}

/** Version 1: each text stood in one record. */
async function takeApart(transaction: Upgrade): Promise<Brought[]> {
  const all: unknown[] = await transaction.objectStore('articles').getAll();
  // Nothing else is in version 1.
  const records = all.map((old) => migrateRecord(old as ShelvedInOne));
  await Promise.all(records.map(({ text }) => transaction.objectStore('texts').put(text)));
  return records;
}

/** Version 2: the words of each text stood in one record. */
async function packWords(database: IDBPDatabase<ShelfSchema>, transaction: Upgrade): Promise<Brought[]> {
  // The present form does not know that store.
  const before = transaction as unknown as IDBPTransaction<unknown, string[], 'versionchange'>;
  const words: ShelvedWords[] = await before.objectStore('words').getAll();
  (database as unknown as IDBPDatabase).deleteObjectStore('words');
  const byAddress = new Map(words.map((each) => [each.address, each]));
  const articles = await transaction.objectStore('articles').getAll();
  return articles.map((article) => {
    const { address } = article;
    return migrateWords(article, byAddress.get(address) ?? { address, words: '' });
  });
}
