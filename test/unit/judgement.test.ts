// The parts of the judgement that are functions from data to data: each against pages, trees and chances of our own.
import { chooseRuns } from '../../src/light/extract/judgement/choose-runs.ts';
import { judgeConfidence, toConfidenceRow } from '../../src/light/extract/judgement/confidence.ts';
import { toBoxWords, toNameRow, toRunWords } from '../../src/light/extract/judgement/features/box-names.ts';
import { createContext } from '../../src/light/extract/judgement/features/context.ts';
import { FEATURES } from '../../src/light/extract/judgement/features/features.ts';
import { readOutline } from '../../src/light/extract/judgement/features/outline.ts';
import { readTraits } from '../../src/light/extract/judgement/features/text-traits.ts';
import { toStems, toTitleShare } from '../../src/light/extract/judgement/features/title-words.ts';
import { judgeKind, toKindWords } from '../../src/light/extract/judgement/judge-kind.ts';
import { judgeRuns, toFirstRows } from '../../src/light/extract/judgement/judge-runs.ts';
import {
  createScorer,
  type Forest,
  findRights,
  toChance,
} from '../../src/light/extract/judgement/model/forest.ts';
import { SECOND_FEATURES, toSecondRows } from '../../src/light/extract/judgement/second-pass.ts';
import { findSegment, toGap, toOutside } from '../../src/light/extract/judgement/text-segment.ts';
import type { PageFacts } from '../../src/light/extract/page-facts.ts';
import { PAGE_KINDS } from '../../src/light/extract/page-kind.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const outlineOf = (html: string) => readOutline(parse(html).body);
const FACTS: PageFacts = {
  address: 'https://ledger.example/2024/03/rain-in-the-valley-again-today',
  title: 'Rain in the valley',
  descriptions: [],
  types: 'NewsArticle article',
  articleBody: '',
};
const SENTENCE =
  'At half past six, every morning, she walks to the end of her garden with a torch in her hand.';
const contextOf = (html: string, kept: number[] = [], facts: Partial<PageFacts> = {}) =>
  createContext(outlineOf(html), { kept, ruled: kept }, { ...FACTS, ...facts });

describe('the outline of a page', () => {
  test('text is parted where blocks are, and where two line breaks stand together', () => {
    const { runs } = outlineOf(
      '<p>One <b>bold</b> line<br>goes on.<br> <br>Two.</p>three<div>four <p>five</p> six</div>',
    );
    expect(runs.map(({ text }) => text)).toEqual([
      'One bold line goes on.',
      'Two.',
      'three',
      'four',
      'five',
      'six',
    ]);
    expect(runs[0]?.boldChars).toBe(4);
  });

  test('links are counted where they lead to another page', () => {
    const { runs } = outlineOf(
      '<p>See <a href="/a">here</a>, <a href="#b">below</a> and <a href="/c">there</a></p>',
    );
    expect(runs[0]).toMatchObject({ linkedChars: 9, links: 2 });
  });

  test('a box is known by its tag, its names and what it says of itself', () => {
    const { boxes } = outlineOf(
      '<article class="post wide" id="p1" itemprop="articleBody"><p hidden>One</p></article>',
    );
    expect(boxes.map(({ tag, names, marks, parent }) => [tag, names, marks, parent])).toEqual([
      ['body', '', '', -1],
      ['article', 'post wide p1', 'itemprop=articlebody', 0],
      ['p', '', 'hidden', 1],
    ]);
  });

  test('scripts and what is filled in are no text; each run knows its nodes', () => {
    const { runs, nodes } = outlineOf(
      '<script>a()</script><textarea>b</textarea><p>One <i>two</i><!-- no --></p>',
    );
    expect(runs.map(({ text }) => text)).toEqual(['One two']);
    expect(nodes[0]?.map(({ data }) => data)).toEqual(['One ', 'two']);
  });
});

