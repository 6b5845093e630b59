// Decides what a run plays its stories in: the current browsers, or the oldest ones that can be had and those that lack something.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './browser/browser.ts';
import { findBrowser } from './browser/find.ts';
import { findOldest } from './browser/find-oldest.ts';
import { buildVariant, VARIANTS, type Variant } from './browser/variants.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXTENSION: Record<BrowserName, string> = { chromium: 'dist/chrome', firefox: 'dist/firefox' };
const EXECUTABLE: Record<BrowserName, string> = { chromium: 'LIGHT_CHROMIUM', firefox: 'LIGHT_FIREFOX' };

export interface PartOptions {
  browser?: string | undefined;
  /** One of `VARIANTS`: only what is played as that. */
  as?: string | undefined;
  oldest?: boolean | undefined;
}

/** A browser to play stories in, and how its lanes are told. */
export interface Part {
  name: string;
  env: Record<string, string>;
}

/** The browsers of a run. An old one that cannot be had is said to be missing, and left out. */
export async function findParts(options: PartOptions): Promise<Part[]> {
  const browsers = toBrowsers(options.browser);
  for (const name of browsers) await requireBuild(name);
  const variants = toVariants(options).filter((variant) => browsers.includes(VARIANTS[variant].browser));
  const parts: Part[] = [];
  // One after another: two installations at once would lock each other out.
  for (const browser of browsers) {
    const found = await toBrowserEnv(browser, options.oldest ?? false);
    if (found && !options.as) parts.push({ name: found.name, env: found.env });
    for (const variant of variants.filter((each) => VARIANTS[each].browser === browser)) {
      // What a browser lacks, the current one can play, too.
      const { name, env } = found ?? (await toCurrent(browser));
      const extension = await buildVariant(join(ROOT, EXTENSION[browser]), variant);
      parts.push({ name: `${name} as ${variant}`, env: { ...env, LIGHT_EXTENSION: extension } });
    }
  }
  return parts;
}

function toBrowsers(wanted: string | undefined): BrowserName[] {
  const both: BrowserName[] = ['chromium', 'firefox'];
  const browsers = both.filter((name) => !wanted || name === wanted);
  if (browsers.length === 0) throw new Error(`--browser is chromium or firefox, not ${wanted}.`);
  return browsers;
}

function toVariants({ as, oldest }: PartOptions): Variant[] {
  const all = Object.keys(VARIANTS) as Variant[]; // The names of its type.
  const variants = all.filter((each) => (as ? each === as : oldest));
  if (as && variants.length === 0) throw new Error(`--as is ${all.join(' or ')}, not ${as}.`);
  return variants;
}

async function requireBuild(name: BrowserName): Promise<void> {
  await access(join(ROOT, EXTENSION[name], 'manifest.json')).catch(() => {
    throw new Error(`${EXTENSION[name]} is not there: run "npm run build" first.`);
  });
}

async function toCurrent(browser: BrowserName): Promise<Part> {
  await findBrowser(browser);
  return { name: browser, env: { LIGHT_BROWSER: browser } };
}

async function toBrowserEnv(browser: BrowserName, oldest: boolean): Promise<Part | null> {
  if (!oldest) return toCurrent(browser);
  const found = await findOldest(browser);
  if ('missing' in found) {
    console.log(found.missing);
    return null;
  }
  const { executable, version } = found;
  return {
    name: `${browser} ${version}`,
    env: { LIGHT_BROWSER: browser, [EXECUTABLE[browser]]: executable },
  };
}
