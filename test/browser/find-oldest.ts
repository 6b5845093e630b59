// Finds the oldest version of a browser that Debian offers beside the current one, and unpacks it into a cache folder, without installing it.
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserName } from './browser.ts';

const run = promisify(execFile);

/** What it is made of: packages of one version, and where the executable is in them. */
const PACKAGES: Record<BrowserName, { names: string[]; executable: string }> = {
  chromium: { names: ['chromium', 'chromium-common'], executable: 'usr/lib/chromium/chromium' },
  firefox: { names: ['firefox-esr'], executable: 'usr/lib/firefox-esr/firefox-esr' },
};

export type Oldest = { executable: string; version: string } | { missing: string };

/** The oldest browser of that name, unpacked, or one sentence on why there is none. */
export async function findOldest(name: BrowserName): Promise<Oldest> {
  const { names, executable } = PACKAGES[name];
  const [first = name] = names;
  const versions = await readVersions(first);
  if (!versions)
    return { missing: `No old ${name} is played: this system has no apt-cache that could find one.` };
  const version = versions[0];
  if (versions.length < 2 || !version)
    return { missing: `No old ${name} is played: apt offers no version of ${first} but the current one.` };
  const folder = join(toCache(), `${first}-${version.replace(/[^\w.+-]/g, '_')}`);
  const path = join(folder, executable);
  const isThere = await access(path).then(
    () => true,
    () => false, // Not unpacked yet.
  );
  try {
    if (!isThere) await unpack(names, version, folder);
    const { stdout } = await run(path, ['--version']);
    return { executable: path, version: /\d+(\.\d+)?/.exec(stdout)?.[0] ?? version };
  } catch (error) {
    return { missing: `No old ${name} is played: version ${version} ${toReason(error)}.` };
  }
}

function toReason(error: unknown): string {
  const { stderr = '', message } = error as { stderr?: string; message: string }; // As execFile rejects.
  const said = stderr.trim().split('\n').at(-1) || message;
  return `cannot be used here (${said})`;
}

/** The versions that apt offers, oldest first; `null` where there is no apt. */
async function readVersions(name: string): Promise<string[] | null> {
  const madison = await run('apt-cache', ['madison', name]).catch(() => null); // Not a Debian.
  if (!madison) return null;
  const lines = madison.stdout.split('\n').map((line) => line.split('|').map((part) => part.trim()));
  const found = lines.flatMap(([, version, source]) =>
    version && source?.includes('Packages') ? [version] : [],
  );
  const sorted: string[] = [];
  for (const version of new Set(found)) {
    const older = await Promise.all(sorted.map((other) => isOlder(other, version)));
    sorted.splice(older.filter(Boolean).length, 0, version);
  }
  return sorted;
}

function isOlder(one: string, other: string): Promise<boolean> {
  return run('dpkg', ['--compare-versions', one, 'lt', other]).then(
    () => true,
    () => false, // It says no by its exit code.
  );
}

function toCache(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'light-old-browsers');
}

/** Downloads the packages and unpacks them into one folder, which is there only when all of it is. */
async function unpack(names: string[], version: string, folder: string): Promise<void> {
  console.log(`${names[0]} ${version} is being downloaded, to play stories in it.`);
  await mkdir(dirname(folder), { recursive: true });
  const started = await mkdtemp(`${folder}-`);
  try {
    await run('apt-get', ['download', ...names.map((name) => `${name}=${version}`)], { cwd: started });
    const packages = (await readdir(started)).filter((file) => file.endsWith('.deb'));
    for (const file of packages) {
      await run('dpkg-deb', ['-x', join(started, file), started]);
      await rm(join(started, file));
    }
    await rename(started, folder);
  } finally {
    await rm(started, { recursive: true, force: true });
  }
}
