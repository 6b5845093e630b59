// The verdict over every recorded load: see docs/architecture.md and `npm run bench -- verdict`.
import { readRecordings } from '../bench/verdict/files.ts';
import { judge } from '../bench/verdict/judge.ts';
import { nameOf } from '../bench/verdict/matrix.ts';
import { type Case, type Fault, toCase, toFault, toTally } from '../bench/verdict/tally.ts';

const LEAST_ASKED = 0.99;
const MOST_ASKED_IN_VAIN = 0.01;
const MEDIAN_MS = 4000;

const namesOf = (cases: readonly Case[], fault: Fault): string[] =>
  cases.filter((each) => toFault(each) === fault).map(({ recording }) => nameOf(recording));

describe.each(['chromium', 'firefox'] as const)('recorded loads of %s', (browser) => {
  let cases: Case[];
  beforeAll(async () => {
    const recordings = await readRecordings(process.cwd(), browser);
    cases = recordings.map((recording) => toCase(recording, judge(recording)));
  });

  test('there are a hundred at least', () => {
    expect(cases.length).toBeGreaterThanOrEqual(100);
  });

  test('99 % of those in trouble are asked about', () => {
    const { asked, silent } = toTally(cases);
    const share = asked.trouble / (asked.trouble + silent.trouble);
    expect(share >= LEAST_ASKED ? [] : namesOf(cases, 'missed')).toEqual([]);
  });

  test('at most 1 % of those that are fine', () => {
    const { asked, silent } = toTally(cases);
    const share = asked.fine / (asked.fine + silent.fine);
    expect(share <= MOST_ASKED_IN_VAIN ? [] : namesOf(cases, 'asked in vain')).toEqual([]);
  });

  test('half of the questions come within 4 s', () => {
    expect(toTally(cases).medianMs).toBeLessThanOrEqual(MEDIAN_MS);
  });

  test('none comes late', () => {
    expect(namesOf(cases, 'late')).toEqual([]);
  });

  test('none where the HTML has ended without text', () => {
    expect(namesOf(cases, 'asked where nothing can be had')).toEqual([]);
  });
});
