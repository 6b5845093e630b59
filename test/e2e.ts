// Plays every story in real Chromium and real Firefox, side by side.
// Options: --browser=chromium|firefox, --story=<part of a file's name>.
import { type ChildProcess, spawn } from 'node:child_process';
import { access, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BrowserName } from './browser/browser.ts';
import { findBrowser, provideFonts } from './browser/find.ts';
import type { Assignment } from './lane.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXTENSION: Record<BrowserName, string> = { chromium: 'dist/chrome', firefox: 'dist/firefox' };

/** How many of the longest stories are named at the end. */
const SHOWN = 8;

/** Browsers of a kind at a time, at first, each playing a file of stories: stories wait more than they work. */
const LANES = 2;

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, and what it said of itself: told once more at the end, for of a long log often only that is kept. */
  failures: string[];
  /** What each story took. */
  longest: { title: string; seconds: number }[];
}

const { values: options } = parseArgs({
  options: { browser: { type: 'string' }, story: { type: 'string' } },
});

function toBrowsers(): BrowserName[] {
  const both: BrowserName[] = ['chromium', 'firefox'];
  const wanted = both.filter((name) => !options.browser || name === options.browser);
  if (wanted.length === 0) throw new Error(`--browser is chromium or firefox, not ${options.browser}.`);
  return wanted;
}

async function findStories(): Promise<string[]> {
  const folder = join(ROOT, 'test/e2e');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.story.ts')).sort();
  const wanted = names.filter((name) => name.includes(options.story ?? ''));
  if (wanted.length === 0)
    throw new Error(`No file in test/e2e has ${options.story ?? '.story.ts'} in its name.`);
  return wanted.map((name) => join(folder, name));
}

/** What is to be played in browsers of one kind, and what has come of it. */
interface Part {
  browser: BrowserName;
  left: string[];
  tally: Tally;
}

function toPart(browser: BrowserName, files: string[]): Part {
  return {
    browser,
    left: [...files],
    tally: { passed: 0, failed: 0, skipped: 0, failures: [], longest: [] },
  };
}

/** Plays all stories of all parts, and prints what they print. Where one part has ended, its lanes help with what is left of another. */
async function playParts(parts: Part[]): Promise<void> {
  const slots = parts.flatMap((part) => Array.from({ length: LANES }, () => part));
  await Promise.all(
    slots.map(async (own) => {
      for (const part of [own, ...parts.filter((other) => other !== own)])
        if (part.left.length > 0) await playLane(part);
    }),
  );
}

/** Plays files of that part, each when the one before has ended, until none is left. */
function playLane({ browser, left, tally }: Part): Promise<void> {
  const words = ['--import', 'tsx', '--test-reporter=tap', join(ROOT, 'test/lane.ts')];
  const lane = spawn(process.execPath, words, {
    cwd: ROOT,
    env: { ...process.env, LIGHT_BROWSER: browser },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  assignFiles(lane, left);
  const tell = toReporter(browser, tally);
  // Its type knows only of three streams.
  if (lane.stdout) createInterface({ input: lane.stdout }).on('line', tell);
  const failedBefore = tally.failed;
  return new Promise((resolve, reject) => {
    lane.on('error', reject);
    lane.on('close', (code) => {
      // A file that never got as far as a story (it does not load, say) fails the run too.
      if (code !== 0 && tally.failed === failedBefore) {
        tally.failed++;
        tally.failures.push(`${browser}: a lane ended with code ${code} before its stories did`);
      }
      resolve();
    });
  });
}

function assignFiles(lane: ChildProcess, left: string[]): void {
  lane.on('message', () => {
    const assignment: Assignment = { file: left.shift() ?? null };
    // A lane that has ended meanwhile is told of where it closes.
    lane.send(assignment, () => {});
  });
}

/** Reads TAP lines: counts and prints the verdicts, what failed stories say of themselves, and what stories print. */
function toReporter(browser: BrowserName, tally: Tally) {
  const print = (text: string) => {
    const line = `${browser.padEnd(8)} ${text}`;
    console.log(line);
    if (explainsFailure) tally.failures.push(line);
  };
  let explainsFailure = false;
  let last = '';
  return (line: string) => {
    const [, verdict, title = ''] = /^\s*(ok|not ok) \d+ - (.*)$/.exec(line) ?? [];
    const [, ms] = /^\s*duration_ms: ([\d.]+)$/.exec(line) ?? [];
    if (ms && last) {
      tally.longest.push({ title: `${browser} ${last}`, seconds: Number(ms) / 1000 });
      last = '';
    }
    if (verdict) {
      last = title;
      explainsFailure = verdict === 'not ok';
      if (title.includes('# SKIP')) tally.skipped++;
      else if (verdict === 'ok') tally.passed++;
      else tally.failed++;
      print(`${explainsFailure ? '✗' : '✓'} ${title}`);
    } else if (explainsFailure && /^\s/.test(line)) {
      print(line);
    } else if (/^\s*# /.test(line) && !TOTALS.test(line)) {
      print(line);
    }
  };
}

/** The comments of TAP that are not a story's own words. */
const TOTALS = /# (Subtest:|(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$)/;

async function main() {
  const browsers = toBrowsers();
  const files = await findStories();
  for (const name of browsers) {
    await access(join(ROOT, EXTENSION[name], 'manifest.json')).catch(() => {
      throw new Error(`${EXTENSION[name]} is not there: run "npm run build" first.`);
    });
    await findBrowser(name); // One after another: two installations at once would lock each other out.
  }
  await provideFonts();
  await rm(join(ROOT, 'test-results'), { recursive: true, force: true });
  const parts = browsers.map((name) => toPart(name, files));
  await playParts(parts);
  const tallies = parts.map(({ tally }) => tally);
  const longest = tallies.flatMap((tally) => tally.longest).sort((one, other) => other.seconds - one.seconds);
  console.log('\nThe longest stories, in seconds:');
  for (const { title, seconds } of longest.slice(0, SHOWN))
    console.log(`${seconds.toFixed(1).padStart(6)} ${title}`);
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  const failures = tallies.flatMap((tally) => tally.failures);
  if (failures.length > 0) console.log(['\nWhat failed:', ...failures].join('\n'));
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
