import { toMinutesLeft } from '../../src/light/view/bar/minutes-left.ts';

test.each([
  ['a third of it is seen', 9, { topPx: -1200, heightPx: 6000 }, 800, 6],
  ['the last line is on the screen', 9, { topPx: -5200, heightPx: 6000 }, 800, 0],
  ['a little is left', 9, { topPx: -5000, heightPx: 6000 }, 800, 1],
  ['it is shorter than two minutes', 1, { topPx: -1200, heightPx: 6000 }, 800, 0],
  ['a list has no minutes', 0, { topPx: -1200, heightPx: 6000 }, 800, 0],
  ['nothing is laid out', 9, { topPx: 0, heightPx: 0 }, 800, 0],
])('minutes that are left where %s', (_, minutes, box, windowPx, expected) => {
  expect(toMinutesLeft(minutes, box, windowPx)).toBe(expected);
});
