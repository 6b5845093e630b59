import { readOutline } from '../../src/light/extract/judgement/features/outline.ts';
import { findContents, keepContents } from '../../src/light/extract/keep/keep-contents.ts';

const SECTIONS =
  '<h2 id="sill">1. The sill</h2><p>Text of the sill.</p><section id="a%20b"><h2>The letter</h2><p>Text.</p></section>';

/** The texts of the runs that are entries of a contents list. */
function toEntries(html: string): string[] {
  const root = document.createElement('div');
  root.innerHTML = html;
  const outline = readOutline(root);
  const contents = findContents(root, outline);
  return outline.runs.flatMap(({ text }, at) => (contents[at] ? [text.trim()] : []));
}

test.each<[string, string, string[]]>([
  [
    'links that say the headings to which they lead, numbered or not',
    '<ul><li><a href="#sill">The sill</a></li><li><a href="/here#a%2520b">2 The letter</a></li></ul>',
    ['The sill', '2 The letter'],
  ],
  ['one such link is no list', '<ul><li><a href="#sill">The sill</a></li></ul>', []],
  [
    'links that say something else, or lead to no heading',
    '<p><a href="#sill">Skip to the text</a></p><p><a href="#top">The letter</a></p><p><a href="#%">The sill</a></p>',
    [],
  ],
  ['links to other pages', '<p><a href="/sill">The sill</a></p><p><a href="/b">The letter</a></p>', []],
])('%s', (_, list, expected) => {
  expect(toEntries(list + SECTIONS)).toEqual(expected);
});

test('an entry is kept where the rules keep it, whatever is judged of it', () => {
  const [chosen, ruled] = [
    [false, false, true, false],
    [true, false, false, true],
  ];
  expect(keepContents(chosen, ruled, [true, true, false, false])).toEqual([true, false, true, false]);
});
