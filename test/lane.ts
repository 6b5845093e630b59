// Starting a browser costs seconds of processor time: a lane plays file after file in one, and asks for the next when it is done.
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { finishFile, leaveStage } from './browser/story.ts';

/** What a lane may be told: the file to play next, or that there is none left. */
export type Assignment = { file: string } | { file: null };

async function nextFile(): Promise<string | null> {
  const answer = once(process, 'message');
  process.send?.('next');
  const [{ file }] = (await answer) as [Assignment]; // The run sends nothing else.
  return file;
}

for (let file = await nextFile(); file; file = await nextFile()) {
  await import(pathToFileURL(file).href);
  await finishFile();
}
await leaveStage();
process.disconnect();
