// A missing browser would make the stories fail one by one, each with its own riddle: find it, install it, or say so once.
import { execFile } from 'node:child_process';
import { access, constants, readFile, realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserName } from './browser.ts';

const run = promisify(execFile);

interface Known {
  /** Environment variable that names the executable. */
  variable: string;
  commands: string[];
  places: string[];
  debianPackage: string;
}

const KNOWN: Record<BrowserName, Known> = {
  chromium: {
    variable: 'LIGHT_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    debianPackage: 'chromium',
  },
  firefox: {
    variable: 'LIGHT_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    debianPackage: 'firefox-esr',
  },
};

/** Path of the browser's executable; installs it on Debian. Rejects with one sentence on what to install. */
export async function findBrowser(name: BrowserName): Promise<string> {
  const known = KNOWN[name];
  const named = process.env[known.variable];
  if (named) {
    if (await isExecutable(named)) return named;
    throw new Error(`${known.variable} names ${named}, which is not an executable file.`);
  }
  const found = await findInstalled(known);
  if (found) return found;

  const wish = `install ${known.debianPackage}, or set ${known.variable} to the executable of a ${name} that is no snap`;
  if (!(await isDebian())) throw new Error(`No ${name} was found: ${wish}.`);
  console.log(`No ${name} was found, so Debian's package ${known.debianPackage} is being installed.`);
  try {
    await installPackage(known.debianPackage);
  } catch (error) {
    throw new Error(`No ${name} was found and it could not be installed: ${wish}.`, { cause: error });
  }
  const installed = await findInstalled(known);
  if (!installed) throw new Error(`No ${name} was found even after installing it: ${wish}.`);
  return installed;
}

/** Persian pages without an Arabic font are rows of boxes. Best effort: says what it did, never rejects. */
export async function provideFonts(): Promise<void> {
  try {
    const { stdout } = await run('fc-list', [':lang=fa', 'family']);
    if (stdout.trim()) return;
  } catch {
    // No fontconfig, so not a Linux desktop: nothing to look for.
    return;
  }
  if (!(await isDebian())) {
    console.log('No font for the Arabic script was found; Persian text will be drawn as boxes.');
    return;
  }
  try {
    await installPackage('fonts-dejavu-core');
    console.log('No font for the Arabic script was found, so fonts-dejavu-core was installed.');
  } catch {
    // No right to install, or no network: the stories hold without the font.
    console.log('No font for the Arabic script was found, and fonts-dejavu-core could not be installed.');
  }
}

async function findInstalled({ commands, places }: Known): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...places,
  ];
  for (const candidate of candidates) {
    if ((await isExecutable(candidate)) && !(await isSnap(candidate))) return candidate;
  }
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false, // Not there, or not ours to run.
  );
}

/** Ubuntu's stubs start a snap, which can neither read /tmp nor be given a profile. */
async function isSnap(path: string): Promise<boolean> {
  const real = await realpath(path);
  if (real.startsWith('/snap/') || real.endsWith('/snap')) return true;
  const text = await readFile(real, 'latin1');
  return text.startsWith('#!') && text.includes('/snap/bin/');
}

async function isDebian(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => ''); // Not there on macOS.
  return /^ID=debian$/m.test(release);
}

async function installPackage(name: string): Promise<void> {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...words];
    await run(command, rest, { env, maxBuffer: 1 << 26 });
  }
}
