// Reads what the lanes of a run print (TAP): counts and prints the verdicts, what failed stories say of themselves, and what stories print.

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, and what it said of itself: told once more at the end, for of a long log often only that is kept. */
  failures: string[];
  /** What each story took. */
  longest: { title: string; seconds: number }[];
}

export const toTally = (): Tally => ({ passed: 0, failed: 0, skipped: 0, failures: [], longest: [] });

/** How many of the longest stories are named at the end. */
const SHOWN = 8;

/** The comments of TAP that are not a story's own words. */
const TOTALS = /# (Subtest:|(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$)/;

/** Reads a lane's lines into the tally; each is printed behind the name of what it is played in. */
export function toReporter(name: string, tally: Tally) {
  const print = (text: string) => {
    const line = `${name.padEnd(8)} ${text}`;
    console.log(line);
    if (explainsFailure) tally.failures.push(line);
  };
  let explainsFailure = false;
  let last = '';
  return (line: string) => {
    const [, verdict, title = ''] = /^\s*(ok|not ok) \d+ - (.*)$/.exec(line) ?? [];
    const [, ms] = /^\s*duration_ms: ([\d.]+)$/.exec(line) ?? [];
    if (ms && last) {
      tally.longest.push({ title: `${name} ${last}`, seconds: Number(ms) / 1000 });
      last = '';
    }
    if (verdict) {
      last = title;
      explainsFailure = verdict === 'not ok';
      if (title.includes('# SKIP')) tally.skipped++;
      else if (verdict === 'ok') tally.passed++;
      else tally.failed++;
      print(`${explainsFailure ? '✗' : '✓'} ${title}`);
    } else if (explainsFailure && /^\s/.test(line)) {
      print(line);
    } else if (/^\s*# /.test(line) && !TOTALS.test(line)) {
      print(line);
    }
  };
}

/** Prints the longest stories, what failed and the sums; gives whether all is well. */
export function printTallies(parts: { name: string; tally: Tally }[]): boolean {
  const tallies = parts.map(({ tally }) => tally);
  const longest = tallies.flatMap((tally) => tally.longest).sort((one, other) => other.seconds - one.seconds);
  console.log('\nThe longest stories, in seconds:');
  for (const { title, seconds } of longest.slice(0, SHOWN))
    console.log(`${seconds.toFixed(1).padStart(6)} ${title}`);
  const failures = tallies.flatMap((tally) => tally.failures);
  if (failures.length > 0) console.log(['\nWhat failed:', ...failures].join('\n'));
  console.log('');
  for (const { name, tally } of parts) console.log(`${toSums([tally])} in ${name}`);
  if (parts.length > 1) console.log(toSums(tallies));
  return tallies.every(({ failed }) => failed === 0);
}

function toSums(tallies: Tally[]): string {
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped}`;
}
