// Makes formulas ready to be read: MathML stays, what draws it again goes, and TeX that waits for a script becomes text.
import { isDrawing } from '../../sanitise/formulas.ts';
import { readStandIn } from '../../sanitise/stand-ins.ts';
import { parseFragment } from './prose.ts';

/** So many boxes around a formula may hide it until its drawing has come. */
const HIDING_DEPTH = 3;
/** What MathJax 2 draws before the script with the formula: its preview, its HTML or SVG. */
const DRAWN = /mathjax|mjx/i;
const DRAWING = 'mjx-container, .MathJax[data-mathml]';

/** Each formula of the page is there once, and not hidden. */
export function prepareFormulas(page: Document): void {
  for (const drawing of page.querySelectorAll(DRAWING)) unpackDrawing(page, drawing);
  for (const drawing of page.querySelectorAll('[aria-hidden=true]')) if (isDrawing(drawing)) drawing.remove();
  for (const script of page.querySelectorAll('script[type^="math/" i]')) unpackScript(page, script);
  for (const math of page.querySelectorAll('math')) {
    showFormula(math);
    unpackStandIn(page, math);
    for (const note of math.querySelectorAll('annotation, annotation-xml, mphantom')) note.remove();
  }
  for (const each of page.querySelectorAll('[data-cfemail]')) unpackStandIn(page, each);
}

/** What MathJax has drawn without MathML beside it: from the MathML or TeX that it notes, or the words for screen readers. */
function unpackDrawing(page: Document, drawing: Element): void {
  if (drawing.querySelector('math')) return;
  const math = drawing.getAttribute('data-mathml');
  const tex = drawing.querySelector('[data-latex]')?.getAttribute('data-latex');
  const words = tex ?? drawing.getAttribute('aria-label') ?? '';
  if (math) drawing.replaceChildren(...parseFragment(math).childNodes);
  else if (words) drawing.replaceWith(Object.assign(page.createElement('span'), { textContent: words }));
}

/** MediaWiki hides the MathML where it shows a picture of it. */
function showFormula(math: Element): void {
  const text = math.textContent?.trim();
  let box = math.parentElement;
  for (let depth = 0; box && depth < HIDING_DEPTH; depth++, box = box.parentElement) {
    if (box.textContent?.trim() !== text) return;
    for (const name of ['style', 'hidden', 'aria-hidden', 'class']) box.removeAttribute(name);
  }
}

function unpackScript(page: Document, script: Element): void {
  if (/mml/i.test(script.getAttribute('type') ?? ''))
    return script.replaceWith(...parseFragment(script.textContent ?? '').querySelectorAll('math'));
  for (
    let drawn = script.previousElementSibling;
    drawn && isDrawn(drawn);
    drawn = script.previousElementSibling
  ) {
    if (drawn.querySelector('math')) return script.remove();
    drawn.remove();
  }
  unpackStandIn(page, script);
}

function isDrawn(element: Element): boolean {
  return DRAWN.test(`${element.className} ${element.id}`);
}

/** In a display a formula is a line of its own. */
function unpackStandIn(page: Document, element: Element): void {
  const text = readStandIn(element);
  if (text === null) return;
  const isDisplay = /mode\s*=\s*display/i.test(element.getAttribute('type') ?? '');
  const isInLine = element.closest('p, li, td, dd, h1, h2, h3, h4') !== null;
  const copy = page.createElement(isDisplay && !isInLine ? 'p' : 'span');
  copy.textContent = text;
  element.replaceWith(copy);
}
