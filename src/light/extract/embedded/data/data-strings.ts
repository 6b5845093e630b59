// Finds the paragraphs and headings in data: strings of running text, and those of few words that stand among them.
import { toKey } from '../../../text/text-similarity.ts';
import { parseData } from './page-states.ts';

/** A shorter string is a label, unless it stands where the long ones do, in characters. */
export const STRING_CHARS = 80;
/** Objects in objects in objects are there to keep us busy. */
const DEPTH = 40;
const NODES = 200_000;
/** No article has more paragraphs; a state may hold a whole site. */
const MOST_STRINGS = 20_000;
const MOST_LONG = 1000;
/** How data calls a heading, as the kind of what holds its text. */
const HEADING = /^(?:h[1-6]|head(?:er|ing)(?:[-_]?\w+)?|sub-?head(?:ing)?)$/i;
/** A longer heading is none, in characters. */
const HEADING_CHARS = 150;
/** How rich text calls a part of a line. */
const INLINE = /^(?:text|span|link|hyperlink|inline|a|b|i|em|strong|mark)$/i;

type Json = Record<string, unknown>;

/** One string of the data: `path` is the names that lead to it, the same for each entry of a list. */
interface DataString {
  text: string;
  path: string;
  isHeading: boolean;
}

export interface DataText {
  text: string;
  isHeading: boolean;
}

/** All objects in a value, outer ones first, in their order. */
export function* walkData(root: unknown): Generator<{ value: Json; depth: number }> {
  const stack: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let nodes = 0; stack.length > 0 && nodes < NODES; nodes++) {
    const { value, depth } = stack.pop() as { value: unknown; depth: number }; // There is one.
    if (typeof value !== 'object' || value === null || depth > DEPTH) continue;
    yield { value: value as Json, depth };
    const inner = Object.values(value).filter((each) => typeof each === 'object');
    for (const each of inner.reverse()) stack.push({ value: each, depth: depth + 1 });
  }
}

/** The running text in a value, in its order, each once: no addresses, no code, not the description. */
export function findDataTexts(root: unknown, description: string): DataText[] {
  const { all, long } = readTexts(root, description);
  const chars = sumChars(long, ({ path }) => path);
  // Where more than one long string stands, those of few words are headings and short paragraphs.
  const isAmong = ({ text, path }: DataString) =>
    (chars.get(path)?.count ?? 0) > 1 &&
    /^[\p{Lu}\p{Lo}¿¡"“«„(].*\p{L}/u.test(text) &&
    !/[\\/_{}<>=]/.test(text);
  const found = new Set(long);
  return dropRepeats(all.filter((each) => found.has(each) || isAmong(each)));
}

/** Where nothing says which part of a state the article is: of its long strings those with the name that most of them have. */
export function findMainTexts(root: unknown, description: string): DataText[] {
  const { long } = readTexts(root, description);
  const toName = ({ path }: DataString) => path.slice(path.lastIndexOf('.'));
  const [main] = [...sumChars(long, toName)].sort(([, one], [, other]) => other.chars - one.chars);
  return dropRepeats(long.filter((each) => toName(each) === main?.[0]));
}

function readTexts(root: unknown, description: string): { all: DataString[]; long: DataString[] } {
  const all: DataString[] = [];
  for (const each of readStrings(root, '', false, 0)) {
    if (toKey(each.text) !== description) all.push(each);
    if (all.length >= MOST_STRINGS) break;
  }
  const long = all.filter(({ text }) => isLong(text) && isRunning(text)).slice(0, MOST_LONG);
  return { all, long };
}

function sumChars(strings: DataString[], toName: (each: DataString) => string) {
  const sums = new Map<string, { count: number; chars: number }>();
  for (const each of strings) {
    const { count, chars } = sums.get(toName(each)) ?? { count: 0, chars: 0 };
    sums.set(toName(each), { count: count + 1, chars: chars + each.text.length });
  }
  return sums;
}

function* readStrings(
  value: unknown,
  path: string,
  isHeading: boolean,
  depth: number,
): Generator<DataString> {
  if (depth > DEPTH) return;
  if (typeof value === 'string') {
    const inner = /^\s*[[{]/.test(value) && isLong(value) ? parseData(value) : null;
    if (inner === null) yield { text: value, path, isHeading: isHeading && value.length <= HEADING_CHARS };
    else yield* readStrings(inner, path, isHeading, depth + 1);
  } else if (Array.isArray(value)) {
    const line = toLine(value);
    if (line) yield { text: line, path, isHeading: isHeading && line.length <= HEADING_CHARS };
    else for (const each of value) yield* readStrings(each, path, isHeading, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    const named =
      isHeading || Object.values(value).some((each) => typeof each === 'string' && HEADING.test(each));
    for (const [name, each] of Object.entries(value))
      yield* readStrings(each, `${path}.${name}`, named, depth + 1);
  }
}

/** The parts of a line of rich text as one text; '' where they are something else. */
function toLine(parts: unknown[]): string {
  const texts = parts.map((part) => {
    if (typeof part !== 'object' || part === null) return '';
    const { text, value, children, content, type, _type, nodeType } = part as Json;
    const kind = type ?? _type ?? nodeType ?? 'text';
    if (typeof kind !== 'string' || !INLINE.test(kind)) return '';
    const inner = children ?? content;
    return typeof text === 'string'
      ? text
      : typeof value === 'string'
        ? value
        : Array.isArray(inner)
          ? toLine(inner)
          : '';
  });
  return texts.every(Boolean) ? texts.join('') : '';
}

/** The same text may be there whole and in parts, or as HTML and as text. */
function dropRepeats(all: DataString[]): DataText[] {
  const keys = all.map(({ text }) => toKey(toWords(text)));
  return all.filter((_, at) => {
    const key = keys[at] ?? '';
    return (
      keys.indexOf(key) === at && !keys.some((other) => other.length > key.length && other.includes(key))
    );
  });
}

export const isLong = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= STRING_CHARS;

/** Words with spaces between them, or a script without any. */
function isRunning(text: string): boolean {
  const words = toWords(text).slice(0, 1000);
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const isSpaced =
    (words.match(/\s/g)?.length ?? 0) > words.length / 20 || /[\u3040-\u9fff\u0e00-\u0eff]/.test(words);
  return isSpaced && letters > words.length * 0.6 && !/[{}]\s*[;,]|^\s*[[{]|=>|function\s*\(/.test(words);
}

export function isHtml(text: string): boolean {
  return /<(p|div|br|h[1-6]|ul|ol|blockquote|figure|span|em|strong|a)\b[^>]*>/i.test(text);
}

function toWords(text: string): string {
  return isHtml(text) ? text.replace(/<[^>]*>/g, ' ') : text;
}
