// Elements that stand for a text which a script of the page would put in their place: the text can be read from the HTML.
import { readFormulaText } from './formulas.ts';
import { MATH } from './mathml.ts';

/** MathJax 2: https://docs.mathjax.org/en/v2.7-latest/model.html */
const TEX_TYPE = /^math\/(tex|asciimath)\b/i;
/** Longer ones are there to keep us busy, in characters. */
const MOST_CHARS = 10_000;
/** What Cloudflare puts in the place of an address: the key as two hexadecimal digits, then each byte with it. */
const PROTECTED = /^[\da-f]{2}(?:[\da-f]{2}){3,300}$/i;
const PROTECTED_LINK = /\/cdn-cgi\/l\/email-protection#([\da-f]+)$/i;

/** The text that an element stands for; `null` where it stands for itself. */
export function readStandIn(node: Node): string | null {
  if (Reflect.get(Element.prototype, 'nodeType', node) !== 1) return null;
  const name = Reflect.get(Element.prototype, 'localName', node);
  const read = (attribute: string): string => Element.prototype.getAttribute.call(node, attribute) ?? '';
  if (name === 'math' && Reflect.get(Element.prototype, 'namespaceURI', node) === MATH)
    return readFormulaText(node as Element); // Its namespace and name say so.
  if (name === 'script') return TEX_TYPE.test(read('type')) ? readTex(node) : null;
  return name === 'a' || name === 'span' ? toAddress(read('data-cfemail')) : null;
}

function readTex(script: Node): string {
  const text = String(Reflect.get(Node.prototype, 'textContent', script) ?? '');
  return text.replace(/^\s*% <!\[CDATA\[|%\s*\]\]>\s*$/g, '').slice(0, MOST_CHARS);
}

/** The address that a link with a protected one leads to, as `mailto:`; `null` where it is none. */
export function toMailAddress(href: string): string | null {
  const address = toAddress(PROTECTED_LINK.exec(href)?.[1] ?? '');
  return address && `mailto:${address}`;
}

function toAddress(code: string): string | null {
  if (!PROTECTED.test(code)) return null;
  const [key = 0, ...bytes] = (code.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const encoded = bytes.map((byte) => `%${(byte ^ key).toString(16).padStart(2, '0')}`).join('');
  try {
    const text = decodeURIComponent(encoded);
    return text.includes('@') ? text : null;
  } catch {
    // It is no UTF-8: something else bears that name.
    return null;
  }
}
