import {
  addLoad,
  BAD_KBPS,
  FORGET_MS,
  GOOD_KBPS,
  type Hint,
  type Link,
  LOADS,
  type Load,
  learnLink,
  POOR_FIRST_BYTE_MS,
  readLink,
  SAMPLE_BYTES,
  STILL_MS,
  toLink,
} from '../../src/background/prompt-policy/network-quality.ts';
import { toLocks } from './fake-browser.ts';

declare const browser: { storage: { session: { clear(): Promise<void>; holdAtMost(chars: number): void } } };
Object.defineProperty(navigator, 'locks', { value: toLocks(), configurable: true });
beforeEach(() => browser.storage.session.clear());

const NOW = 1_800_000_000_000;
/** Of a load whose bodies took 3 s, in bytes. */
const at = (kbps: number) => (kbps * 3000) / 8;

const usual: Load = {
  key: '1 a',
  firstAt: NOW,
  lastAt: NOW,
  activeMs: 3300,
  firstByteMs: 300,
  bytes: at(1500),
  quietMs: 0,
  waits: false,
};
const slow = { ...usual, bytes: at(BAD_KBPS - 1) };
const quick = { ...usual, bytes: at(GOOD_KBPS) };
const late = { ...usual, firstByteMs: POOR_FIRST_BYTE_MS, activeMs: POOR_FIRST_BYTE_MS + 3000 };
const old = { firstAt: NOW - FORGET_MS, lastAt: NOW - FORGET_MS };

test.each<[string, Load[], Hint, Link]>([
  ['no load yet', [], {}, 'unknown'],
  ['the hint alone', [], { effectiveType: 'slow-2g', saveData: true }, 'unknown'],
  ['one slow load', [slow], {}, 'unknown'],
  ['one slow load, and a hint', [slow], { effectiveType: '2g' }, 'bad'],
  ['one slow load of a reader who saves data', [slow], { saveData: true }, 'bad'],
  ['a hint that says nothing', [slow], { effectiveType: '3g' }, 'unknown'],
  ['two slow loads', [slow, slow], {}, 'bad'],
  ['two slow loads, and a browser that does not know better', [slow, slow], { effectiveType: '4g' }, 'bad'],
  ['two loads that are neither', [usual, usual], {}, 'unknown'],
  ['just not slow', [slow, { ...slow, bytes: at(BAD_KBPS) }], {}, 'unknown'],
  ['first bytes that come late', [late, late], {}, 'bad'],
  ['a server that thinks and is quick then', [late, { ...late, bytes: at(GOOD_KBPS) }], {}, 'unknown'],
  ['nothing whole yet, and more keeps coming', [slow, { ...usual, bytes: 0 }], {}, 'bad'],
  [
    'quick until the page waited for one host',
    [slow, { ...slow, activeMs: 3300 + STILL_MS, quietMs: STILL_MS, waits: true }],
    {},
    'unknown',
  ],
  [
    'stalled, without waiting for a host',
    [slow, { ...usual, activeMs: 3300 + STILL_MS, quietMs: STILL_MS }],
    {},
    'bad',
  ],
  ['two quick loads', [quick, quick], {}, 'good'],
  ['one quick load', [quick], {}, 'unknown'],
  ['just not quick', [quick, { ...quick, bytes: quick.bytes - 1 }], {}, 'unknown'],
  [
    'a burst of a few bytes',
    [quick, { ...quick, bytes: SAMPLE_BYTES - 1, activeMs: 3350, quietMs: 3000, waits: true }],
    {},
    'unknown',
  ],
  ['quick loads against a hint', [quick, quick], { saveData: true }, 'unknown'],
  ['as many quick as slow', [slow, quick, slow, quick], {}, 'unknown'],
  ['more slow than quick', [slow, quick, slow, slow], {}, 'bad'],
  ['what was long ago', [slow, { ...slow, ...old }], {}, 'unknown'],
  ['a tab that was hidden until the page was here', [{ ...slow, activeMs: 200 }, slow], {}, 'unknown'],
])('%s', (_, loads, hint, link) => {
  expect(toLink(loads, hint, NOW)).toBe(link);
});

test('a load that is told of again stands once, as it is now, since when it was told of first', () => {
  const later = { ...usual, firstAt: NOW + 500, lastAt: NOW + 500, bytes: 1 };
  expect(addLoad([slow], later)).toEqual([{ ...later, firstAt: NOW }]);
});

test('the last loads alone are remembered, and none for long', () => {
  const many = Array.from({ length: LOADS + 2 }, (_, key) => ({ ...usual, key: String(key) }));
  const loads = many.reduce<Load[]>(addLoad, []);
  expect(loads.map(({ key }) => key)).toEqual(['6', '5', '4', '3', '2']);
  expect(addLoad([{ ...usual, ...old }], { ...usual, key: 'new' })).toHaveLength(1);
});

const asker = { tabId: 1, documentId: undefined, address: 'https://a.example/', isPrivate: false };
const report = { trouble: 'unpainted' as const, ...slow, waitsFor: '' };

test('reports of one load are one load, and of two documents two', async () => {
  await learnLink(asker, report);
  expect(await learnLink(asker, { ...report, activeMs: 3800 })).toMatchObject({ link: 'unknown' });
  expect(await learnLink(asker, { ...report, firstByteMs: 301 })).toEqual({ link: 'bad', toldMs: 0 });
  expect(await readLink()).toBe('bad');
});

test('reports at the same instant do not lose each other', async () => {
  await Promise.all([1, 2].map((tabId) => learnLink({ ...asker, tabId }, report)));
  expect(await readLink()).toBe('bad');
});

test('a storage that is full costs no question', async () => {
  browser.storage.session.holdAtMost(10);
  const said = jest.spyOn(console, 'error').mockImplementation();
  expect(await learnLink(asker, report)).toEqual({ link: 'unknown', toldMs: 0 });
  said.mockRestore();
});
