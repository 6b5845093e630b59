// Shares the pages out among processes, one for each core: jsdom uses one core, and keeps more memory than it should.
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { tellProgress } from '../light.ts';
import type { KnownPage } from './corpus.ts';
import type { Outcome } from './outcome.ts';

/** What a process is told first. */
export interface Setup {
  folder: string;
  /** Names of corrections that are left out. */
  without: string[];
  /** Each page is judged by what was learned from other sites: see `npm run train`. */
  folded: boolean;
}

/** What a process answers to a page. */
export type Reply<T> = { answer: T } | { failed: string };

const WORKER = new URL('worker.ts', import.meta.url);
/** After so many pages a process is replaced by a fresh one. */
const PAGES_EACH = 150;

/** The outcome of each page, in their order; fails with the first page that cannot be read. */
export function tryPages(pages: readonly KnownPage[], setup: Setup): Promise<Outcome[]> {
  return shareOut(pages, WORKER, setup);
}

/** What the script says of each page, in their order: it is told of `setup` by its first argument, and sent the pages one by one. */
export async function shareOut<T>(pages: readonly KnownPage[], script: URL, setup: unknown): Promise<T[]> {
  const answers: T[] = [];
  let next = 0;
  const runTurn = async (): Promise<void> => {
    const worker = fork(fileURLToPath(script), [JSON.stringify(setup)]);
    try {
      for (let done = 0; done < PAGES_EACH && next < pages.length; done++) {
        const at = next++;
        const page = pages[at];
        if (!page) return;
        tellProgress(`${at + 1} of ${pages.length}: ${page.id}`);
        answers[at] = await askWorker<T>(worker, page);
      }
    } finally {
      // It closes its browser, and ends.
      worker.disconnect();
    }
  };
  const runLane = async (): Promise<void> => {
    while (next < pages.length) await runTurn();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), pages.length) }, runLane));
  tellProgress('');
  return answers;
}

function askWorker<T>(worker: ChildProcess, page: KnownPage): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`The process for ${page.id} ended.`));
    worker.once('exit', onExit);
    worker.once('message', (reply: Reply<T>) => {
      worker.off('exit', onExit);
      if ('answer' in reply) resolve(reply.answer);
      else reject(new Error(`${page.id}: ${reply.failed}`));
    });
    worker.send(page);
  });
}
