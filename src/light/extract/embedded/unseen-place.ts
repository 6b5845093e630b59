// Tells what stands where nobody sees it: cut to nothing, a dot, or far off the page, as labels for screen readers are.

/** So far off the page nothing is read, in CSS pixels. */
const OFF_PX = -900;

/** By a computed style, or by what one rule says. */
export function isAside(style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  const isClipped =
    /^rect\((?:0|1)(?:px)?,? |^inset\((?:50|100)%/.test(`${style.clip}`) ||
    /^inset\((?:50|100)%/.test(style.clipPath);
  const isDot =
    style.overflow !== 'visible' &&
    Number.parseFloat(style.width) <= 1 &&
    Number.parseFloat(style.height) <= 1;
  const isAway = [style.left, style.right, style.top, style.textIndent].some(
    (side) => Number.parseFloat(side) <= OFF_PX,
  );
  return isClipped || isDot || isAway;
}
