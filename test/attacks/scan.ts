// Without it the only judge of what may stand in the view would be the list in the code that is judged.

/** What Light itself adds to a text: an element's attributes beside those of the text. */
export type Ours = Record<string, string[]>;

/** Light's own marks and placeholders, as they stand in the view. */
export const OURS: Ours = {
  a: ['class', 'data-host', 'data-mark'],
  button: ['type', 'class', 'data-action', 'data-address'],
  span: ['class', 'aria-hidden', 'role'],
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
    'img alt': /^[^\u202a-\u202e\u2066-\u2069]{0,1000}$/s,
    'img width': /^\d{1,5}$/,
    'img height': /^\d{1,5}$/,
    'ol start': /^-?\d{1,9}$/,
    'ol reversed': /^$/,
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
    lang: /^[a-z]{1,8}(-[a-z\d]{1,8})*$/,
    title: /^[^\u202a-\u202e\u2066-\u2069]{0,1000}$/s,
  };
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
    } else found.push(node.nodeName);
  }
  return found;
}
