// Scans what stands in the view for anything that could run or load, by rules that are not the sanitiser's own list.

/** What Light itself adds to a text: an element's attributes beside those of the text. */
export type Ours = Record<string, string[]>;

/** Light's own marks and placeholders, as they stand in the view. */
export const OURS: Ours = {
  a: ['class', 'data-mark', 'rel'],
  p: ['class'],
  button: ['type', 'class', 'data-action', 'data-address', 'aria-label'],
  span: ['class', 'aria-hidden'],
  div: ['class', 'tabindex', 'role', 'aria-label'],
  pre: ['tabindex'],
};

/**
 * Everything under `root` that no text needs: elements, attributes, addresses, characters. A list of its own, on purpose.
 * Runs in the page too: it has to make do with what is written in it.
 */
export function scan(root: Node, ours: Ours): string[] {
  const elements =
    'a abbr b bdi blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p ' +
    'pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr';
  const attributes: Record<string, RegExp> = {
    'a href': /^(https?:\/\/[^@/\s:]+(:[1-5]?\d{1,4})?\/\S{0,8000}|mailto:\S+|tel:[\d+().-]+)$/,
    'img src': /^https?:\/\/[^@/\s]+\/\S*$/,
    'img data-sources': /^https?:\/\/[^@/\s]+\/\S* [\d.]+[wx](, https?:\/\/[^@/\s]+\/\S* [\d.]+[wx])*$/,
    'img alt': /^[^\u202a-\u202e\u2066-\u2069]{0,1000}$/s,
    'img width': /^\d{1,5}$/,
    'img height': /^\d{1,5}$/,
    'ol start': /^-?\d{1,9}$/,
    'ol reversed': /^$/,
    'ol type': /^[1aAiI]$/,
    'li value': /^-?\d{1,9}$/,
    'td colspan': /^\d{1,3}$|^1000$/,
    'td rowspan': /^\d{1,3}$|^1000$/,
    'th colspan': /^\d{1,3}$|^1000$/,
    'th rowspan': /^\d{1,3}$|^1000$/,
    'th scope': /^(row|col)(group)?$/,
    'time datetime': /^[\w\-+:. ]{1,40}$/,
    'ins datetime': /^[\w\-+:. ]{1,40}$/,
    'del datetime': /^[\w\-+:. ]{1,40}$/,
    dir: /^(ltr|rtl|auto)$/,
    lang: /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i,
    title: /^[^\u202a-\u202e\u2066-\u2069]{0,1000}$/s,
    'data-place': /^[a-z\d]{1,11}( [a-z\d]{1,11}){0,21}$/,
  };
  const formulas =
    'math merror mfrac mi mmultiscripts mn mo mover mpadded mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext ' +
    'mtr munder munderover none';
  const formulaAttributes =
    /^(display|dir|mathvariant|displaystyle|accent|accentunder|fence|largeop|movablelimits|separator|stretchy|symmetric|linethickness|lspace|rspace|width|columnspan|rowspan|data-place)$/;
  const found: string[] = [];
  // By the prototype, for the page may have an image of that name.
  const walker = Document.prototype.createTreeWalker.call(document, root);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      const steering = node.parentElement?.closest('a') ? /[\u202a-\u202e\u2066-\u2069]/ : /[\u202d\u202e]/;
      if (steering.test(node.data))
        found.push(`characters that steer in ${JSON.stringify(node.data.slice(0, 60))}`);
    } else if (node instanceof Element && node.namespaceURI === 'http://www.w3.org/1999/xhtml') {
      const name = node.localName;
      if (!elements.split(' ').includes(name) && !ours[name]) found.push(`<${name}>`);
      if (node.shadowRoot) found.push(`a shadow in <${name}>`);
      for (const { name: attribute, value } of node.attributes) {
        const allowed = attributes[`${name} ${attribute}`] ?? attributes[attribute];
        if (allowed ? !allowed.test(value) : !ours[name]?.includes(attribute))
          found.push(`<${name} ${attribute}="${value.slice(0, 60)}">`);
      }
    } else if (node instanceof Element && node.namespaceURI === 'http://www.w3.org/1998/Math/MathML') {
      const name = node.localName;
      const isRoot = node.parentElement?.namespaceURI !== node.namespaceURI;
      if (!formulas.split(' ').includes(name) || isRoot !== (name === 'math')) found.push(`<math:${name}>`);
      for (const { name: attribute, value } of node.attributes)
        if (
          !formulaAttributes.test(attribute) ||
          !/^[a-z\d. ]{1,240}$/.test(value) ||
          /\d{4}(px|em|ex|pt)/.test(value)
        )
          found.push(`<math:${name} ${attribute}="${value.slice(0, 60)}">`);
    } else found.push(node.nodeName);
  }
  return found;
}
