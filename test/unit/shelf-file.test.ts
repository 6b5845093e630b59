import { MOST_HTML_CHARS, parseShelfFile } from '../../src/shelf/shelf-file.ts';
import { toHostileFile } from '../attacks/shelf-file.ts';

const SOUND = {
  ...{ address: 'https://example.org/a', state: 'article', title: 'Rain', site: 'Example', section: 'City' },
  ...{ byline: 'A. Writer', published: 5, modified: null, minutes: 3, language: 'en', direction: 'ltr' },
  ...{ isWhole: true, html: '<p>It rains.</p>' },
};
const toFile = (...texts: unknown[]) => JSON.stringify({ kind: 'light-shelf', version: 2, texts });

test('what one Light has saved another takes in', () => {
  expect(parseShelfFile(toFile(SOUND))).toEqual({ texts: [SOUND], refused: 0 });
});

test.each([
  ['nothing', ''],
  ['another file', '{"name":"package"}'],
  ['one that broke off', toFile(SOUND).slice(0, -20)],
  ['a list of something else', '{"kind":"light-shelf","texts":{"length":3}}'],
])('%s is no shelf', (_, json) => {
  expect(parseShelfFile(json)).toBeNull();
});

test.each([
  ['no text', null],
  ['no address', { ...SOUND, address: undefined }],
  ['a script for an address', { ...SOUND, address: 'javascript:alert(1)' }],
  ['a file of this device', { ...SOUND, address: 'file:///etc/passwd' }],
  ['a page of the extension', { ...SOUND, address: 'chrome-extension://abc/options.html' }],
  ['a host behind a name', { ...SOUND, address: 'https://bank.example@evil.example/' }],
  ['HTML that is none', { ...SOUND, html: { toString: 'x' } }],
  ['more than any text has', { ...SOUND, html: 'x'.repeat(MOST_HTML_CHARS + 1) }],
])('%s is left out', (_, text) => {
  expect(parseShelfFile(toFile(text, SOUND))).toEqual({ texts: [SOUND], refused: 1 });
});

test.each([
  ['a title that turns what stands beside it', { title: 'a\u202eb\u0000\nc' }, { title: 'ab c' }],
  ['a title that is none', { title: ['x'] }, { title: SOUND.address }],
  ['a date that is none', { published: 'soon', modified: 1e300 }, { published: null, modified: null }],
  ['minutes without end', { minutes: 1e9 }, { minutes: 0 }],
  ['a language with a quote', { language: 'en" onload="x' }, { language: '' }],
  ['another direction', { direction: 'sideways', state: 'x' }, { direction: 'ltr' }],
  ['what Light does not know', { readAt: 5, keptAt: 1, __proto__: { x: 1 }, onclick: 'x' }, {}],
  ['a place in the page', { address: 'https://example.org/a#there' }, {}],
])('%s does not come through', (_, change, expected) => {
  expect(parseShelfFile(toFile({ ...SOUND, ...change }))?.texts).toEqual([{ ...SOUND, ...expected }]);
});

test('the same address twice is one text', () => {
  const { texts = [], refused } = parseShelfFile(toFile(SOUND, { ...SOUND, title: 'Sun' })) ?? {};
  expect([texts.map(({ title }) => title), refused]).toEqual([['Sun'], 1]);
});

test('the file that the story takes in has forty rows, and those with an address are texts', () => {
  const { texts = [], refused = 0 } = parseShelfFile(toHostileFile()) ?? {};
  expect([texts.length, refused]).toEqual([34, 6]);
});