test.each([
  ['Rain, again.', { letters: 9, commas: 1, stops: 1, capitals: 1, words: 2, isSentence: true }],
  ['باران، دوباره؟', { letters: 11, commas: 1, stops: 1, capitals: 0, words: 2, isSentence: true }],
  ['又下雨了。', { letters: 4, stops: 1, length: 11, isSentence: true }],
  ['Share · Print | Save', { signs: 2, isSentence: false }],
  ['He said: “Rain.”', { stops: 1, commas: 1, isSentence: true }],
  ['۱۲۳ و ١٢٣', { digits: 6, letters: 1 }],
])('the traits of %s', (text, traits) => {
  expect(readTraits(text)).toMatchObject(traits);
});

describe('names of boxes', () => {
  test('are words, whatever they are joined by', () => {
    expect(
      toBoxWords({
        parent: -1,
        tag: 'div',
        names: 'relatedPosts side-bar_2 x',
        marks: 'role=main',
        depth: 0,
      }),
    ).toEqual([...['related', 'posts', 'side', 'bar', '#div', '@role=main']]);
  });

  test('of the box a text stands in count apart from those around it', () => {
    const [words] = toRunWords(outlineOf('<div class="story"><p class="lead">One</p></div>'));
    expect([...(words ?? [])]).toEqual(expect.arrayContaining(['0lead', 'lead', 'story', '0#p', '#body']));
    expect(words?.has('0story')).toBe(false);
  });

  test('speak for and against', () => {
    const weights = new Map([...Object.entries({ story: 1.5, '0share': -2, share: -1 })]);
    expect(toNameRow(new Set(['story', '0share', 'share', 'other']), weights)).toEqual([-1.5, -2, 1.5, -2]);
  });
});

describe('features', () => {
  test('are numbers for every run of any page, whatever Readability chose of it', () => {
    const html = `<nav><a href="/a">Home</a></nav><main><h1>Rain in the valley</h1><p>${SENTENCE}</p><ul><li><a href="/b">Also</a></ul></main>`;
    for (const kept of [[], [0, 1, 1, 0], [1, 1, 1, 1]]) {
      const rows = toFirstRows(contextOf(html, kept), new Map());
      expect(rows).toHaveLength(4);
      for (const row of rows) for (const value of row) expect(Number.isFinite(value)).toBe(true);
    }
  });

  const read = (name: string, context: ReturnType<typeof contextOf>, at: number) => {
    const run = context.runs[at];
    return run && FEATURES[name]?.(context, run);
  };

  test('say how a text stands to what Readability chose', () => {
    const context = contextOf(
      `<div><p>${SENTENCE}</p><p>${SENTENCE}</p></div><aside><p>Also</p></aside>`,
      [1, 1, 0],
    );
    expect(read('inMainBox', context, 1)).toBe(1);
    expect(read('inMainBox', context, 2)).toBe(0);
    expect(read('keptLevels', context, 0)).toBe(1);
    expect(read('keptLevels', context, 2)).toBe(2);
    expect(read('fromLast', context, 2)).toBe(1);
    expect(read('inAside', context, 2)).toBe(2);
  });

  test('say what the page says of itself', () => {
    const context = contextOf(`<h1>Rain in the valley</h1><p>${SENTENCE}</p>`, [], {
      descriptions: [SENTENCE],
      articleBody: `${SENTENCE} `.repeat(9),
    });
    expect(read('isHeadline', context, 0)).toBe(1);
    expect(read('titleShare', context, 0)).toBe(1);
    expect(read('isDescription', context, 1)).toBe(1);
    expect(read('inArticleBody', context, 1)).toBe(1);
    expect(read('inArticleBody', context, 0)).toBe(0);
    expect(read('saysArticle', context, 0)).toBe(1);
  });

  test('of the second pass tell what the first found around a run', () => {
    const context = contextOf(`<h2>Rain</h2><p>${SENTENCE}</p><p>${SENTENCE}</p><p>Also</p>`);
    const rows = toSecondRows(context, [0.4, 0.9, 0.8, 0.1]);
    const column = (name: (typeof SECOND_FEATURES)[number]) =>
      rows.map((row) => row[SECOND_FEATURES.indexOf(name)] ?? 0);
    expect(column('before1')).toEqual([0, 0.4, 0.9, 0.8]);
    expect(column('after1')).toEqual([0.9, 0.8, 0.1, 0]);
    expect(column('headingText')).toEqual([-1, 0.4, 0.4, 0.4]);
    expect(column('belowText')[0]).toBeGreaterThan(0.7);
    expect(column('fromTextEnd')[3]).toBe(1);
    expect(column('likelier')[1]).toBe(0);
    expect(column('ofPeak')[1]).toBeGreaterThan(1);
    expect(column('fromSegment')).toEqual([-1, 0, 0, 1]);
    expect(column('gapToSegment')[3]).toBeGreaterThan(0);
    expect(column('segmentShare')[0]).toBeGreaterThan(0.8);
  });

  test('tell words of the title, and days, of a run and of those around it', () => {
    const context = contextOf(
      `<article><p>The valley, where it is dry</p></article><ul><li>9:30 Sport</li><li>Trains</li></ul>`,
    );
    expect([0, 1].map((at) => read('titled', context, at))).toEqual([0.5, 0]);
    expect(read('titledToPage', context, 0)).toBe(1);
    expect(read('dated', context, 1)).toBe(1);
    expect(read('familyDated', context, 2)).toBe(0.5);
  });
});

