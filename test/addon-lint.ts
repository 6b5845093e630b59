// Runs the add-on linter over the Firefox build and fails on any warning but the two that Readability, which goes in as released, is known for.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** One message of `addons-linter --output json`. */
interface Finding {
  code: string;
  message: string;
  file?: string;
  line?: number;
  column?: number;
}
interface Report {
  errors: Finding[];
  notices: Finding[];
  warnings: Finding[];
}

/** Readability 0.6.0 assigns `innerHTML` twice: in `_unwrapNoscriptImages` and where it starts over with a flag less. */
const KNOWN = {
  code: 'UNSAFE_VAR_ASSIGNMENT',
  message: 'Unsafe assignment to innerHTML',
  file: 'extract.js',
};
const KNOWN_COUNT = 2;

function isKnown({ code, message, file }: Finding): boolean {
  return code === KNOWN.code && message === KNOWN.message && file === KNOWN.file;
}

async function lint(folder: string): Promise<Report> {
  const words = ['addons-linter', '--output', 'json', folder];
  // The linter exits with 1 where it has found an error, and prints its report all the same.
  const { stdout } = await promisify(execFile)('npx', words, { cwd: ROOT }).catch(
    (error: { stdout?: string }) => {
      if (error.stdout) return { stdout: error.stdout };
      throw error;
    },
  );
  return JSON.parse(stdout) as Report; // The linter's own format.
}

const { errors, notices, warnings } = await lint('dist/firefox');
const known = warnings.filter(isKnown);
const others = [...errors, ...notices, ...warnings.filter((each) => !isKnown(each))];
for (const { code, message, file, line, column } of others)
  console.error(`${code} in ${file}:${line}:${column}: ${message}`);
if (known.length !== KNOWN_COUNT)
  console.error(`Readability assigns innerHTML ${KNOWN_COUNT} times; the linter found ${known.length}.`);
if (others.length > 0 || known.length !== KNOWN_COUNT) process.exitCode = 1;
else console.log(`add-on linter: nothing but the ${known.length} known assignments inside Readability`);
