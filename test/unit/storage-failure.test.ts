/** @jest-environment node */
import { shelve } from '../../src/background/shelf/shelve.ts';
import type { Shelving } from '../../src/common/shelf/shelved.ts';
import { isDiskFull, toStorageFailure } from '../../src/common/shelf/storage-failure.ts';

test.each([
  ['a full disk', new DOMException('no room', 'QuotaExceededError'), 'diskFull'],
  ['storage that is switched off', new DOMException('denied', 'SecurityError'), 'shelfDenied'],
  ['a database that is broken', new DOMException('broken', 'UnknownError'), 'shelfDenied'],
  ['anything else', new Error('else'), 'shelfDenied'],
] as const)('%s has its sentence', (_, error, sentence) => {
  expect(toStorageFailure(error)).toBe(sentence);
  expect(isDiskFull(error)).toBe(sentence === 'diskFull');
});

const TEXT: Shelving = {
  ...{ address: '', state: 'article', title: 'Rain', site: '', section: '', byline: '', language: 'en' },
  ...{ published: null, modified: null, minutes: 1, direction: 'ltr', html: '<p>Rain.</p>', isWhole: true },
};
const ASKER = { tabId: 1, documentId: undefined, address: 'https://news.example/rain', isPrivate: false };

test.each([
  ['SecurityError', 'failed'],
  ['QuotaExceededError', 'disk'],
])('a view is told where the database refuses with %s', async (name, reason) => {
  jest.spyOn(console, 'warn').mockImplementation(() => {});
  const open = () => {
    throw new DOMException('for this test', name);
  };
  Object.assign(globalThis, { indexedDB: { open } });
  expect(await shelve(ASKER, { text: TEXT, pictures: [] })).toEqual({ ok: false, reason });
});

test('nothing of a private window is even tried', async () => {
  expect(await shelve({ ...ASKER, isPrivate: true }, { text: TEXT, pictures: [] })).toEqual({
    ok: false,
    reason: 'private',
  });
});
