// The elements and attributes of MathML that may stand in the view: those of MathML Core that show a formula and do nothing else.
// Source: https://w3c.github.io/mathml-core/

export const MATH = 'http://www.w3.org/1998/Math/MathML';

/** What stays what it is, inside of a formula. */
const KEPT = new Set(
  (
    'math merror mfrac mi mmultiscripts mn mo mover mpadded mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd ' +
    'mtext mtr munder munderover none'
  ).split(' '),
);
/**
 * Goes with all that is in it: the formula in another notation, what is not to be seen, and what asks for a picture. What is in any other
 * element of MathML stays.
 */
const DROPPED = new Set(['annotation', 'annotation-xml', 'mphantom', 'mglyph', 'malignmark', 'maligngroup']);

export function isMathName(name: string): boolean {
  return KEPT.has(name);
}

/** What an element of MathML becomes: '' where only what is in it stays, `null` where that goes too. Outside of a formula it is no element. */
export function toMathName(name: string, isInMath: boolean): string | null {
  if (DROPPED.has(name)) return null;
  if (name === 'math') return isInMath ? 'mrow' : 'math';
  return isInMath && KEPT.has(name) ? name : '';
}

/** A name of more than one letter stands upright; the view has the others slanted, and leaves them the letters they are. */
export function isWord(element: Element, name: string): boolean {
  return name === 'mi' && (element.textContent?.trim().length ?? 0) > 1;
}

type Check = (value: string) => string | null;

const toMatch =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value) ? value.toLowerCase() : null;
const toFlag = toMatch(/^(true|false)$/i);
/** No formula needs more room between its letters; nothing may cover what stands beside it. */
const toSpace = toMatch(/^\d(\.\d{1,3})?(em|ex)$|^\d{1,2}(\.\d{1,3})?px$|^0$/i);
const toCount = toMatch(/^\d{1,2}$/);

/** What may stand on any of them. */
export const MATH_ATTRIBUTES: readonly (readonly [string, Check])[] = [
  ['display', toMatch(/^(block|inline)$/i)],
  ['dir', toMatch(/^(ltr|rtl)$/i)],
  ['mathvariant', toMatch(/^normal$/i)],
  ['displaystyle', toFlag],
  ['accent', toFlag],
  ['accentunder', toFlag],
  ['fence', toFlag],
  ['largeop', toFlag],
  ['movablelimits', toFlag],
  ['separator', toFlag],
  ['stretchy', toFlag],
  ['symmetric', toFlag],
  ['linethickness', toSpace],
  ['lspace', toSpace],
  ['rspace', toSpace],
  ['width', toSpace],
  ['columnspan', toCount],
  ['rowspan', toCount],
];
