// Prints the figures of the bench as tables.
import { type Cell, toTable } from '../table.ts';
import { HELD_OUT, isHeldOut, KIND_NAMES, LINK_NAMES, nameOf } from './matrix.ts';
import { type Case, toFault, toInterval, toTally } from './tally.ts';

const HEADER = [
  '',
  'loads',
  'trouble: asked',
  'silent',
  'between: asked',
  'silent',
  'fine: asked',
  'silent',
  'no text: asked',
  'silent',
  'median s',
  'latest s',
];

const toSeconds = (ms: number): Cell => (Number.isFinite(ms) ? (ms / 1000).toFixed(1) : null);

function toRow(name: string, cases: readonly Case[]): Cell[] {
  const { asked, silent, medianMs, latestMs } = toTally(cases);
  const counts = (['trouble', 'between', 'fine', 'textless'] as const).flatMap((truth) => [
    asked[truth],
    silent[truth],
  ]);
  return [name, cases.length, ...counts, toSeconds(medianMs), toSeconds(latestMs)];
}

const toPercent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function toShare(words: string, hits: number, all: number): string {
  const [least, most] = toInterval(hits, all);
  return `${words}: ${hits} of ${all}, ${toPercent(hits / (all || 1))} (95 %: ${toPercent(least)} to ${toPercent(most)})`;
}

function toShares(name: string, cases: readonly Case[]): string {
  const { asked, silent } = toTally(cases);
  return `${name}
  ${toShare('troubled loads asked about', asked.trouble, asked.trouble + silent.trouble)}
  ${toShare('fine loads asked about', asked.fine, asked.fine + silent.fine)}`;
}

/** The confusion matrix of one browser, by link and by kind of page, the shares, and every wrong answer by name. */
export function toReport(browser: string, cases: readonly Case[]): string {
  const known = cases.filter(({ recording }) => !isHeldOut(recording));
  const heldOut = cases.filter(({ recording }) => isHeldOut(recording));
  const rows: Cell[][] = [
    ...LINK_NAMES.map((link) =>
      toRow(
        link,
        cases.filter(({ recording }) => recording.link === link),
      ),
    ),
    ...KIND_NAMES.map((kind) =>
      toRow(
        kind,
        cases.filter(({ recording }) => recording.kind === kind),
      ),
    ),
    toRow('all', cases),
  ].filter(([, loads]) => loads !== 0);
  const wrong = cases.flatMap((each) => toFault(each) ?? []).length;
  return `${browser}\n${toTable(HEADER, rows)}

${toShares('Known while thresholds were chosen', known)}
${toShares(`Held out: ${[...HELD_OUT.links, ...HELD_OUT.kinds].join(', ')}`, heldOut)}
${toShares('All', cases)}

${wrong === 0 ? 'No answer was wrong.' : `Wrong answers:\n${toOffenders(cases)}`}\n`;
}

/** Every wrong answer, with what was so; times in seconds since the navigation began. */
export function toOffenders(cases: readonly Case[]): string {
  const rows = cases.flatMap((each): Cell[][] => {
    const fault = toFault(each);
    const { reading, startMs, diedMs } = each.recording;
    if (!fault || !reading) return [];
    const at = (ms: number | null) => toSeconds(ms ?? Number.NaN);
    const { readableMs, parsedMs, shownMs } = reading;
    const waits = `${toSeconds(reading.textWait.forMs)} from ${toSeconds(reading.textWait.fromMs)}`;
    const times = [startMs, shownMs, readableMs, parsedMs, diedMs, each.dueMs, each.askedMs].map(at);
    return [[fault, nameOf(each.recording), ...times, waits, each.trouble ?? '']];
  });
  rows.sort((one, other) => String(one[0]).localeCompare(String(other[0])));
  const header = [
    '',
    '',
    'commit',
    'shown',
    'readable',
    'parsed',
    'died',
    'due',
    'asked',
    'longest wait',
    'as',
  ];
  return toTable(header, rows);
}
