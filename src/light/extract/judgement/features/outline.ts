// Reads a page's body as runs of text and the boxes around them: what the judgement of the text is made from.
import { INLINE_ELEMENTS } from '../../../text/block-elements.ts';
import { toLength } from '../../../text/blocks.ts';

/** An element that lays out its contents as a block, with what its text is judged by. */
export interface Box {
  /** Its place among the boxes; -1 for the root. */
  parent: number;
  tag: string;
  /** Its class and id, as written. */
  names: string;
  /** Its `role`, `itemprop` and state as words: `role=main`, `itemprop=articlebody`, `hidden`. */
  marks: string;
  depth: number;
}

/** Inline text without a break: what stands between two blocks, or between two line breaks that stand together. */
export interface Run {
  box: number;
  /** In one line. */
  text: string;
  /** Characters of it in links that lead to another page, and how many links these are. */
  linkedChars: number;
  links: number;
  boldChars: number;
  /** Pictures since the run before it. */
  pictures: number;
}

/** A page's body in the order of its text. */
export interface Outline {
  boxes: Box[];
  runs: Run[];
}

/** Each text node belongs to one run; those between which there is nothing but white space to none. */
export interface ReadOutline extends Outline {
  /** The text nodes of each run. */
  nodes: Text[][];
}

const SILENT = new Set(
  'script style noscript template svg head title iframe object select option textarea canvas audio video datalist'.split(
    ' ',
  ),
);
const BOLD = new Set(['b', 'strong']);
/** What is shown to nobody, as its style attribute says. */
const CONCEALED = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const ELEMENT = 1;
const TEXT = 3;

/** What is open while the page is walked. */
interface Walk extends ReadOutline {
  run: (Run & { raw: string }) | null;
  open: Text[];
  pictures: number;
  /** A line break stands before what comes next. */
  isBroken: boolean;
  link: Element | null;
}

/** How the text that comes next is set. */
interface Setting {
  box: number;
  link: Element | null;
  bold: boolean;
}

/** Reads the outline of what stands under an element, in one walk. */
export function readOutline(root: Element): ReadOutline {
  const walk: Walk = {
    ...{ boxes: [], runs: [], nodes: [], run: null, open: [], pictures: 0, isBroken: false, link: null },
  };
  walkBox(walk, root, { box: -1, link: null, bold: false });
  return { boxes: walk.boxes, runs: walk.runs, nodes: walk.nodes };
}

function walkBox(walk: Walk, element: Element, { box: parent, link }: Setting): void {
  closeRun(walk);
  const depth = parent < 0 ? 0 : (walk.boxes[parent]?.depth ?? 0) + 1;
  const box = walk.boxes.push(toBox(element, parent, depth)) - 1;
  walkChildren(walk, element, { box, link, bold: false });
  closeRun(walk);
}

function walkChildren(walk: Walk, element: Element, setting: Setting): void {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === TEXT) addText(walk, node as Text, setting);
    else if (node.nodeType === ELEMENT) walkElement(walk, node as Element, setting);
  }
}

function walkElement(walk: Walk, element: Element, setting: Setting): void {
  const { localName } = element;
  if (localName === 'br') return breakLine(walk);
  if (localName === 'img') walk.pictures += 1;
  if (SILENT.has(localName)) return;
  if (!INLINE_ELEMENTS.has(localName)) return walkBox(walk, element, setting);
  const link = localName === 'a' && leadsAway(element) ? element : setting.link;
  walkChildren(walk, element, { ...setting, link, bold: setting.bold || BOLD.has(localName) });
}

function leadsAway(link: Element): boolean {
  const address = link.getAttribute('href');
  return address !== null && !address.startsWith('#');
}

/** Two line breaks end a paragraph. */
function breakLine(walk: Walk): void {
  if (walk.isBroken) closeRun(walk);
  walk.isBroken = true;
  if (walk.run) walk.run.raw += ' ';
}

function addText(walk: Walk, node: Text, { box, link, bold }: Setting): void {
  const text = node.data;
  const chars = text.trim().length;
  if (chars === 0) {
    if (walk.run) walk.run.raw += ' ';
    return;
  }
  walk.isBroken = false;
  if (!walk.run) {
    const { pictures } = walk;
    walk.run = { ...{ box, text: '', raw: '', linkedChars: 0, links: 0, boldChars: 0 }, pictures };
    walk.pictures = 0;
    walk.link = null;
  }
  const { run } = walk;
  run.raw += text;
  walk.open.push(node);
  if (bold) run.boldChars += chars;
  if (!link) return;
  run.linkedChars += chars;
  if (link !== walk.link) run.links += 1;
  walk.link = link;
}

function closeRun(walk: Walk): void {
  walk.isBroken = false;
  if (!walk.run) return;
  const { raw, ...run } = walk.run;
  walk.runs.push({ ...run, text: raw.replace(/\s+/g, ' ').trim() });
  walk.nodes.push(walk.open);
  walk.open = [];
  walk.run = null;
}

function toBox(element: Element, parent: number, depth: number): Box {
  const marks: string[] = [];
  const role = element.getAttribute('role');
  if (role) marks.push(`role=${role}`);
  const property = element.getAttribute('itemprop');
  if (property) marks.push(`itemprop=${property}`);
  const isHidden =
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    CONCEALED.test(element.getAttribute('style') ?? '');
  if (isHidden) marks.push('hidden');
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`.trim();
  return { parent, tag: element.localName, names, marks: marks.join(' ').toLowerCase(), depth };
}

/** A shorter run is a label, in characters. */
const PROSE_CHARS = 80;
/** With more links than this a run is a list of them. */
const LINKY = 0.4;

/** Running text, not a label nor a list of links. */
export function isProseRun(run: Run | undefined): boolean {
  return run !== undefined && toLength(run.text) >= PROSE_CHARS && run.linkedChars < run.text.length * LINKY;
}

/** What kind of boxes a run stands in: the tags and first names of three of them. */
export function toSignature({ boxes }: Outline, box: number): string {
  const parts: string[] = [];
  for (let at = box, depth = 0; at >= 0 && depth < 3; at = boxes[at]?.parent ?? -1, depth++) {
    const { tag = '', names = '' } = boxes[at] ?? {};
    parts.push(`${tag}.${names.split(' ', 1)[0]?.replace(/\d+/g, '')}`);
  }
  return parts.join('<');
}

export function isHeadingRun({ boxes }: Outline, run: Run | undefined): boolean {
  return /^h[1-6]$/.test(boxes[run?.box ?? -1]?.tag ?? '');
}
