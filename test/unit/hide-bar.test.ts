import { isBarAway } from '../../src/light/view/screen/hide-bar.ts';

test.each([
  ['scrolling down hides it', false, 200, 260, true],
  ['scrolling up shows it', true, 900, 850, false],
  ['a tremble changes nothing', true, 900, 897, true],
  ['a tremble changes nothing where it is shown', false, 900, 903, false],
  ['near the top it is shown', true, 400, 40, false],
])('%s', (_, isAway, fromPx, toPx, expected) => {
  expect(isBarAway(isAway, fromPx, toPx)).toBe(expected);
});
