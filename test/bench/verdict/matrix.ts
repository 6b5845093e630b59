// Lists the loads that the verdict is tried on: links crossed with kinds of page, the same ones each time.
import { randomOf } from '../../site/bodies.ts';
import { LINKS, type LinkName } from '../../site/link.ts';

/** A kind of page, and how it comes to be looked at. */
export interface Kind {
  /** The path on the test site. `draw` gives numbers from 0 to 1, the same for the same seed. */
  path(draw: () => number): string;
  /** Light has nothing to give: the HTML ends without text. */
  textless?: true;
  /** Made to be written in: nothing may stand over it once it is on the screen. */
  written?: true;
  /** Visited a moment before, over a fast link. */
  visited?: true;
  /** Opened in the background and looked at after so many ms. */
  shownAfterMs?(draw: () => number): number;
}

const between = (least: number, most: number, draw: number): number =>
  Math.round(least + (most - least) * draw);

const slowIn = (name: string, least: number, most: number): Kind => ({
  path: (draw) => `/special/kind-${name}?ms=${between(least, most, draw())}`,
});

const plain = (name: string): Kind => ({ path: () => `/special/kind-${name}` });

const ARTICLE = '/science/the-valley-that-counts-its-own-rain';

export const KINDS = {
  article: { path: () => ARTICLE },
  front: plain('front'),
  pictures: slowIn('pictures', 4000, 20_000),
  'script-never': plain('script-never'),
  'style-late': slowIn('style-late', 2000, 20_000),
  'style-big': plain('style-big'),
  fonts: slowIn('fonts', 1000, 15_000),
  veil: slowIn('veil', 500, 15_000),
  streams: {
    path: (draw) => `/special/kind-streams?drip=8&every=${between(300, 3500, draw())}`,
  },
  long: { path: () => '/special/kind-long?drip=12&every=700' },
  thinks: { path: () => '/special/kind-thinks?think=6000' },
  ads: plain('ads'),
  busy: slowIn('busy', 300, 4000),
  cached: { ...plain('cached'), visited: true },
  background: { path: () => ARTICLE, shownAfterMs: (draw) => between(1000, 9000, draw()) },
  shell: { ...plain('shell'), textless: true },
  form: { ...plain('form'), textless: true, written: true },
  editor: { ...plain('editor'), textless: true, written: true },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

// Object.keys gives the names that the types name.
export const KIND_NAMES = Object.keys(KINDS) as KindName[];
export const LINK_NAMES = Object.keys(LINKS) as LinkName[];

/** Left out while thresholds are chosen, and reported apart. */
export const HELD_OUT: { links: readonly LinkName[]; kinds: readonly KindName[] } = {
  links: ['slow3g', 'lossy'],
  kinds: ['veil', 'front'],
};

export interface Load {
  link: LinkName;
  kind: KindName;
  round: number;
}

export const isHeldOut = ({ link, kind }: Load): boolean =>
  HELD_OUT.links.includes(link) || HELD_OUT.kinds.includes(kind);

/** Every kind over every link, in each of these rounds. */
export const toLoads = (
  links: readonly LinkName[],
  kinds: readonly KindName[],
  [first, last]: readonly [number, number],
): Load[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((round) =>
    links.flatMap((link) => kinds.map((kind) => ({ link, kind, round }))),
  );

export const nameOf = ({ link, kind, round }: Load): string => `${link} ${kind} ${round}`;

/** What chance decides about a load: the same in every browser and every time. */
export function drawLoad(load: Load): { seed: string; path: string; shownAfterMs: number | null } {
  const seed = nameOf(load);
  const draw = randomOf(seed);
  // The first number of names that differ in their last letter only is too much alike.
  for (let at = 0; at < 8; at++) draw();
  const kind: Kind = KINDS[load.kind];
  return { seed, path: kind.path(draw), shownAfterMs: kind.shownAfterMs?.(draw) ?? null };
}
