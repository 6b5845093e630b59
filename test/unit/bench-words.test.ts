// The parts of the words bench that its figures rest on: folds by site, samples, segments.
import type { KnownPage } from '../bench/words/corpus.ts';
import { toFolds } from '../bench/words/corpus.ts';
import { scoreSegments } from '../bench/words/segments.ts';

const toPage = (id: string, site: string): KnownPage => ({
  ...{ id, site, set: 'xx', file: '', url: `https://${site}/`, dir: 'ltr', charset: 'utf-8' },
  ...{ gold_file: null, gold_seg: null, kind: null, lang: '', script: '', byline: null },
});

const PAGES = Array.from({ length: 40 }, (_, at) => toPage(`xx-${at}`, `site-${at % 13}.example`));

test('a site is in one fold alone, whatever the order of the pages, and the folds are about as large', () => {
  const folds = toFolds(PAGES, 5);
  const again = toFolds([...PAGES].reverse(), 5);
  const bySite = new Map<string, Set<number | undefined>>();
  for (const page of PAGES)
    bySite.set(page.site, (bySite.get(page.site) ?? new Set()).add(folds.get(page)).add(again.get(page)));
  expect([...bySite.values()].map(({ size }) => size)).toEqual(Array(13).fill(1));
  const sizes = [0, 1, 2, 3, 4].map((fold) => [...folds.values()].filter((each) => each === fold).length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(4);
});

test.each([
  ['all that must, nothing else', 'One two.\n Three  four.', { precision: 1, recall: 1 }],
  ['half of what must', 'One two.', { precision: 1, recall: 0.5 }],
  ['what must not, too', 'Menu One two. Three four.', { precision: 2 / 3, recall: 1 }],
  ['nothing', '', { precision: 0, recall: 0 }],
])('segments: %s', (_, shown, score) => {
  expect(scoreSegments(shown, { with: ['One two.', 'Three four.'], without: ['Menu', 'Footer'] })).toEqual(
    score,
  );
});
