// Brings together what a run of text is judged by: the sums of all boxes around it, runs of its kind, and what the page says of itself.
import { toKey } from '../../../text/text-similarity.ts';
import type { PageFacts } from '../../page-facts.ts';
import { readBoxWords } from './box-names.ts';
import type { Outline, Run } from './outline.ts';
import { readTraits, type TextTraits } from './text-traits.ts';
import { toStems, toTitleShare } from './title-words.ts';

/** Summed up over runs, lengths in characters as if all were written in letters. */
export interface Sums {
  runs: number;
  chars: number;
  linked: number;
  /** What Readability chose. */
  kept: number;
  /** What is long and no link: see `PROSE_CHARS`. */
  prose: number;
  /** What has words of the title in it, each as much as it has of them. */
  titled: number;
  /** How many runs have a date in them: see `hasDate`. */
  dated: number;
}

/** A run with what is known of it. */
export interface KnownRun extends Run {
  at: number;
  traits: TextTraits;
  /** 0 to 1. */
  linkShare: number;
  /** How much of it Readability chose, 0 to 1. */
  kept: number;
  /** Whether the rules that correct it choose it, 0 or 1. */
  ruled: number;
  /** The first box around it with more in it that was chosen, and how many levels up that is. */
  keptBox: number;
  keptLevels: number;
  /** The runs in the same kind of boxes, itself among them. */
  family: Sums;
  /** Where that stands among all families. */
  familyAt: number;
  /** What its text is compared by. */
  key: string;
  /** Of a heading 1 to 6, else 0. */
  level: number;
  /** How many of the title's words are in it, as a share. */
  titled: number;
}

/** A page as its features read it. */
export interface Context {
  outline: Outline;
  facts: PageFacts;
  /** The chance of each kind of page, in the order of `KINDS`; none until that has been judged. */
  kinds: readonly number[];
  runs: KnownRun[];
  /** Of each box the words in its names. */
  boxWords: (readonly string[])[];
  /** Of each box all that stands in it. */
  sums: Sums[];
  /** Of each box the place after its last descendant. */
  ends: Int32Array;
  total: Sums;
  families: Sums[];
  mostInFamily: number;
  /** What is found of all boxes once: see `toLevels`. */
  levels: Map<RegExp, Int16Array>;
  /** Places of the first and the last run that Readability chose. */
  first: number;
  last: number;
  keptRuns: number;
  /** The smallest box with most of what was chosen. */
  main: number;
  titleKey: string;
  descriptionKeys: string[];
  bodyKey: string;
  /** The place of the headline, -1 where there is none. */
  headline: number;
  /** How often each text stands in the page, by its key. */
  copies: Map<string, number>;
  /** Of each run, and of the end, what was chosen, and all characters, before it. */
  keptBefore: Float64Array;
  charsBefore: Float64Array;
}

/** A shorter run is a label, in characters. */
export const PROSE_CHARS = 80;
/** With more links than this a text is a list of them. */
export const LINKY = 0.4;
/** So much of what was chosen stands in the main box. */
const MAIN_SHARE = 0.7;
/** So many boxes around a run say of what kind it is. */
const SIGNATURE_DEPTH = 3;
/** So much of a text is compared, in characters. */
const KEY_CHARS = 300;
/** A shorter description says too little to be found again, in characters of its key. */
const DESCRIPTION_CHARS = 20;

const createSums = (): Sums => ({
  runs: 0,
  chars: 0,
  linked: 0,
  kept: 0,
  prose: 0,
  titled: 0,
  dated: 0,
});

function addTo(sums: Sums | undefined, by: Sums | undefined): void {
  if (!sums || !by) return;
  sums.runs += by.runs;
  sums.chars += by.chars;
  sums.linked += by.linked;
  sums.kept += by.kept;
  sums.prose += by.prose;
  sums.titled += by.titled;
  sums.dated += by.dated;
}

/** What was chosen of a page before it is judged. */
export interface Chosen {
  /** Of each run the share that Readability chose, 0 to 1. */
  kept: ArrayLike<number>;
  /** Of each run whether it is left by the rules that correct that. */
  ruled: ArrayLike<boolean | number>;
}

