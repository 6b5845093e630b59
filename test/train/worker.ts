// One of the processes that read the corpus for training, each with a Chromium of its own: reads each page it is sent, and keeps what it read in the temporary folder.
import { openChromiumReader } from '../bench/words/chromium-reader.ts';
import type { KnownPage } from '../bench/words/corpus.ts';
import type { Reply } from '../bench/words/pool.ts';
import { type Known, readSample } from './read-sample.ts';

// Given by `shareOut`.
const { folder, revision } = JSON.parse(process.argv[2] ?? '') as { folder: string; revision: string };
const opened = openChromiumReader();

process.on('message', async (page: KnownPage) => {
  const read = async () => readSample({ folder, page, revision }, await opened);
  const reply: Reply<Known> = await read().then(
    (answer) => ({ answer }),
    (error) => ({ failed: String(error instanceof Error ? error.stack : error) }),
  );
  process.send?.(reply);
});
process.on('disconnect', () => void opened.then((reader) => reader.close()).finally(() => process.exit()));