describe('words of a title', () => {
  test.each([
    ['Дожди в долине', ['дожди', 'долин'], 'В долинах сухо', 0.5],
    ['The rain is over', ['rain', 'over'], 'It rains', 0.5],
    ['港鐵加強', ['港鐵', '鐵加', '加強'], '港鐵列車', 1 / 3],
    ['§', [], 'Rain', 0],
  ])('%s', (title, stems, text, share) => {
    expect(toStems(title)).toEqual(stems);
    expect(toTitleShare(text, stems)).toBeCloseTo(share);
  });
});

test.each([
  ['at 9:30', true],
  ['on 12/4/2026', true],
  ['[10/4]', true],
  ['since 1998', true],
  ['3.5 million, for a day may be written so', true],
  ['room 12, 20265 of them', false],
])('whether a run has a date in it: %s', (text, hasDate) => {
  expect(readTraits(text).hasDate).toBe(hasDate);
});

describe('the stretch of a page with the most text', () => {
  test('begins and ends with text, and holds what stands between', () => {
    const segment = findSegment([0.1, 0.9, 0.2, 0.9, 0.1, 0.6], [9, 100, 9, 100, 200, 20]);
    expect(segment).toMatchObject({ first: 1, end: 4 });
    expect([0, 1, 2, 4, 5].map((at) => toOutside(segment, at))).toEqual([-1, 0, 0, 1, 2]);
    expect([0, 2, 4].map((at) => toGap(segment, [0, 7, 9, 9, 10, 13, 13], at))).toEqual([-3, 0, 2]);
  });

  test('is none where nothing is likely', () => {
    expect(findSegment([0.1, 0.4], [9, 9])).toEqual({ first: 0, end: 0, sum: 0 });
  });
});

describe('trees', () => {
  // length ≤ 10 ? -1 : (links ≤ 0.5 ? 2 : -2), and one that always adds 0.5.
  const forest: Forest = {
    bias: 0.1,
    sizes: [5, 1],
    columns: [0, -1, 1, -1, -1, -1],
    values: [10, -1, 0.5, 2, -2, 0.5],
  };

  test('are walked from their roots', () => {
    expect([...findRights(forest)]).toEqual([2, 0, 4, 0, 0, 0]);
    const score = createScorer(forest);
    expect(
      [score([10, 0]), score([11, 0.5]), score([11, 0.6])].map((each) => Number(each.toFixed(3))),
    ).toEqual([-0.4, 2.6, -1.4]);
  });

  test('judge each run twice, the second time by its neighbours', () => {
    const score = { columns: ['length', 'before1'], at: 0 };
    const first: Forest = { bias: 0, sizes: [3], columns: [0, -1, -1], values: [5, -3, 3] };
    const place = Object.keys(FEATURES).length + 4 + SECOND_FEATURES.indexOf('before1');
    const second: Forest = { bias: 0, sizes: [3], columns: [place, -1, -1], values: [0.5, -1, 1] };
    const context = contextOf(`<p>${SENTENCE}</p><p>Also</p><p>More</p>`);
    expect(score.at).toBe(0);
    expect([...judgeRuns(context, { names: new Map(), first, second })].map((each) => each > 0.5)).toEqual([
      false,
      true,
      false,
    ]);
    expect(toChance(0)).toBe(0.5);
  });
});

