import { readNames } from '../../src/light/text/class-names.ts';

const named = readNames(
  new DOMParser().parseFromString(
    '<p id=b1 class="wall x">1</p><div class=x><p id=wall>2</p></div><p class=x>3</p><p class="wall x">4</p>',
    'text/html',
  ),
);
const toTexts = (elements: Element[]) => elements.map(({ textContent }) => textContent);

test('elements are found by class or id, in the order of the page', () => {
  expect(toTexts(named(/wall/))).toEqual(['1', '2', '4']);
});

test('by their classes alone, if that is asked', () => {
  expect(toTexts(named(/wall/, 'class'))).toEqual(['1', '4']);
});

test('a name that nothing has finds nothing', () => {
  expect(named(/^y$/)).toEqual([]);
});
