// Plays the story files that the run assigns to it, one after another in one browser: starting a browser costs seconds of processor time.
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

// The run was ended before it had ended its lanes: the browser goes with this process.
const leave = () => process.exit(1);
process.once('disconnect', leave);

for (let file = await nextFile(); file; file = await nextFile()) {
  await import(pathToFileURL(file).href);
  await finishFile();
}
await leaveStage();
process.off('disconnect', leave);
process.disconnect();
