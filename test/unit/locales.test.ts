import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageName, toText } from '../../src/common/words/translations.ts';

type Messages = Record<string, { message: string; description?: string }>;

const SOURCE = join(__dirname, '../../src');
const FOLDERS = readdirSync(join(SOURCE, '_locales'));
const LANGUAGES = 'am ar az ckb de en es fa fr hi id my ps pt ru sw tr uk ur zh_CN'.split(' ');
/** Scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** A translation may be as long as it needs, but a store cuts a description that is longer (Chrome: 132 characters). */
const DESCRIPTION_CHARS = 132;

const readMessages = (folder: string): Messages =>
  JSON.parse(readFileSync(join(SOURCE, '_locales', folder, 'messages.json'), 'utf8'));

const english = readMessages('en');

/** All of Light's own code and pages, and its manifest. */
function readSource(): string {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(ts|html)$/.test(path),
  );
  const texts = files.map((path) => readFileSync(join(SOURCE, path), 'utf8'));
  return [...texts, readFileSync(join(SOURCE, '../manifest.json'), 'utf8')].join('\n');
}

/** Placeholders in order of number: `$1 $2`. */
const toPlaceholders = ({ message }: { message: string }) => (message.match(/\$\d/g) ?? []).sort().join(' ');

test('the languages are the ones that are meant', () => {
  expect(FOLDERS.sort()).toEqual(LANGUAGES);
});

test('no sentence of English is unused', () => {
  const source = readSource();
  // Some names are put together: `${id}Title`.
  const isUsed = (name: string) =>
    new RegExp(`['"\`]${name}['"\`]|__MSG_${name}__`).test(source) ||
    (/Title$/.test(name) && source.includes(`'${name.replace(/Title$/, '')}'`));
  expect(Object.keys(english).filter((name) => !isUsed(name))).toEqual([]);
});

test('every placeholder of English is told what it stands for', () => {
  const untold = Object.entries(english)
    .filter(([, { message }]) => message.includes('$'))
    .filter(([, { description = '' }]) => !description.includes('$1'))
    .map(([name]) => name);
  expect(untold).toEqual([]);
});

test('a name that is in no language does not compile', () => {
  const name: MessageName = 'switch';
  expect(toText(name)).toBe(english.switch?.message);
  // @ts-expect-error
  expect(toText('unknown')).toBe('');
});

describe.each(FOLDERS.filter((folder) => folder !== 'en'))('%s', (folder) => {
  const messages = readMessages(folder);
  const names = Object.keys(messages);

  test('has the sentences of English, in its order', () => {
    expect(names).toEqual(Object.keys(english));
  });

  test('has their placeholders, and none besides', () => {
    const different = names.filter(
      (name) =>
        toPlaceholders(messages[name] ?? { message: '' }) !==
        toPlaceholders(english[name] ?? { message: '' }),
    );
    expect(different).toEqual([]);
  });

  test('says nothing twice in the same words as English', () => {
    // One or two words may be the same: "Normal", "e-mail", "$1 / $2".
    const same = names.filter((name) => {
      const message = messages[name]?.message ?? '';
      return message === english[name]?.message && message.split(' ').length > 3;
    });
    expect(same).toEqual([]);
  });

  test('is in the language and direction that it says', () => {
    expect(messages.language?.message).toBe(folder.replace('_', '-'));
    const isRightToLeft = RIGHT_TO_LEFT.test(messages.explanation?.message ?? '');
    expect(messages.direction?.message).toBe(isRightToLeft ? 'rtl' : 'ltr');
  });

  test('is clean: no sentence is empty, padded or broken over lines, and stores do not cut its description', () => {
    const unclean = names.filter((name) => {
      const message = messages[name]?.message ?? '';
      return (
        !message || message !== message.trim() || /[\n\t\u202a-\u202e]/.test(message) || / {2}/.test(message)
      );
    });
    expect(unclean).toEqual([]);
    expect(messages.description?.message.length).toBeLessThanOrEqual(DESCRIPTION_CHARS);
  });
});
