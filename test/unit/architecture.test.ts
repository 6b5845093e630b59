import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const ROOT = join(__dirname, '../..');
const SOURCE = join(ROOT, 'src');
const DRAWING = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

/** All that stands under a folder of the source, as paths from there. Translations are data. */
const PATHS = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
  .filter(({ name, parentPath }) => !`${parentPath}/${name}`.includes('_locales'))
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => relative(SOURCE, join(parentPath, name)));
const MODULES = PATHS.filter((path) => /(?<!\.d)\.ts$/.test(path));

/** The folders that a file stands in, from the outermost. */
function toFolders(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, level) => names.slice(0, level + 1).join('/'));
}

/** The folders in the tree that a document draws: two blanks for each level, a name that ends with a slash. */
function readDrawn(drawing: string): string[] {
  const above: string[] = [];
  const [, tree = ''] = /^src\/\n((?: +\S.*\n)+)/m.exec(drawing) ?? [];
  return tree
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, blanks = '', name = ''] = /^( +)(\S+)\//.exec(line) ?? [];
      above.length = blanks.length / 2 - 1;
      above.push(name);
      return above.join('/');
    });
}

test('the tree in docs/architecture.md is the tree of folders', () => {
  expect(readDrawn(DRAWING).sort()).toEqual([...new Set(PATHS.flatMap(toFolders))].sort());
});

test('each module begins with a line that says what it does', () => {
  expect(MODULES.filter((path) => !/^\/\/ \S.{20,}/.test(readFileSync(join(SOURCE, path), 'utf8')))).toEqual(
    [],
  );
});

test('no room imports another one than src/common', () => {
  const imports = MODULES.flatMap((path) =>
    [...readFileSync(join(SOURCE, path), 'utf8').matchAll(/ from '(\.[^']*)'/g)].map(([, to = '']) => ({
      path,
      room: path.split('/')[0],
      to: normalize(join(dirname(path), to)),
    })),
  );
  expect(imports.length).toBeGreaterThan(MODULES.length);
  expect(imports.filter(({ room, to }) => ![room, 'common'].includes(to.split('/')[0]))).toEqual([]);
});
