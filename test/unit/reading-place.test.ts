import { toPlace, toShift } from '../../src/light/view/text/reading-place.ts';

/** Blocks of these heights, one below another, the first of them at `top`. */
function toBoxes(top: number, ...heights: number[]) {
  return heights.map((height, at) => ({
    top: top + heights.slice(0, at).reduce((a, b) => a + b, 0),
    height,
  }));
}

test.each([
  ['at the beginning', toBoxes(80, 100, 100), 0],
  ['in the middle of the second block', toBoxes(-150, 100, 100), 1.5],
  ['at the edge of a block', toBoxes(-100, 100, 100), 1],
  ['below all of it', toBoxes(-500, 100, 100), 1],
  ['a text without blocks', [], 0],
])('%s', (_, boxes, place) => {
  expect(toPlace(boxes)).toBe(place);
});

test('the place is found again where letters are larger', () => {
  const place = toPlace(toBoxes(-150, 100, 100, 100));
  expect(toShift(toBoxes(20, 300, 300, 300), place)).toBe(20 + 300 + 150);
});

test('a place that the text does not have is its beginning', () => {
  expect(toShift(toBoxes(20, 100), 7.5)).toBe(0);
});
