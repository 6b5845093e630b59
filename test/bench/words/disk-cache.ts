// Keeps in the temporary folder what is made of each page and is the same in every run: stock Readability's answer, what the page states.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sheet } from './corpus.ts';

const FOLDER = join(tmpdir(), 'light-words-bench');

const { version } = createRequire(import.meta.url)('@mozilla/readability/package.json');

/** What was made of the page now or in an earlier run; `format` changes whenever it is made in another way. */
export async function readCached<T>(format: string, sheet: Sheet, make: () => T | Promise<T>): Promise<T> {
  const key = createHash('sha256').update(`${format} ${version} ${sheet.page.url}\n${sheet.html}`);
  const path = join(FOLDER, `${key.digest('hex')}.json`);
  const kept = await readFile(path, 'utf8').catch(() => null);
  // Written below, in the same format.
  if (kept) return JSON.parse(kept) as T;
  const value = await make();
  await mkdir(FOLDER, { recursive: true });
  // Another process may be writing the same: a rename is whole or not there.
  await writeFile(`${path}.${process.pid}`, JSON.stringify(value));
  await rename(`${path}.${process.pid}`, path);
  return value;
}
