// Plays stories in real browsers, side by side: every story in the current Chromium and Firefox, or, with --oldest, the marked ones in
// the oldest that can be had and in browsers that lack something.
// Options: --browser=chromium|firefox, --story=<part of a file's name>, --title=<part of a story's title>, --oldest, --as=polyfill|android.
import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { FAILED_FOLDER } from './browser/failed-folder.ts';
import { provideFonts } from './browser/find.ts';
import type { Assignment } from './lane.ts';
import { findParts, type Part, ROOT } from './parts.ts';
import { printTallies, type Tally, toReporter, toTally } from './report.ts';

/**
 * Browsers at a time, each playing a file of stories. Two keep two cores busy for nineteen twentieths of the time (`vmstat 10` beside a whole run); with three, a
 * run took as long, and what is timed in a story could come so late that it failed.
 */
const LANES = 2;

const { values: options } = parseArgs({
  options: {
    browser: { type: 'string' },
    story: { type: 'string' },
    title: { type: 'string' },
    as: { type: 'string' },
    oldest: { type: 'boolean' },
  },
});

async function findStories(): Promise<string[]> {
  const folder = join(ROOT, 'test/e2e');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.story.ts')).sort();
  const wanted = names.filter((name) => name.includes(options.story ?? ''));
  if (wanted.length === 0)
    throw new Error(`No file in test/e2e has ${options.story ?? '.story.ts'} in its name.`);
  return wanted.map((name) => join(folder, name));
}

/** A browser, the files that are still to be played in it, and what has come of the others. */
interface Playing extends Part {
  left: string[];
  tally: Tally;
}

/** Plays all stories of all parts, and prints what they print. Where one part has ended, its lanes help with what is left of another. */
async function playParts(parts: Playing[]): Promise<void> {
  const slots = Array.from({ length: LANES }, (_, at) => at % parts.length)
    .map((at) => parts[at])
    .filter((part) => part !== undefined);
  await Promise.all(
    slots.map(async (own) => {
      for (const part of [own, ...parts.filter((other) => other !== own)])
        if (part.left.length > 0) await playLane(part);
    }),
  );
}

/** Plays files of that part, each when the one before has ended, until none is left. */
function playLane({ name, env, left, tally }: Playing): Promise<void> {
  const words = ['--import', 'tsx', '--test-reporter=tap', join(ROOT, 'test/lane.ts')];
  const lane = spawn(process.execPath, words, {
    cwd: ROOT,
    env: { ...process.env, ...env, ...toFilter() },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  assignFiles(lane, left);
  const tell = toReporter(name, tally);
  // Its type knows only of three streams.
  if (lane.stdout) createInterface({ input: lane.stdout }).on('line', tell);
  const failedBefore = tally.failed;
  return new Promise((resolve, reject) => {
    lane.on('error', reject);
    lane.on('close', (code) => {
      // A file that never got as far as a story (it does not load, say) fails the run too.
      if (code !== 0 && tally.failed === failedBefore) {
        tally.failed++;
        tally.failures.push(`${name}: a lane ended with code ${code} before its stories did`);
      }
      resolve();
    });
  });
}

/** Old browsers play what is marked for them; a file that is asked for by name is played whole. */
function toFilter(): Record<string, string> {
  const isMarked = (options.oldest || options.as) && !options.story && !options.title;
  return { LIGHT_TITLE: options.title ?? '', LIGHT_MARKED: isMarked ? 'yes' : '' };
}

function assignFiles(lane: ChildProcess, left: string[]): void {
  lane.on('message', () => {
    const assignment: Assignment = { file: left.shift() ?? null };
    // A lane that has ended meanwhile is told of where it closes.
    lane.send(assignment, () => {});
  });
}

async function main() {
  const files = await findStories();
  const found = await findParts(options);
  await provideFonts();
  await rm(FAILED_FOLDER, { recursive: true, force: true });
  const parts = found.map((part) => ({ ...part, left: [...files], tally: toTally() }));
  await playParts(parts);
  process.exitCode = printTallies(parts) ? 0 : 1;
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
