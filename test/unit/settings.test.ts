import { changeSettings, readSettings } from '../../src/common/settings.ts';
import { toLocks } from './fake-browser.ts';

declare const browser: { storage: { local: { clear(): Promise<void> } } };
Object.defineProperty(navigator, 'locks', { value: toLocks(), configurable: true });
beforeEach(() => browser.storage.local.clear());

const add = (host: string) => changeSettings(({ never }) => ({ never: [...never, host] }));

test('what was never set has its default', async () => {
  expect(await readSettings()).toEqual({ patience: 'normal', unasked: false, never: [], refused: [] });
});

test('what was set stays', async () => {
  await add('a.example');
  expect(await readSettings()).toMatchObject({ patience: 'normal', never: ['a.example'] });
});

test('changes at the same instant do not lose each other', async () => {
  await Promise.all(['a.example', 'b.example', 'c.example'].map(add));
  expect((await readSettings()).never).toEqual(['a.example', 'b.example', 'c.example']);
});
