import type { Outline } from '../../src/light/extract/judgement/features/outline.ts';
import { keepParts } from '../../src/light/extract/keep/keep-parts.ts';

/** A page of these boxes under its body, one run each. */
function toOutline(...tags: string[]): Outline {
  const box = (tag: string, parent: number) => ({ parent, tag, names: '', marks: '', depth: 1 });
  const run = { text: 'text', linkedChars: 0, links: 0, boldChars: 0, pictures: 0 };
  // `ol1` and `ol2` are two lists.
  const names = [...new Set(tags)];
  return {
    boxes: [box('body', -1), ...names.map((name) => box(name.replace(/\d$/, ''), 0))],
    runs: tags.map((tag) => ({ ...run, box: names.indexOf(tag) + 1 })),
  };
}

const toMarks = (marks: string) => [...marks].map((mark) => mark === 'x');

test.each([
  ['a table within the text', ['p', 'table', 'table', 'p'], 'x..x', 'xxxx', 'xxxx'],
  ['a table that the rules leave out', ['p', 'table', 'table', 'p'], 'x..x', 'x..x', 'x..x'],
  ['a quotation within the text', ['p', 'blockquote', 'p'], 'x.x', 'xxx', 'xxx'],
  ['a table after the text', ['p', 'p', 'table'], 'xx.', 'xxx', 'xx.'],
  ['numbered notes right after the text', ['p', 'p', 'ol1', 'ol1'], 'xx..', 'xxxx', 'xxxx'],
  ['a list that comes later', ['p', 'p', 'div', 'ol1'], 'xx..', 'xxxx', 'xx..'],
  ['another list after the notes', ['p', 'ol1', 'ol2'], 'x..', 'xxx', 'xx.'],
  ['other lists', ['p', 'ul', 'ul'], 'x..', 'xxx', 'x..'],
  ['a page of which nothing was chosen', ['p', 'table', 'ol1'], '...', 'xxx', '...'],
])('%s', (_, tags, chosen, ruled, expected) => {
  expect(keepParts(toOutline(...tags), toMarks(chosen), toMarks(ruled))).toEqual(toMarks(expected));
});
