// Tells which parts of a formula repeat it: libraries that draw formulas keep MathML for screen readers beside the drawing, or TeX beside both.

/** Longer ones are there to keep us busy, in characters. */
const MOST_CHARS = 10_000;

/** Whether an element is the drawing of a formula whose MathML stands beside it: the half that is hidden from screen readers (KaTeX, MathJax, MediaWiki). */
export function isDrawing(node: Node): boolean {
  const read = (attribute: string) => Element.prototype.getAttribute.call(node, attribute);
  if (read('aria-hidden') !== 'true') return false;
  return (['previousElementSibling', 'nextElementSibling'] as const).some((side) => {
    const beside: Element | null = Reflect.get(Element.prototype, side, node);
    return beside !== null && hasFormula(beside) && !hasFormula(node as Element);
  });
}

function hasFormula(element: Element): boolean {
  const isOne = Reflect.get(Element.prototype, 'localName', element) === 'math';
  return isOne || Element.prototype.querySelector.call(element, 'math') !== null;
}

/** What a formula without anything to show is in words or TeX; `null` where it can be shown. */
export function readFormulaText(math: Element): string | null {
  const notes = [...Element.prototype.querySelectorAll.call(math, 'annotation, annotation-xml')];
  const all = math.textContent ?? '';
  const noted = notes.map((each) => each.textContent ?? '').join('');
  if (all.replace(/\s+/g, '').length > noted.replace(/\s+/g, '').length) return null;
  const tex = notes.find((each) => /tex/i.test(each.getAttribute('encoding') ?? ''))?.textContent;
  return (math.getAttribute('alttext') ?? tex ?? '').trim().slice(0, MOST_CHARS);
}
