import { toPlacement, type VisibleArea } from '../../src/prompt/viewport-placement.ts';

const PHONE: VisibleArea = { offsetLeft: 0, offsetTop: 0, width: 360, height: 740, scale: 1 };

/** Where the box of that size comes to stand, in CSS pixels of the layout viewport: what the transform makes of it. */
function toBox(area: VisibleArea, isRightToLeft: boolean, height: number) {
  const { transform, width, maxHeight } = toPlacement(area, isRightToLeft);
  const shown = Math.min(height, maxHeight);
  const [, x = '0', y = '0'] = /^translate\(([-\d.]+)px, ([-\d.]+)px\)/.exec(transform) ?? [];
  const scale = Number(/ scale\(([\d.]+)\)/.exec(transform)?.[1] ?? 1);
  const up = transform.endsWith('translateY(-100%)') ? shown * scale : 0;
  return { left: Number(x), top: Number(y) - up, width: width * scale, height: shown * scale };
}

test.each<[string, Partial<VisibleArea>, boolean, number, [number, number, number, number]]>([
  ['at the bottom of a phone', {}, false, 230, [8, 502, 344, 230]],
  ['no less in a language from right to left', {}, true, 230, [8, 502, 344, 230]],
  ['in the middle of a wide phone', { width: 600 }, false, 230, [100, 502, 400, 230]],
  [
    'in the upper corner of a window',
    { width: 1200, height: 900 },
    false,
    200,
    [1200 - 400 - 16, 16, 400, 200],
  ],
  ['in the other one', { width: 1200, height: 900 }, true, 200, [16, 16, 400, 200]],
  [
    'within a part of the page that was zoomed to, at the size it would have without zoom',
    { offsetLeft: 120, offsetTop: 300, width: 180, height: 370, scale: 2 },
    false,
    230,
    [124, 300 + 370 - 4 - 115, 172, 115],
  ],
  [
    'on a page that is drawn at half of its size',
    { width: 720, height: 1480, scale: 0.5 },
    false,
    230,
    [16, 1480 - 16 - 460, 688, 460],
  ],
  ['no taller than a low window', { width: 320, height: 256 }, false, 431, [8, 8, 304, 240]],
])('the question stands %s', (_, area, isRightToLeft, height, [left, top, width, tall]) => {
  expect(toBox({ ...PHONE, ...area }, isRightToLeft, height)).toEqual({ left, top, width, height: tall });
});
