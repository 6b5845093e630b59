import table from '../../src/background/sites/editions.json';
import { findEdition } from '../../src/background/sites/editions.ts';
import { findNamedEdition } from '../../src/light/page/light-editions.ts';

/** A page, and its light edition; '' where it has none that is known. */
const PAGES: [page: string, edition: string][] = [
  ['https://www.npr.org/2026/11/30/nx-s1-5612345/a-story-of-rain', 'https://text.npr.org/nx-s1-5612345'],
  ['https://www.npr.org/', 'https://text.npr.org/'],
  ['https://www.npr.org/sections/news/', ''],
  ['https://text.npr.org/nx-s1-5612345', ''],
  [
    'https://www.cnn.com/2026/11/30/world/rain/index.html',
    'https://lite.cnn.com/2026/11/30/world/rain/index.html',
  ],
  ['https://edition.cnn.com/', 'https://lite.cnn.com/'],
  [
    'https://www.bbc.com/persian/articles/c0example1o',
    'https://www.bbc.com/persian/articles/c0example1o.lite',
  ],
  [
    'https://www.bbc.com/zhongwen/trad/articles/c0example1o',
    'https://www.bbc.com/zhongwen/trad/articles/c0example1o.lite',
  ],
  ['https://www.bbc.com/persian/articles/c0example1o.lite', ''],
  ['https://www.bbc.com/news/articles/c0example1o', ''],
  // No page of the World Service: nobody knows of an edition.
  ['https://www.bbc.co.uk/bitesize/articles/z0example', ''],
  ['https://www.bbc.co.uk/programmes/articles/4Example', ''],
  ['https://evil.example/www.npr.org/', ''],
  ['https://www.npr.org.evil.example/', ''],
];

test.each(PAGES)('%s has the edition %j', (address, edition) => {
  expect(findEdition(address)).toBe(edition);
});

interface Entry {
  from: string;
  to: string;
  source: string;
}

const EXAMPLES = PAGES.filter(([, edition]) => edition);
/** A host with its dots written as dots, of which parts may be there or not, and before the first slash nothing that may be anything. */
const HOST = /^\(?(?:[a-z\d-]|\\\.|\((?:\?:)?[a-z\d|.\\-]+\)\??)+\//;

const isHit = ({ from }: Entry, address: string): boolean =>
  new RegExp(`^${from}$`).test(address.replace(/^https:\/\//, ''));

/** What is wrong with an entry of the table, beside the others. */
function findFaults(entry: Entry, all: readonly Entry[]): string[] {
  const { from, to, source } = entry;
  const groups = new RegExp(`${from}|`).exec('')?.length ?? 0;
  const taken = [...to.matchAll(/\$(\d)/g)].map(([, number]) => Number(number));
  const examples = EXAMPLES.filter(([page]) => isHit(entry, page));
  const faults: Record<string, boolean> = {
    'other keys': Object.keys(entry).sort().join() !== 'from,source,to',
    'no exact host': !HOST.test(from),
    'a scheme': from.includes('://') || to.includes('://'),
    // What the address does not hold would have to be guessed.
    'what is taken from nowhere': taken.some((number) => number === 0 || number >= groups),
    'what is found is lost': taken.length !== groups - 1,
    'no source': !/^https:\/\/[\w.-]+\.[a-z]+\//.test(source),
    'twice there':
      all.filter((other) => other.from === from || other.to + other.source === to + source).length > 1,
    'no example': examples.length === 0,
    'a page of two entries': examples.some(([page]) => all.filter((other) => isHit(other, page)).length > 1),
  };
  return Object.keys(faults).filter((name) => faults[name]);
}

test.each((table.editions as Entry[]).map((entry) => [entry.from, entry] as const))(
  'the entry %s is sound',
  (_, entry) => expect(findFaults(entry, table.editions)).toEqual([]),
);

const SOUND: Entry = {
  from: '(?:www\\.)?npr\\.org/?',
  to: 'text.npr.org/',
  source: 'https://text.npr.org/',
};

test.each<[string, Partial<Entry> & { also?: string }]>([
  ['other keys', { also: 'x' }],
  ['no exact host', { from: '.*npr\\.org/?' }],
  ['no exact host', { from: '(?:\\w+\\.)?npr\\.org/?' }],
  ['no exact host', { from: 'www.npr\\.org/?' }],
  ['a scheme', { to: 'https://text.npr.org/' }],
  ['what is taken from nowhere', { to: 'text.npr.org/$1' }],
  ['what is found is lost', { from: '(?:www\\.)?npr\\.org(/?)' }],
  ['no source', { source: 'everybody knows' }],
  ['no source', { source: 'http://text.npr.org/' }],
  ['no example', { from: 'nobody\\.example/' }],
])('of an entry is said that it is not sound: %s', (fault, change) => {
  const entry = { ...SOUND, ...change };
  expect(findFaults(entry, [entry])).toContain(fault);
});

test('an entry that is there twice, and two for one page, are said to be so', () => {
  expect(findFaults(SOUND, [SOUND])).toEqual([]);
  expect(findFaults(SOUND, [SOUND, { ...SOUND }])).toContain('twice there');
  const wider = { ...SOUND, from: '(?:www|m)\\.npr\\.org/?', to: 'lite.npr.org/' };
  expect(findFaults(SOUND, [SOUND, wider])).toContain('a page of two entries');
});

test.each(EXAMPLES)('the edition of %s is another page, over https, and has none itself', (page, edition) => {
  expect(edition).toMatch(/^https:\/\//);
  expect(edition).not.toBe(page);
  expect(findEdition(edition)).toBe('');
});

const find = (head: string) => {
  const page = new DOMParser().parseFromString(`<base href="https://news.example/a">${head}`, 'text/html');
  return findNamedEdition(page);
};

test.each([
  ['<link rel=amphtml href="/amp/a">', 'https://news.example/amp/a'],
  ['<link rel="alternate" type="text/plain" href="a.txt">', 'https://news.example/a.txt'],
  ['<link rel=alternate media="handheld" href="https://m.news.example/a">', 'https://m.news.example/a'],
  [
    '<link rel=amphtml href=/amp/a><link rel=alternate type=text/plain href=/a.txt>',
    'https://news.example/a.txt',
  ],
  ['<link rel=amphtml href="https://news.example/a#top">', ''],
  ['<link rel=amphtml href="javascript:alert(1)">', ''],
  ['<link rel=alternate hreflang=fa href=/fa>', ''],
  ['', ''],
])('of %s the edition is %j', (head, edition) => {
  expect(find(head)).toBe(edition);
});
