// Records loads of all kinds, with the recorder in Light's place.
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from '../../browser/browser.ts';
import { copyExtension, ROOT } from '../light.ts';
import type { Load } from './matrix.ts';
import { isReadingOver, play } from './play.ts';
import { ANSWER, ASK, type Kept } from './sample.ts';
import { type Recording, toRecording } from './trace.ts';

/** Copies the built extension, with the recorder in the place of the watcher, and gives the folder. */
export async function makeRecorder(built: string): Promise<{ path: string; remove(): Promise<void> }> {
  const copy = await copyExtension(built, ({ content_scripts }) => {
    for (const each of content_scripts) each.js = ['recorder.js'];
  });
  await build({
    entryPoints: [join(ROOT, 'test/bench/verdict/recorder.ts')],
    outfile: join(copy.path, 'recorder.js'),
    bundle: true,
    format: 'iife',
    logLevel: 'warning',
  });
  return copy;
}

/** Runs in the page. */
function askRecorder(path: string, what: string, ask: string, answer: string): string | null {
  if (location.pathname + location.search !== path) return null;
  let heard: string | null = null;
  const hear = (event: Event) => {
    heard = (event as CustomEvent).detail;
  };
  document.addEventListener(answer, hear);
  document.dispatchEvent(new CustomEvent(ask, { detail: what }));
  document.removeEventListener(answer, hear);
  return heard;
}

async function askFor(what: 'reading' | 'samples', tab: Page, path: string): Promise<Kept | null> {
  const answer = await tab.evaluate(askRecorder, path, what, ASK, ANSWER);
  return answer === null ? null : JSON.parse(answer);
}

/** Plays a load without Light and keeps what its watcher would have seen. */
export async function recordLoad(browser: Browser, load: Load): Promise<Recording> {
  const ask = async (tab: Page, path: string) => {
    const kept = await askFor('reading', tab, path);
    return kept && isReadingOver(kept) ? askFor('samples', tab, path) : kept;
  };
  const { answer, diedAt } = await play(browser, load, ask, (kept) => kept.samples !== undefined);
  return toRecording(load, answer, diedAt);
}
