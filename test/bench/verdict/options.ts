// Parses the command line of the bench.
import type { BrowserName } from '../../browser/browser.ts';
import type { LinkName } from '../../site/site.ts';
import { BROWSERS, readOptions, toChoice, toChoices, UsageError } from '../command.ts';
import { KIND_NAMES, type KindName, LINK_NAMES } from './matrix.ts';

export interface Wish {
  isRecording: boolean;
  from: 'traces' | 'loads';
  browsers: BrowserName[];
  links: LinkName[];
  kinds: KindName[];
  /** The first and the last: `--rounds=3` plays three, `--rounds=2-3` the second and the third. */
  rounds: [first: number, last: number];
  /** Browsers open at a time. */
  hands: number;
}

const NAMES = ['browser', 'links', 'kinds', 'rounds', 'from', 'hands'] as const;

function toNumber(option: string, value: string): number {
  const number = Number(value);
  if (!(Number.isInteger(number) && number > 0))
    throw new UsageError(`--${option} is a number, 3 for instance.`);
  return number;
}

function toRounds(value: string): [number, number] {
  const [first = '', last] = value.split('-');
  return last === undefined
    ? [1, toNumber('rounds', first)]
    : [toNumber('rounds', first), toNumber('rounds', last)];
}

export function readWish(words: readonly string[]): Wish {
  const { options, others } = readOptions(
    words.filter((word) => word !== '--record'),
    NAMES,
  );
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  return {
    isRecording: words.includes('--record'),
    from: toChoice('from', options.from ?? 'traces', ['traces', 'loads']),
    browsers: toChoices('browser', options.browser, BROWSERS),
    links: toChoices('links', options.links, LINK_NAMES),
    kinds: toChoices('kinds', options.kinds, KIND_NAMES),
    rounds: toRounds(options.rounds ?? '1'),
    hands: toNumber('hands', options.hands ?? '3'),
  };
}