export function createContext(outline: Outline, { kept, ruled }: Chosen, facts: PageFacts): Context {
  const stems = toStems(facts.title);
  const families = new Map<string, number>();
  const familySums: Sums[] = [];
  const runs = outline.runs.map((run, at) => {
    const signature = toSignature(outline, run.box);
    const familyAt = families.get(signature) ?? familySums.push(createSums()) - 1;
    families.set(signature, familyAt);
    return toKnown(outline, {
      run,
      at,
      kept: kept[at] ?? 0,
      ruled: Number(ruled[at] ?? 0),
      familyAt,
      family: familySums[familyAt] as Sums,
      titled: toTitleShare(run.text, stems),
    });
  });
  const { ends, sums } = sumBoxes(outline, runs);
  for (const run of runs) findKeptBox(run, outline, sums);
  const total = sums[0] ?? createSums();
  const chosen = runs.filter((run) => run.kept > 0.5);
  const titleKey = toKey(facts.title);
  return {
    ...{
      outline,
      facts,
      kinds: [],
      runs,
      sums,
      ends,
      total,
      titleKey,
      families: familySums,
      levels: new Map(),
      boxWords: readBoxWords(outline.boxes),
    },
    mostInFamily: familySums.reduce((most, { chars }) => Math.max(most, chars), 0),
    first: chosen[0]?.at ?? runs.length,
    last: chosen.at(-1)?.at ?? -1,
    keptRuns: chosen.length,
    main: findMain(outline, sums, total.kept),
    descriptionKeys: facts.descriptions
      .map((text) => toKey(text.slice(0, KEY_CHARS)))
      .filter(({ length }) => length > DESCRIPTION_CHARS),
    bodyKey: toKey(facts.articleBody),
    headline: findHeadline(runs, titleKey),
    copies: countCopies(runs),
    keptBefore: accumulate(runs, (run) => run.kept * run.traits.length),
    charsBefore: accumulate(runs, (run) => run.traits.length),
  };
}

type Given = {
  run: Run;
  at: number;
  kept: number;
  ruled: number;
  familyAt: number;
  family: Sums;
  titled: number;
};

function toKnown({ boxes }: Outline, { run, at, kept, ruled, familyAt, family, titled }: Given): KnownRun {
  const traits = readTraits(run.text);
  const tag = boxes[run.box]?.tag ?? '';
  const known: KnownRun = {
    ...run,
    ...{ at, traits, kept, ruled, family, familyAt, titled, keptBox: 0, keptLevels: 0 },
    linkShare: Math.min(1, run.linkedChars / Math.max(1, run.text.length)),
    key: toKey(run.text.slice(0, KEY_CHARS)),
    level: /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0,
  };
  addTo(family, toOwn(known));
  return known;
}

function toOwn({ traits, linkShare, kept, titled }: KnownRun): Sums {
  const { length } = traits;
  const isProse = length >= PROSE_CHARS && linkShare < LINKY;
  return {
    runs: 1,
    chars: length,
    linked: linkShare * length,
    kept: kept * length,
    prose: isProse ? length : 0,
    titled: titled * length,
    dated: Number(traits.hasDate),
  };
}

/** Boxes stand before those in them: from the last to the first, each is added to the one around it. */
function sumBoxes({ boxes }: Outline, runs: KnownRun[]): Pick<Context, 'sums' | 'ends'> {
  const sums = boxes.map(createSums);
  for (const run of runs) addTo(sums[run.box], toOwn(run));
  const ends = Int32Array.from(boxes, (_, at) => at + 1);
  for (let at = boxes.length - 1; at > 0; at--) {
    const parent = boxes[at]?.parent ?? 0;
    ends[parent] = Math.max(ends[parent] ?? 0, ends[at] ?? 0);
    addTo(sums[parent], sums[at]);
  }
  return { sums, ends };
}

/** The tags and first names of the boxes around a run. */
function toSignature({ boxes }: Outline, box: number): string {
  let signature = '';
  for (let at = box, depth = 0; at >= 0 && depth < SIGNATURE_DEPTH; at = boxes[at]?.parent ?? -1, depth++) {
    const { tag = '', names = '' } = boxes[at] ?? {};
    signature += `<${tag}.${(names.split(' ', 1)[0] ?? '').replace(/\d+/g, '')}`;
  }
  return signature;
}

function findKeptBox(run: KnownRun, { boxes }: Outline, sums: Sums[]): void {
  const own = run.kept * run.traits.length;
  let levels = 0;
  for (let box = run.box; box >= 0; box = boxes[box]?.parent ?? -1, levels++) {
    run.keptBox = box;
    if ((sums[box]?.kept ?? 0) > own + 1) break;
  }
  run.keptLevels = levels;
}

function findMain({ boxes }: Outline, sums: Sums[], kept: number): number {
  let main = 0;
  for (let at = 1; at < boxes.length; at++)
    if (boxes[at]?.parent === main && kept > 0 && (sums[at]?.kept ?? 0) >= kept * MAIN_SHARE) main = at;
  return main;
}

/** A heading with the words of the title, else the first of the highest level. */
function findHeadline(runs: KnownRun[], titleKey: string): number {
  const headings = runs.filter(({ level, key }) => level > 0 && key.length > 3);
  const alike = headings.filter(({ key, linkShare }) => linkShare < 0.5 && titleKey.includes(key));
  const found =
    alike.find(({ level }) => level === 1) ?? alike[0] ?? headings.find(({ level }) => level === 1);
  return found?.at ?? -1;
}

function countCopies(runs: KnownRun[]): Map<string, number> {
  const copies = new Map<string, number>();
  for (const { key } of runs) copies.set(key, (copies.get(key) ?? 0) + 1);
  return copies;
}

function accumulate(runs: KnownRun[], read: (run: KnownRun) => number): Float64Array {
  const before = new Float64Array(runs.length + 1);
  runs.forEach((run, at) => {
    before[at + 1] = (before[at] ?? 0) + read(run);
  });
  return before;
}
