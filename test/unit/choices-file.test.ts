import { parseChoicesFile, toChoicesFile } from '../../src/common/stored/choices-file.ts';
import type { Settings } from '../../src/common/stored/settings.ts';

const SETTINGS: Settings = {
  patience: 'eager',
  unasked: true,
  never: ['a.example'],
  always: ['b.example'],
  scripted: ['c.example'],
  refused: [{ host: 'd.example', times: [1] }],
};
const toFile = (change: object) => JSON.stringify({ ...JSON.parse(toChoicesFile(SETTINGS)), ...change });

test('what is saved comes back, but for where the question was closed lately', () => {
  const { refused: _, ...choices } = SETTINGS;
  expect(parseChoicesFile(toChoicesFile(SETTINGS))).toEqual({ choices, dropped: [] });
  expect(toChoicesFile(SETTINGS)).not.toContain('d.example');
});

test.each(['', 'not json', 'null', '[]', '{}', '{"always":["b.example"]}'])('%j is no such file', (text) => {
  expect(parseChoicesFile(text)).toBeNull();
});

test.each<[object, object, string[]]>([
  [{ always: ['b.example', 'not a host', 7, '*.example'] }, { always: ['b.example'] }, ['always']],
  [{ patience: 'instant' }, { patience: 'normal' }, ['patience']],
  [{ never: 'all' }, { never: [] }, ['never']],
  [{ theme: 'dark' }, {}, ['theme']],
])('of %j the sound part is taken, and the rest is named', (given, taken, dropped) => {
  const parsed = parseChoicesFile(toFile(given));
  expect(parsed?.choices).toMatchObject(taken);
  expect(parsed?.dropped).toEqual(dropped);
});

test('what a file does not name stays as it is', () => {
  const parsed = parseChoicesFile('{"format":"light-choices","always":["b.example"]}');
  expect(parsed).toEqual({ choices: { always: ['b.example'] }, dropped: [] });
});
