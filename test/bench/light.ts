// Builds Light and opens browsers with it, for all benches.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { type Browser, type BrowserName, type BrowserOptions, openBrowser } from '../browser/browser.ts';
import { findBrowser } from '../browser/find.ts';

const run = promisify(execFile);

/** The checkout. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Builds both extensions from the sources as they are now. */
export async function buildLight(): Promise<void> {
  await run(process.execPath, ['build.mjs'], { cwd: ROOT });
}

/** The folder of the extension built for that browser. */
export const builtFor = (name: BrowserName): string =>
  join(ROOT, 'dist', name === 'chromium' ? 'chrome' : 'firefox');

interface Manifest {
  content_scripts: { js: string[] }[];
}

/** Copies a built extension with another manifest, and gives the folder. */
export async function copyExtension(
  built: string,
  change: (manifest: Manifest) => void,
): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'light-copy-'));
  await cp(built, path, { recursive: true });
  const file = join(path, 'manifest.json');
  const manifest: Manifest = JSON.parse(await readFile(file, 'utf8'));
  change(manifest);
  await writeFile(file, JSON.stringify(manifest));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The page that Light opens where it is installed. */
export const WELCOME = 'welcome.html';

/** A browser with Light in it and nothing else. */
export function openLight(name: BrowserName, options: Partial<BrowserOptions> = {}): Promise<Browser> {
  return openBrowser(name, { extension: builtFor(name), welcome: WELCOME, ...options });
}

/** What the browser calls itself: `Chromium 156.0.1`. */
export async function readVersion(name: BrowserName): Promise<string> {
  const { stdout } = await run(await findBrowser(name), ['--version']);
  return stdout.trim().replace(/ built on.*$/, '');
}

/** What was run, and with what: stands above every table. */
export async function printHead(names: readonly BrowserName[]): Promise<void> {
  const versions: string[] = [];
  for (const name of names) versions.push(await readVersion(name));
  console.log(`$ ${['npm run bench --', ...process.argv.slice(2)].join(' ')}\n${versions.join(', ')}\n`);
}

/** Says where a long run has got to, to a person who watches. */
export function tellProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

/** Light's own modules as one script for a page without an extension: `source` imports them from the checkout. */
export async function bundleForPage(source: string, name: BrowserName): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `globalThis.fakeChrome = ${FAKE};\n${source}`, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    define: { FIREFOX: String(name === 'firefox'), browser: 'fakeChrome', chrome: 'fakeChrome' },
  });
  return outputFiles[0]?.text ?? '';
}

const FAKE = "{ i18n: { getMessage: () => '', getUILanguage: () => 'en' } }";
