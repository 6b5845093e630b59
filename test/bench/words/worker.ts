// Answers each page that it is sent with its outcome: one of the processes of `pool`, with a Chromium of its own.
import { readFoldWeights } from '../../train/fold-weights.ts';
import { openChromiumReader } from './chromium-reader.ts';
import type { KnownPage } from './corpus.ts';
import { type Outcome, toOutcome } from './outcome.ts';
import type { Reply, Setup } from './pool.ts';

// Given by `pool`.
const setup = JSON.parse(process.argv[2] ?? '') as Setup;
const opened = openChromiumReader(setup.without);
/** By the weights that Light is built with, or by those that have not seen the page's site. */
const findWeights = setup.folded ? await readFoldWeights() : () => null;

async function answer(page: KnownPage): Promise<Outcome> {
  const reader = await opened;
  return toOutcome(setup.folder, page, (sheet) => reader.show(sheet, findWeights(page.site)));
}

process.on('message', async (page: KnownPage) => {
  const reply: Reply<Outcome> = await answer(page).then(
    (answer) => ({ answer }),
    (error) => ({ failed: String(error instanceof Error ? error.stack : error) }),
  );
  process.send?.(reply);
});
process.on('disconnect', () => void opened.then((reader) => reader.close()).finally(() => process.exit()));
