// Measures, and prints tables: npm run bench -- <name> [options]. Each bench is a file test/bench/<name>.bench.ts.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand, UsageError } from './bench/command.ts';
import { ROOT } from './bench/light.ts';

/** What a file of a bench exports. */
interface Bench {
  /** What it measures, in a few words. */
  about: string;
  run(words: string[]): Promise<void>;
}

const FOLDER = join(ROOT, 'test/bench');
const ENDING = '.bench.ts';

async function main() {
  const [first = '', ...rest] = process.argv.slice(2);
  const isNamed = first !== '' && !first.startsWith('--');
  const name = isNamed ? first : 'load';
  const names = (await readdir(FOLDER))
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
  if (!names.includes(name))
    throw new UsageError(`No bench is called "${name}": there is ${names.join(', ')}.`);
  const bench: Bench = await import(join(FOLDER, name + ENDING));
  await bench.run(isNamed ? rest : process.argv.slice(2));
}

await runCommand(main);
