/** @jest-environment node */
import {
  migrateRecord,
  migrateWords,
  type ShelvedInOne,
  toPlainText,
  toRecords,
} from '../../src/common/shelf/to-records.ts';
import { PACKS, toPackNumber, toPacks } from '../../src/common/shelf/word-packs.ts';

const OLD: ShelvedInOne = {
  ...{
    address: 'https://example.org/a',
    state: 'article',
    title: 'Rain',
    site: 'Example',
    section: '',
    byline: '',
  },
  ...{ published: 5, modified: null, minutes: 3, language: 'en', direction: 'ltr', isWhole: true },
  html: '<p>It <b>ra</b>ins.</p><p>Still.</p>',
  keptAt: 7,
  isRead: true,
};

test('a record of version 1 is taken apart, and nothing of it is lost', () => {
  const { article, text, words } = migrateRecord(OLD);
  const { html, isRead: _, ...known } = OLD;
  expect(article).toEqual({ ...known, readAt: 7, place: 0, pictures: 0, bytes: expect.any(Number) });
  expect(text).toEqual({ address: OLD.address, html });
  expect(words).toEqual({ address: OLD.address, words: 'rain example it rains. still.' });
});

test('the words of version 2 stand once each, and the text takes as much less', () => {
  const { article } = migrateRecord(OLD);
  const before = { address: OLD.address, words: 'rain rain rain and rain' };
  const brought = migrateWords(article, before);
  expect(brought.words).toEqual({ address: OLD.address, words: 'rain and' });
  expect(brought.article).toEqual({ ...article, bytes: article.bytes - 15 });
});

test('the words of a text are found in the record that is its own, whatever else stands there', () => {
  const texts = Array.from({ length: 500 }, (_, at) => ({
    address: `https://a.example/${at}`,
    words: `w${at}`,
  }));
  const packs = toPacks(texts);
  const largest = Math.max(...packs.map(({ words }) => words.size));
  // 500 in 64 records are 8 in each: the addresses are spread.
  expect(packs.length).toBeGreaterThan(PACKS / 2);
  expect(largest).toBeLessThan(30);
  for (const { address, words } of texts)
    expect(packs.find(({ pack }) => pack === toPackNumber(address))?.words.get(address)).toBe(words);
});

test('one that was not read stays unread', () => {
  expect(migrateRecord({ ...OLD, isRead: false }).article.readAt).toBeNull();
});

test('what is stored of a text is counted, in bytes of UTF-8', () => {
  const { article } = toRecords({ ...OLD, title: '', site: '', html: '<p>آب</p>' }, 1);
  // 7 signs and two letters of two bytes; and those two once more, to be searched.
  expect(article.bytes).toBe(11 + 4);
});

test.each([
  ['blocks are parted, words are not', '<p>One<i>s</i></p><p>two</p>', ' Ones  two '],
  ['what HTML writes for its own signs', 'a &lt;b&gt; &amp;amp;&nbsp;c', 'a <b> &amp; c'],
])('%s', (_, html, text) => {
  expect(toPlainText(html)).toBe(text);
});

test('a file that is nothing but beginnings of tags takes no longer than any other', () => {
  const html = '<a '.repeat(300_000);
  expect(toPlainText(html)).toBe(html);
});
