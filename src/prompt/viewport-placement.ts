// Places the question in the visual viewport, at the size it would have without zoom, and keeps it there while the reader pans and zooms.

/** What of the page can be seen: `VisualViewport`, in CSS pixels of the layout viewport. */
export type VisibleArea = Pick<VisualViewport, 'offsetLeft' | 'offsetTop' | 'width' | 'height' | 'scale'>;

/** Where the question stands: a transform from the layout viewport's corner, and its size before that, in CSS pixels. */
export interface Placement {
  transform: string;
  width: number;
  maxHeight: number;
}

/** Between the question and the edges of the screen, in pixels of the screen. */
const GAP_PX = 8;
/** No line is longer than is read at ease: about 50 characters. */
const WIDEST_PX = 400;
/** From here on the window is no phone's: the question stands in the upper corner, away from the text. */
const WIDE_PX = 640;
const WIDE_GAP_PX = 16;

/**
 * A half-loaded page may be laid out far wider than the screen, or drawn at a third of its size (`width=1190`, or no viewport at all):
 * what is fixed to its layout viewport is then out of sight, or too small to read.
 */
export function toPlacement(area: VisibleArea, isRightToLeft: boolean): Placement {
  const { offsetLeft, offsetTop, scale } = area;
  // In pixels of the screen from here on.
  const [areaWidth, areaHeight] = [area.width * scale, area.height * scale];
  const isWide = areaWidth >= WIDE_PX;
  const gap = isWide ? WIDE_GAP_PX : GAP_PX;
  const width = Math.floor(Math.min(WIDEST_PX, areaWidth - 2 * gap));
  const end = isRightToLeft ? gap : areaWidth - width - gap;
  const x = Math.round(isWide ? end : (areaWidth - width) / 2);
  const y = isWide ? gap : areaHeight - gap;
  const moves = [
    `translate(${offsetLeft + x / scale}px, ${offsetTop + y / scale}px)`,
    ...(scale === 1 ? [] : [`scale(${1 / scale})`]),
    ...(isWide ? [] : ['translateY(-100%)']),
  ];
  return { transform: moves.join(' '), width, maxHeight: Math.floor(areaHeight - 2 * gap) };
}

/** Keeps `element` in the visual viewport until stopped. */
export function keepInSight(element: HTMLElement, isRightToLeft: boolean): () => void {
  const viewport = visualViewport;
  if (!viewport) return () => {};
  const place = () => {
    const { transform, width, maxHeight } = toPlacement(viewport, isRightToLeft);
    // By the object model: a style attribute in the markup is refused, and reported, under some policies.
    Object.assign(element.style, { transform, width: `${width}px`, maxHeight: `${maxHeight}px` });
  };
  place();
  for (const name of ['resize', 'scroll']) viewport.addEventListener(name, place);
  return () => {
    for (const name of ['resize', 'scroll']) viewport.removeEventListener(name, place);
  };
}
