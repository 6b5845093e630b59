// The HTML elements that are blocks of a text, and those that a paragraph holds in its lines.

/** What stands by itself in a text: a paragraph, a heading, a list, a table. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure table hr'.split(' '),
);
/** What only holds blocks together. */
const BOXES = ['div', 'section', 'article'];
/** Finds what makes of the element around it a box of blocks, and no line of text. */
export const BLOCK_INSIDE = [...BLOCK_ELEMENTS, ...BOXES].join(', ');

/** What stands in a line, and is no block of its own. */
export const INLINE_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup ' +
    'time tt u var wbr ' +
    // Of a formula in a line.
    'math semantics mrow mi mn mo ms mtext mspace mstyle mpadded mphantom merror mfrac msqrt mroot msub msup msubsup munder mover ' +
    'munderover mmultiscripts mprescripts none mtable mtr mtd'
  ).split(' '),
);
