import { changeComfort, parseComfort, readComfort } from '../../src/common/stored/comfort.ts';

const DEFAULTS = { size: '100', theme: 'system', font: 'sans', width: 'medium', spacing: 'medium' };

test.each([
  ['nothing', undefined, {}],
  ['something else', 'sepia', {}],
  ['null', null, {}],
  ['a theme', { theme: 'sepia' }, { theme: 'sepia' }],
  ['a theme of another version', { theme: 'neon', font: 'serif' }, { font: 'serif' }],
  ['values of another type', { size: 130, width: ['wide'] }, {}],
])('of %s what is sound is taken', (_, stored, expected) => {
  expect(parseComfort(stored)).toEqual({ ...DEFAULTS, ...expected });
});

test('what is changed is read again, beside what was changed before', async () => {
  await changeComfort('theme', 'dark');
  await changeComfort('size', '150');
  expect(await readComfort()).toEqual({ ...DEFAULTS, theme: 'dark', size: '150' });
});
