// Says of pages that arrived how soon they could be read, and how much of what was shown went again.
import { type Cell, toMedian, toTable } from '../table.ts';
import type { KnownPage } from '../words/corpus.ts';

/** Seconds until a paragraph is there; `null`: it never was. */
export interface Paragraphs<T = number | null> {
  first: T;
  last: T;
}

/** One page that came over a slow link. */
export interface Arrived {
  page: KnownPage;
  /** When the bytes were here. */
  client: Paragraphs<number>;
  /** When Light showed them. */
  light: Paragraphs;
  /** Words shown before the page was whole, and how many of them went when it was. */
  words: number;
  gone: number;
}

/** What the issue asks for: a first paragraph within so many times what a plain client needs, and so many seconds more. */
const LATE = { times: 1.15, seconds: 0.3 };

/** Whether the first paragraph was there soon enough. */
export function isSoon({ client, light }: Arrived, which: keyof Paragraphs = 'first'): boolean {
  const seconds = light[which];
  return seconds !== null && seconds <= client[which] * LATE.times + LATE.seconds;
}

const toPercent = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
const toFixed = (seconds: number | null): Cell => (seconds === null ? 'never' : seconds.toFixed(2));
const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);

export function toPageTable(all: readonly Arrived[]): string {
  const header = [
    ...['page', 'kind', 'client: first', 'Light: first', 'ratio', 'client: last', 'Light: last'],
    ...['words', 'gone'],
  ];
  const rows = all.map(({ page, client, light, words, gone }) => [
    page.id,
    page.kind ?? 'article',
    ...[toFixed(client.first), toFixed(light.first)],
    light.first === null ? null : (light.first / client.first).toFixed(2),
    ...[toFixed(client.last), toFixed(light.last)],
    ...[words, toPercent(gone, words)],
  ]);
  return toTable(header, rows);
}

export function toSummary(all: readonly Arrived[]): string {
  const kinds = [...new Set(all.map(({ page }) => page.kind ?? 'article'))].sort();
  const groups: [string, Arrived[]][] = [
    ...kinds.map((kind): [string, Arrived[]] => [
      kind,
      all.filter(({ page }) => (page.kind ?? 'article') === kind),
    ]),
    ['all', [...all]],
  ];
  const header = [
    ...['', 'pages', 'first soon', 'of those with it', 'last soon', 'first: ratio', 'last: ratio'],
    ...['never first', 'words', 'gone'],
  ];
  return `Soon: within ${LATE.times} times a plain client's time and ${LATE.seconds} s.\n${toTable(header, groups.map(toRow))}`;
}

function toRow([name, group]: [string, Arrived[]]): Cell[] {
  const having = group.filter(({ light }) => light.first !== null);
  const soon = group.filter((each) => isSoon(each)).length;
  const ratio = (which: keyof Paragraphs) =>
    toMedian(
      group.flatMap(({ client, light }) => (light[which] === null ? [] : [light[which] / client[which]])),
    );
  const words = sum(group.map((each) => each.words));
  return [
    ...[name, group.length, toPercent(soon, group.length), toPercent(soon, having.length)],
    toPercent(group.filter((each) => isSoon(each, 'last')).length, group.length),
    ...[ratio('first').toFixed(2), ratio('last').toFixed(2), group.length - having.length],
    ...[words, toPercent(sum(group.map(({ gone }) => gone)), words)],
  ];
}
