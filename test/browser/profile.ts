// Makes the profile folder of a browser and removes it at the end, also where the run is interrupted.
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export interface Profile {
  path: string;
  /** Says how to end the browser that runs in it, should this process end first. */
  inUseUntil(end: () => void): void;
  remove(): Promise<void>;
}

/** A fresh profile folder, removed by `remove` or, at the latest, when this process ends. */
export async function makeProfile(prefix: string): Promise<Profile> {
  const path = await mkdtemp(join(tmpdir(), prefix));
  let endBrowser = () => {};
  const clean = () => {
    endBrowser();
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const leave = (signal: keyof typeof SIGNALS) => process.exit(SIGNALS[signal]);
  process.once('exit', clean);
  for (const signal of Object.keys(SIGNALS)) process.once(signal, leave);
  return {
    path,
    inUseUntil: (end) => {
      endBrowser = end;
    },
    remove: async () => {
      process.off('exit', clean);
      for (const signal of Object.keys(SIGNALS)) process.off(signal, leave);
      await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
