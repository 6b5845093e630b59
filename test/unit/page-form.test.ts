// Article or list: the pages that taught it, each by its numbers.
import { readOutline } from '../../src/light/extract/judgement/features/outline.ts';
import { chooseHeadlines } from '../../src/light/extract/list/headlines.ts';
import { decideForm, type FormFacts, measureListed } from '../../src/light/extract/list/page-form.ts';
import { readPageLinks } from '../../src/light/extract/list/page-links.ts';

const facts = (given: Partial<FormFacts>): FormFacts => ({
  ...{
    kind: 'article',
    dated: false,
    typed: false,
    headlines: 20,
    linkedHeadings: 20,
    prose: 0,
    listed: 0.9,
  },
  ...given,
});

test.each<[string, Partial<FormFacts>, 'article' | 'links']>([
  // Pages of the corpus, as they were measured.
  [
    'wx-2966, a section of a newspaper',
    { kind: 'listing', headlines: 46, linkedHeadings: 45, listed: 0.88 },
    'links',
  ],
  [
    'wx-2971, a section of a magazine',
    { kind: 'listing', headlines: 56, linkedHeadings: 56, listed: 0.99 },
    'links',
  ],
  [
    'wx-2969, a front page with short texts on it',
    { kind: 'service', headlines: 59, linkedHeadings: 1, prose: 3056, listed: 0.62 },
    'links',
  ],
  [
    'wx-2911, job offers in a table',
    { kind: 'listing', headlines: 29, linkedHeadings: 0, listed: 0.95 },
    'links',
  ],
  [
    'wx-2900, posts of a blog with their first sentences',
    { kind: 'listing', headlines: 11, linkedHeadings: 0, prose: 1654, listed: 0.49 },
    'links',
  ],
  ['wx-2951, a shop', { kind: 'collection', headlines: 38, linkedHeadings: 30, listed: 0.97 }, 'links'],
  ['wx-2909, what is popular', { kind: 'listing', headlines: 11, linkedHeadings: 11, listed: 1 }, 'links'],
  [
    "wx-2904, an encyclopedia's list of names",
    { kind: 'listing', typed: true, headlines: 13, linkedHeadings: 1, prose: 430, listed: 0.04 },
    'article',
  ],
  [
    "wx-2935, a buyer's guide below products",
    { kind: 'collection', headlines: 102, linkedHeadings: 0, prose: 9403, listed: 0 },
    'article',
  ],
  [
    'wx-2914, descriptions of products',
    { kind: 'listing', headlines: 14, linkedHeadings: 0, prose: 10104, listed: 0.05 },
    'article',
  ],
  [
    'wx-1674, a thread of a forum with others beside it',
    { headlines: 28, linkedHeadings: 14, prose: 10145, listed: 0 },
    'article',
  ],
  [
    'fd-cz-seznamzpravy, a report above others',
    { typed: true, headlines: 14, linkedHeadings: 14, prose: 5498, listed: 0.05 },
    'article',
  ],
  [
    'aeb-232a43fb, an article of short lines among links',
    { typed: true, headlines: 28, linkedHeadings: 10, prose: 0, listed: 0 },
    'article',
  ],
  [
    'mz-breitbart, which says when it was published',
    { dated: true, headlines: 40, linkedHeadings: 0, prose: 1565, listed: 0.7 },
    'article',
  ],
  [
    'fd-cz-seznamzpravy_2025_04_08, a report in short paragraphs',
    { typed: true, headlines: 15, linkedHeadings: 14, prose: 376, listed: 0 },
    'article',
  ],
  ['wx-2845, a service', { kind: 'service', headlines: 9, linkedHeadings: 8, listed: 0.13 }, 'article'],
  [
    'wx-2861, a manual',
    { kind: 'documentation', headlines: 43, linkedHeadings: 43, prose: 3339, listed: 0.23 },
    'article',
  ],
  [
    'wx-4355, job offers of few words',
    { kind: 'listing', headlines: 10, linkedHeadings: 0, listed: 0 },
    'links',
  ],
  [
    'wx-0651, a shop of few words',
    { kind: 'collection', headlines: 33, linkedHeadings: 33, listed: 0.13 },
    'links',
  ],
  [
    'wx-0147, posts with their beginnings',
    { headlines: 20, linkedHeadings: 20, prose: 6369, listed: 0.43 },
    'links',
  ],
  // Kinds of our own.
  ['few links', { headlines: 5, listed: 1 }, 'article'],
  ['teasers without running text', { headlines: 8, linkedHeadings: 4, listed: 0.34 }, 'links'],
  [
    'links without headings on a page that is no list',
    { headlines: 30, linkedHeadings: 0, prose: 200, listed: 0.2 },
    'article',
  ],
])('%s', (_, given, expected) => {
  expect(decideForm(facts(given))).toBe(expected);
});

/** The share of listed text in a page with that main part above the headlines of others; all of the main part is kept. */
function measure(main: string): number {
  const name = (at: number) => `What the town council decided on day ${at} about the bridge`;
  const others = Array.from({ length: 8 }, (_, at) => `<li><a href="/news/other-${at}">${name(at)}</a></li>`);
  document.body.innerHTML = `<main>${main}</main><ul>${others.join('')}</ul>`;
  const outline = readOutline(document.body);
  const keep = outline.nodes.map(([node]) => Boolean(node?.parentElement?.closest('main')));
  return measureListed(
    outline,
    keep,
    chooseHeadlines(readPageLinks(document.body), 'https://town.test/news/bridge'),
  );
}

const BRIDGE = '<p>The bridge was closed at noon, and nobody knows for how long.</p>';
const toEntry = (at: number) =>
  `<div><a href="/news/entry-${at}">The old bridge over the river, part ${at} of a story</a>${BRIDGE}</div>`;

test('the text of a short article with one link in its box is not listed', () => {
  const link = '<a href="/news/before">Before: the bridge was opened again after a year</a>';
  expect(measure(`<div>${BRIDGE.repeat(4)}${link}</div>`)).toBe(0);
});

test('the text of entries is listed', () => {
  expect(measure([1, 2, 3].map(toEntry).join(''))).toBe(1);
});
