// Draws Light's mark, a sun over lines of text, by elements: no file is asked for.

const SVG = 'http://www.w3.org/2000/svg';

/** Light's mark. Decoration only, hidden from screen readers. */
export function createLogo(): SVGSVGElement {
  const mark = document.createElementNS(SVG, 'svg');
  mark.setAttribute('viewBox', '0 0 48 48');
  mark.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', 'M3 24a21 21 0 0 1 42 0zM3 28h42v4H3zM3 35h33v4H3zM3 42h20v4H3z');
  path.setAttribute('fill', 'currentColor');
  mark.append(path);
  return mark;
}
