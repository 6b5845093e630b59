// Parses the command line of the benches, and names what it does not understand.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { BrowserName } from '../browser/browser.ts';

/** The command line cannot be understood; the message is one sentence for the person who typed it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Every option of these commands has a value: `--name=value`. */
export function readOptions<N extends string>(
  words: string[],
  names: readonly N[],
): { options: Partial<Record<N, string>>; others: string[] } {
  const options: ParseArgsConfig['options'] = Object.fromEntries(names.map((name) => [name, STRING]));
  const known = names.map((name) => `--${name}=…`).join(', ');
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true, strict: true });
    // Only the names above are let through, and each is a string.
    return { options: values as Partial<Record<N, string>>, others: positionals };
  } catch (error) {
    const what = String(error instanceof Error ? error.message : error).split(/[.'"]\s/)[0];
    throw new UsageError(`${what}: the options are ${known || 'none'}.`);
  }
}

const STRING = { type: 'string' } as const;

/** The value if it is one of the known ones, else a sentence that lists them. */
export function toChoice<C extends string>(option: string, value: string, choices: readonly C[]): C {
  const choice = choices.find((each) => each === value);
  if (!choice) throw new UsageError(`--${option} is one of ${choices.join(', ')}, not "${value}".`);
  return choice;
}

/** A list separated by commas, or all of them. */
export function toChoices<C extends string>(
  option: string,
  value: string | undefined,
  choices: readonly C[],
): C[] {
  return value === undefined
    ? [...choices]
    : value.split(',').map((each) => toChoice(option, each.trim(), choices));
}

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** Ends the command as its outcome asks: 2 where it was not understood, 1 where it failed. */
export async function runCommand(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