describe('the choice of runs', () => {
  const { runs } = contextOf(`<p>${SENTENCE}</p>`.repeat(4));

  test('takes what is likely', () => {
    expect(chooseRuns(runs, [0.9, 0.8, 0.1, 0.05], 0)).toMatchObject({ chosen: [true, true, false, false] });
  });

  test('takes the likeliest where nothing is likely, for that is better than nothing', () => {
    expect(chooseRuns(runs, [0.45, 0.4, 0.1, 0], 0).chosen).toEqual([true, true, false, false]);
  });

  test('takes of an article what is likely alone', () => {
    expect(chooseRuns(runs, [0.9, 0.4, 0.3, 0.3], 1).chosen).toEqual([true, false, false, false]);
    expect(chooseRuns(runs, [0.6, 0.4, 0.4, 0.3], 0).chosen).toEqual([true, true, true, true]);
  });

  test('takes nothing where all is unlikely', () => {
    expect(chooseRuns(runs, [0.1, 0.05, 0.1, 0], 0)).toEqual({
      chosen: [false, false, false, false],
      expected: 0,
    });
  });

  test('expects more of a page that it is sure of', () => {
    expect(chooseRuns(runs, [1, 1, 0, 0], 0).expected).toBeCloseTo(1);
    expect(chooseRuns(runs, [0.6, 0.6, 0.4, 0.4], 0).expected).toBeLessThan(0.75);
  });
});

test('the confidence in a choice is a chance, and 1 by itself counts for all pages', () => {
  const context = contextOf(`<p>${SENTENCE}</p>`, [1]);
  const judged = { context, chances: [0.9], kinds: [1, 0, 0, 0, 0, 0, 0], chosen: [true], expected: 0.95 };
  expect(toConfidenceRow(judged).slice(0, 2)).toEqual([1, 0.95]);
  expect(judgeConfidence(judged, [0])).toBe(0.5);
  expect(judgeConfidence(judged, [0, 3])).toBeGreaterThan(0.9);
});

describe('the kind of a page', () => {
  test('is told by the words of its boxes, its types and its address', () => {
    const words = toKindWords(
      contextOf(`<div class="thread">${'<div class="post">One</div>'.repeat(8)}</div>`),
    );
    expect([...words]).toEqual(
      expect.arrayContaining([
        'thread',
        'post',
        'post+',
        'type=newsarticle',
        'at=valley',
        'at=/day',
        'at=/name',
        'at=/3',
      ]),
    );
    expect(words.has('thread+')).toBe(false);
  });

  test('is the one that most speaks for', () => {
    const one = PAGE_KINDS.map((kind) => Number(kind === 'forum'));
    const kinds = judgeKind(contextOf('<div class="thread">One</div>'), {
      bias: PAGE_KINDS.map(() => 0),
      words: { thread: one.map((each) => each * 3) },
      numbers: [],
    });
    expect(kinds.indexOf(Math.max(...kinds))).toBe(PAGE_KINDS.indexOf('forum'));
    expect(kinds.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1);
  });

  test('is told of a page whose boxes are called like what objects have', () => {
    const context = contextOf('<div class="constructor valueOf">One</div>');
    const kinds = judgeKind(context, { bias: PAGE_KINDS.map(() => 0), words: {}, numbers: [] });
    expect(new Set(kinds).size).toBe(1);
  });
});
