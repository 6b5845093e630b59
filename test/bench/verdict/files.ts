// Reads and writes recorded loads, in JSON that shows in git what has changed.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserName } from '../../browser/browser.ts';
import { KIND_NAMES, LINK_NAMES, type Load } from './matrix.ts';
import type { Recording, Step } from './trace.ts';

/** As it stands in the file: a step is `[at, field, value, field, value …]`, a field the number of its name. */
interface Packed {
  fields: string[];
  loads: (Omit<Recording, 'steps'> & { steps: unknown[][] })[];
}

const fileOf = (root: string, browser: BrowserName): string => join(root, 'test/traces', `${browser}.json`);

/** All recordings of a browser; none where there is no file yet. */
export async function readRecordings(root: string, browser: BrowserName): Promise<Recording[]> {
  const text = await readFile(fileOf(root, browser), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{"fields":[],"loads":[]}';
    throw error;
  });
  return unpack(JSON.parse(text));
}

export function unpack({ fields, loads }: Packed): Recording[] {
  const toStep = ([atMs, ...flat]: unknown[]): Step => {
    const changes = Array.from({ length: flat.length / 2 }, (_, at): [string, unknown] => [
      fields[Number(flat[2 * at])] ?? '',
      flat[2 * at + 1],
    ]);
    return [Number(atMs), ...changes];
  };
  return loads.map((load) => ({ ...load, steps: load.steps.map(toStep) }));
}

function pack(recordings: readonly Recording[]): Packed {
  const fields: string[] = [];
  const numberOf = (field: string) => {
    if (!fields.includes(field)) fields.push(field);
    return fields.indexOf(field);
  };
  const toFlat = ([atMs, ...changes]: Step) => [
    atMs,
    ...changes.flatMap(([field, value]) => [numberOf(field), value]),
  ];
  return { fields, loads: recordings.map((each) => ({ ...each, steps: each.steps.map(toFlat) })) };
}

const placeOf = ({ link, kind, round }: Load): number =>
  (KIND_NAMES.indexOf(kind) * LINK_NAMES.length + LINK_NAMES.indexOf(link)) * 100 + round;

/** Puts new recordings in the place of older ones of the same loads: one line each, in the order of kinds and links. */
export async function keepRecordings(
  root: string,
  browser: BrowserName,
  fresh: readonly Recording[],
): Promise<void> {
  const all = new Map<number, Recording>();
  for (const each of [...(await readRecordings(root, browser)), ...fresh]) all.set(placeOf(each), each);
  const sorted = [...all].sort(([one], [other]) => one - other);
  const { fields, loads } = pack(sorted.map(([, recording]) => recording));
  const lines = loads.map((load) => JSON.stringify(load));
  await mkdir(join(root, 'test/traces'), { recursive: true });
  await writeFile(
    fileOf(root, browser),
    `{"fields":${JSON.stringify(fields)},"loads":[\n${lines.join(',\n')}\n]}\n`,
  );
}
