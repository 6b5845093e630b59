// Sanitises page content: the one module that lets it into the view, as a new tree built from an allow-list.
import { toText } from '../../common/words/translations.ts';
import { STEERING, toLine } from '../text/single-line.ts';
import { isDrawing } from './formulas.ts';
import { isMathName, isWord, MATH, MATH_ATTRIBUTES, toMathName } from './mathml.ts';
import { CAPTION, readPictureSource, readSourceSet, SOURCES } from './picture-sources.ts';
import { toPlaceNames } from './place-names.ts';
import { toLinkAddress } from './safe-address.ts';
import { readStandIn } from './stand-ins.ts';

/** What stays what it is. */
const KEPT =
  'a abbr b bdi blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li ' +
  'mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr';
/** Blocks that mean nothing in the view, but whose words must not run into those beside them. */
const BLOCKS =
  'address article aside center details dialog fieldset footer form header hgroup legend main menu nav section summary';
/** Goes with all that is in it. Everything that stands in no list goes too, but what is in it stays. */
const DROPPED = new Set(
  (
    'applet audio canvas datalist embed fencedframe frameset head iframe input meter noembed noframes noscript object optgroup ' +
    'option portal progress script select style template textarea title video'
  ).split(' '),
);
/** What each element becomes. `bdo` turns words round, and with them what a link says. */
const NAMES = new Map([
  ...KEPT.split(' ').map((name) => [name, name] as const),
  ...BLOCKS.split(' ').map((name) => [name, 'div'] as const),
  ...['listing', 'plaintext', 'xmp'].map((name) => [name, 'pre'] as const),
  ['bdo', 'bdi'],
]);
/** A line in preformatted text that is a box of its own: a paragraph would be spaced as one. */
const LINE_BOX = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd']);

const HTML = 'http://www.w3.org/1999/xhtml';
/** Elements, text and CDATA sections, as `NodeFilter` counts them: comments and instructions are not looked at. */
const SHOWN = 1 + 4 + 8;

/** A deeper element means nothing to a reader, and no browser's own parser nests much deeper: its words stay. */
const MOST_LEVELS = 256;
/** The longest pages in use, such as the HTML standard on one page, have fewer. */
const MOST_NODES = 500_000;
/** A longer description of a picture, a link or an abbreviation is none, in characters. */
const MOST_TITLE_CHARS = 1000;
/** As HTML has it for `colspan`. */
const MOST_SPAN = 1000;

/** A value as it may stand in the view; `null` where it may not. */
type Check = (value: string, base?: string) => string | null;

const toMatch =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value) ? value.toLowerCase() : null;
const toTitle: Check = (value) => toLine(value, MOST_TITLE_CHARS);
const toWhole = toMatch(/^-?\d{1,9}$/);
const toPixels = toMatch(/^\d{1,5}$/);
const toSpan: Check = (value) => toPixels(value) && String(Math.min(Number(value), MOST_SPAN));
const DATED = { datetime: toMatch(/^[\d\-+:.tzpwdhms ]{1,40}$/i) };
const CELL = { colspan: toSpan, rowspan: toSpan };

const ANYWHERE: Record<string, Check> = {
  dir: toMatch(/^(ltr|rtl|auto)$/i),
  lang: toMatch(/^[a-z]{1,8}(-[a-z\d]{1,8}){0,4}$/i),
  title: toTitle,
};
const OWN: Record<string, Record<string, Check>> = {
  a: { href: toLinkAddress },
  img: { alt: toTitle, [CAPTION]: toTitle, width: toPixels, height: toPixels },
  ol: { start: toWhole, reversed: () => '', type: (value) => (/^[1aAiI]$/.test(value) ? value : null) },
  li: { value: toWhole },
  td: CELL,
  th: { ...CELL, scope: toMatch(/^(row|col)(group)?$/i) },
  ...{ time: DATED, ins: DATED, del: DATED },
};

/** In which copies are made. Made once: a text that grows is made safe piece by piece, and in Firefox each document costs a frame. */
let nowhere: Document | undefined;

/**
 * The content as nothing but text, structure, links and image addresses, in a document of its own in which nothing is asked for.
 * It is built anew, element by element, from what is allowed, and never written as HTML and read again: what is not known here
 * cannot come through, and nothing can turn into something else on the way. A relative address is one to `base`; without that it is
 * taken away. Content of more than `mostNodes` nodes is cut, and ends with a sentence that says so.
 */
