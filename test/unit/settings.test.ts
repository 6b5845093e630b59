import { changeSettings, parseSettings, readSettings } from '../../src/common/stored/settings.ts';
import { toLocks } from './fake-browser.ts';

declare const browser: { storage: { local: { clear(): Promise<void>; set(values: object): Promise<void> } } };
Object.defineProperty(navigator, 'locks', { value: toLocks(), configurable: true });
beforeEach(() => browser.storage.local.clear());

const add = (host: string) => changeSettings(({ never }) => ({ never: [...never, host] }));

test('what was never set has its default', async () => {
  expect(await readSettings()).toEqual({
    patience: 'normal',
    unasked: false,
    never: [],
    always: [],
    scripted: [],
    refused: [],
  });
});

test('what was set stays', async () => {
  await add('a.example');
  expect(await readSettings()).toMatchObject({ patience: 'normal', never: ['a.example'] });
});

test('changes at the same instant do not lose each other', async () => {
  await Promise.all(['a.example', 'b.example', 'c.example'].map(add));
  expect((await readSettings()).never).toEqual(['a.example', 'b.example', 'c.example']);
});

const SOUND = {
  patience: 'eager',
  unasked: true,
  never: ['a.example'],
  always: ['d.example'],
  scripted: ['e.example'],
  refused: [{ host: 'b.example', times: [1] }],
};

test('what is sound is read as it is, and nothing is dropped', () => {
  expect(parseSettings(SOUND)).toEqual({ settings: SOUND, dropped: [] });
});

test.each<[string, unknown, unknown]>([
  ['never', 5, []],
  ['never', ['a.example', 7, ''], ['a.example']],
  ['always', ['d.example', 'no host', '*.example', 'www.f.example'], ['d.example']],
  ['scripted', 1, []],
  ['refused', {}, []],
  ['refused', [{ host: 'b.example', times: [1] }, { host: 'c.example' }, null, 3], SOUND.refused],
  ['patience', 'instant', 'normal'],
  ['unasked', 'yes', false],
])('of an unsound %s (%j) the rest is read, and what was dropped is told', (key, stored, read) => {
  const { settings, dropped } = parseSettings({ ...SOUND, [key]: stored });
  expect(settings).toEqual({ ...SOUND, [key]: read });
  expect(dropped).toEqual([key]);
});

test('a change mends what was damaged', async () => {
  await browser.storage.local.set({ never: 5 });
  await add('a.example');
  expect((await readSettings()).never).toEqual(['a.example']);
});
