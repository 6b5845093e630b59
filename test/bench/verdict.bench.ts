// Counts whether Light asks where a page is in trouble, and nowhere else: over recorded loads, or over real ones.

import { join } from 'node:path';
import type { BrowserName } from '../browser/browser.ts';
import { openBrowser } from '../browser/browser.ts';
import { buildLight, openLight, printHead, ROOT } from './light.ts';
import { doTasks, type Task } from './verdict/crew.ts';
import { keepRecordings, readRecordings } from './verdict/files.ts';
import { judge } from './verdict/judge.ts';
import { nameOf, toLoads } from './verdict/matrix.ts';
import { readWish, type Wish } from './verdict/options.ts';
import { makeRecorder, recordLoad } from './verdict/record.ts';
import { toReport } from './verdict/report.ts';
import { type Case, toCase } from './verdict/tally.ts';
import type { Recording } from './verdict/trace.ts';
import { watchReal } from './verdict/watch-real.ts';

export const about = 'when Light asks, and whether the page was in trouble';

const FOLDERS: Record<BrowserName, string> = { chromium: 'dist/chrome', firefox: 'dist/firefox' };

export async function run(words: string[]): Promise<void> {
  const wish = readWish(words);
  if (wish.isRecording || wish.from === 'loads') {
    await buildLight();
    await printHead(wish.browsers);
  }
  if (wish.isRecording) return record(wish);
  for (const name of wish.browsers) console.log(toReport(name, await toCases(name, wish)));
}

/** What Light says, over the recordings or on real loads, and what was so by the recordings. */
async function toCases(name: BrowserName, { from, links, kinds, hands }: Wish): Promise<Case[]> {
  const all = await readRecordings(ROOT, name);
  const wanted = all.filter(({ link, kind }) => links.includes(link) && kinds.includes(kind));
  if (from === 'traces') return wanted.map((recording) => toCase(recording, judge(recording)));
  const cases: Case[] = [];
  const tasks: Task[] = wanted.map((recording) => ({
    browser: name,
    name: nameOf(recording),
    run: async (browser) => {
      const untilMs = (recording.reading?.nowMs ?? 0) + LATER_MS;
      cases.push(toCase(recording, await watchReal(browser, recording, untilMs)));
    },
  }));
  const failed = await doTasks(tasks, hands, (browser) => openLight(browser));
  for (const each of failed) console.log(each);
  return cases;
}

/** A question that comes a little after the recording ended is still told, in ms. */
const LATER_MS = 2000;

/** Plays every load with a recorder in Light's place, and keeps the traces. */
async function record({ browsers, links, kinds, rounds, hands }: Wish): Promise<void> {
  const recorders = new Map<BrowserName, Awaited<ReturnType<typeof makeRecorder>>>();
  for (const name of browsers) recorders.set(name, await makeRecorder(join(ROOT, FOLDERS[name])));
  let writing = Promise.resolve();
  const keep = (name: BrowserName, recording: Recording) => {
    writing = writing.then(() => keepRecordings(ROOT, name, [recording]));
    return writing;
  };
  const tasks: Task[] = toLoads(links, kinds, rounds).flatMap((load) =>
    browsers.map((name) => ({
      browser: name,
      name: nameOf(load),
      run: async (browser) => keep(name, await recordLoad(browser, load)),
    })),
  );
  const open = (name: BrowserName) => openBrowser(name, { extension: recorders.get(name)?.path ?? '' });
  const failed = await doTasks(tasks, hands, open);
  for (const recorder of recorders.values()) await recorder.remove();
  for (const each of failed) console.log(each);
  console.log(`${tasks.length} loads, ${failed.length} failures on the way.`);
}