export function toSafe(
  content: Node | string,
  { base, mostNodes = MOST_NODES }: { base?: string; mostNodes?: number } = {},
): DocumentFragment {
  nowhere ??= parseDocument('');
  const inert = nowhere;
  const safe = inert.createDocumentFragment();
  // The walk is the browser's own: what the content's elements say of their children and parents is not asked.
  const walker = inert.createTreeWalker(
    typeof content === 'string' ? parseDocument(content) : content,
    SHOWN,
  );
  const places: Node[] = [safe];
  for (let nodes = 0; nodes < mostNodes; nodes++) {
    const inside = copyNode(walker.currentNode, places, base);
    if (inside && walker.firstChild()) places.push(inside);
    else
      while (!walker.nextSibling()) {
        if (!walker.parentNode()) return safe;
        places.pop();
      }
  }
  safe.append(Object.assign(inert.createElement('p'), { textContent: toText('cut') }));
  return safe;
}

/** By the parser, for `document.implementation` may be an image of that name. */
function parseDocument(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** Copies one node to the last of the places; gives the place of what is in it, `null` where that goes too. */
function copyNode(node: Node, places: Node[], base?: string): Node | null {
  const place = places.at(-1) as Node; // There is one for each level that the walk is in.
  const inert = place.ownerDocument as Document; // Every place is made here.
  if (isText(node)) {
    place.appendChild(inert.createTextNode(toSafeText(node.data, place)));
    return null;
  }
  const standIn = readStandIn(node);
  if (standIn !== null) {
    place.appendChild(inert.createTextNode(toSafeText(standIn, place)));
    return null;
  }
  const name = toName(node, place);
  if (!name) return name === null ? null : place;
  if (places.length > MOST_LEVELS) {
    place.appendChild(inert.createTextNode(' '));
    return place;
  }
  const isMath = isMathName(name) && read(node, 'namespaceURI') === MATH;
  const copy = isMath ? inert.createElementNS(MATH, name) : inert.createElement(name);
  copyAttributes(node as Element, copy, base);
  if (isMath && isWord(node as Element, name)) copy.setAttribute('mathvariant', 'normal');
  return place.appendChild(copy);
}

function isText(node: Node): node is Text {
  const type = read(node, 'nodeType');
  return type === 3 || type === 4;
}

/** What an element becomes in that place: '' where only what is in it stays, `null` where that goes too. */
function toName(node: Node, place: Node): string | null {
  if (read(node, 'nodeType') !== 1) return '';
  const name = String(read(node, 'localName'));
  const namespace = read(node, 'namespaceURI');
  const isInMath = place instanceof Element && place.namespaceURI === MATH;
  if (namespace === MATH) return toMathName(name, isInMath);
  if (namespace !== HTML || DROPPED.has(name) || isDrawing(node)) return null;
  // A formula holds nothing but its own elements: others would end it where it is read again.
  if (isInMath) return '';
  const safe = NAMES.get(name) ?? '';
  return LINE_BOX.has(safe) && place instanceof Element && place.closest('pre') ? 'div' : safe;
}

/** What a node itself says: the properties of a form are whatever its fields are named. */
function read(node: Node, name: 'nodeType' | 'localName' | 'namespaceURI'): unknown {
  return Reflect.get(Element.prototype, name, node);
}

/** What may stand on each element, in one list. */
const ALLOWED = new Map(
  [...NAMES.values()].map((name) => [name, Object.entries({ ...ANYWHERE, ...OWN[name] })]),
);

function copyAttributes(from: Element, to: Element, base?: string): void {
  const places = toPlaceNames(from);
  if (places) to.setAttribute('data-place', places);
  if (to.localName === 'img') copySources(from, to, base);
  const allowed = to.namespaceURI === MATH ? MATH_ATTRIBUTES : ALLOWED.get(to.localName);
  for (const [name, check] of allowed ?? []) {
    const value: string | null = Element.prototype.getAttribute.call(from, name);
    const safe = value === null ? null : check(value.trim(), base);
    if (safe !== null) to.setAttribute(name, safe);
  }
}

function copySources(from: Element, to: Element, base?: string): void {
  const source = readPictureSource(from, base);
  const set = readSourceSet(from, base);
  if (source) to.setAttribute('src', source);
  if (set) to.setAttribute(SOURCES, set);
}

/** An override turns letters round, which no spelling needs; the words of a link are steered by nothing but its letters. */
function toSafeText(text: string, place: Node): string {
  if (text.search(STEERING) < 0) return text;
  const isLinked = place instanceof Element && place.closest('a');
  return text.replace(isLinked ? STEERING : /[\u202d\u202e]/g, '');
}
