// Article or list: the pages that taught it, each by its numbers.
import { readOutline } from '../../src/light/extract/judgement/features/outline.ts';
import {
  decideForm,
  type FormFacts,
  measureAlike,
  measureFound,
  measureListed,
} from '../../src/light/extract/list/page-form.ts';
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
    alike: 0.5,
    found: 0.5,
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
    { kind: 'service', headlines: 59, linkedHeadings: 1, prose: 3056, listed: 0.6, found: 0.1 },
    'links',
  ],
  [
    'reviews of things to choose from, with as much of their text in boxes with a link',
    { headlines: 20, linkedHeadings: 1, prose: 3056, listed: 0.6, found: 0.1 },
    'article',
  ],
  [
    'wx-2911, job offers in a table',
    { kind: 'listing', headlines: 29, linkedHeadings: 0, listed: 0.95 },
    'links',
  ],
  [
    'wx-2900, posts of a blog with their first sentences',
    { headlines: 11, linkedHeadings: 0, prose: 1654, listed: 0.49, alike: 1, found: 1 },
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
    "wx-2935, products above a buyer's guide",
    { kind: 'collection', headlines: 102, linkedHeadings: 0, prose: 9403, listed: 0 },
    'links',
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
  [
    'wx-4139, goods with a text above them',
    { kind: 'collection', headlines: 19, linkedHeadings: 0, prose: 1004, listed: 0, alike: 1, found: 0 },
    'links',
  ],
  [
    'wx-3015, a front page with one large teaser',
    { kind: 'service', headlines: 22, linkedHeadings: 11, prose: 320, listed: 0.48 },
    'links',
  ],
  [
    'wx-0513, a thread whose posts have links at their heads',
    { kind: 'forum', headlines: 22, linkedHeadings: 10, listed: 0.46, found: 0 },
    'article',
  ],
  [
    'wx-0545, a thread all of whose posts have links at their heads',
    { kind: 'forum', headlines: 7, linkedHeadings: 5, prose: 526, listed: 1 },
    'article',
  ],
  [
    'dn-cf6dc2b8, a short report on a page full of headlines',
    { kind: 'listing', headlines: 154, linkedHeadings: 66, prose: 601, listed: 0, alike: 0.55, found: 0 },
    'article',
  ],
  [
    'dn-04ca3c2f, a report of a few Chinese lines, which stand in one box with a link',
    { headlines: 73, linkedHeadings: 1, prose: 550, listed: 0, alike: 0.23, found: 0.01 },
    'article',
  ],
  [
    'wx-4443, an article that recommends others',
    { headlines: 13, linkedHeadings: 0, prose: 3236, listed: 0.73, alike: 0.77, found: 0.77 },
    'article',
  ],
  [
    'wx-1087, a service among links to others',
    { kind: 'service', headlines: 24, linkedHeadings: 0, prose: 434, listed: 0.68, alike: 0.5, found: 0.08 },
    'article',
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

const BOX = (at: number, text: string) =>
  `<li class="entry"><h3><a href="/${at}">Headline ${at}</a></h3><p>${text}</p></li>`;
const LONG = 'So much of it that the gauge ran over in the night. '.repeat(4);

/** What is measured of a page, all of whose text is kept but for runs of these words. */
function measure(html: string, isKept = (_text: string) => true) {
  const { body } = new DOMParser().parseFromString(`<base href="https://news.example/">${html}`, 'text/html');
  const outline = readOutline(body);
  const keep = outline.runs.map(({ text }) => isKept(text));
  const headlines = readPageLinks(body);
  return {
    listed: measureListed(outline, keep, headlines),
    alike: measureAlike(headlines),
    found: measureFound(outline, keep, headlines),
  };
}

test('entries with their teasers are text, alike, and all of it', () => {
  const html = `<ul>${[1, 2, 3, 4, 5, 6].map((at) => BOX(at, LONG)).join('')}</ul>`;
  expect(measure(html)).toEqual({ listed: 1, alike: 1, found: 1 });
});

test('a text that stands in one box with a link is not what entries hold', () => {
  const links = [1, 2, 3, 4, 5].map((at) => `<li><a href="/${at}">Headline ${at}</a></li>`).join('');
  const html = `<div class="story"><p>${LONG}</p><p><a href="/own">More of this story</a></p></div><ul>${links}</ul>`;
  const { listed, found } = measure(html, (text) => !/^Headline|^More/.test(text));
  expect([listed, found]).toEqual([0, 0]);
});

test('links of two kinds are half alike', () => {
  const lines = [1, 2, 3].map((at) => `<p><a href="/brief/${at}">Brief ${at}</a></p>`).join('');
  expect(measure(`<ul>${[1, 2, 3].map((at) => BOX(at, LONG)).join('')}</ul>${lines}`).alike).toBe(0.5);
});
