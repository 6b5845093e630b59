// Reads the data that a page's scripts begin with: JSON in elements and attributes, assigned to a name, or as the strings of a call.

/** Shorter data holds no article, in characters. */
const STATE_CHARS = 500;
/** A longer script is a program, in characters. */
const SCRIPT_CHARS = 4_000_000;
/** More values are there to keep us busy. */
const MOST_STATES = 20;
const ASSIGNED = /(?:^|[;\s])[\w$.]+(?:\[["'][\w-]+["']\])?\s*=\s*(?=[{[])/g;
const LITERAL = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gs;
/** How Next.js sends what its server components have drawn: pieces of a text whose lines are numbered JSON. */
const STREAMED = /__next_f\.push\(\[1,\s*("(?:[^"\\]|\\.)*")/gs;

/** What scripts of the page are given, in its order. */
export function readStates(page: Document): unknown[] {
  const scripts = [...page.querySelectorAll('script:not([src])')];
  const states = scripts.flatMap((script) => {
    const text = script.textContent ?? '';
    const type = script.getAttribute('type') ?? '';
    if (text.length < STATE_CHARS || text.length > SCRIPT_CHARS || /ld\+json|template/i.test(type)) return [];
    if (/json/i.test(type)) return [parseData(text)];
    return type && !/javascript|module/i.test(type) ? [] : readScript(text);
  });
  return [...states, ...readStreamed(scripts), ...readAttributes(page)];
}

function readScript(script: string): unknown[] {
  const states: unknown[] = [];
  for (const match of script.matchAll(ASSIGNED)) {
    const value = parseData(readBalanced(script.slice(match.index + match[0].length)));
    if (value !== null) states.push(value);
    if (states.length >= MOST_STATES) break;
  }
  return states.length > 0
    ? states
    : [[...script.matchAll(LITERAL)].map(([literal]) => toValue(parseLiteral(literal)))];
}

/** A string may be JSON itself. */
const toValue = (text: string): unknown => (/^\s*[[{]/.test(text) ? parseData(text) : null) ?? text;

/** From a bracket to the one that closes it; '' where none does. */
function readBalanced(text: string): string {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth === 0) return text.slice(0, index + token.length);
  }
  return '';
}

/** A string of a script; '' where it is not one of JSON in the one or the other quotes. */
function parseLiteral(literal: string): string {
  const inner = literal
    .slice(1, -1)
    .replace(/\\'/g, "'")
    .replace(/\\x(?=[\da-f]{2})/gi, '\\u00');
  return String(parseData(literal[0] === '"' ? `"${inner}"` : `"${inner.replace(/\\?"/g, '\\"')}"`) ?? '');
}

function readStreamed(scripts: Element[]): unknown[] {
  const pieces = scripts.flatMap(({ textContent }) => [...(textContent ?? '').matchAll(STREAMED)]);
  const lines = pieces
    .map(([, literal = '']) => parseLiteral(literal))
    .join('')
    .split('\n');
  const rows = lines.map((line) => line.replace(/^[\da-f]*:(?:T[\da-f]+,)?/, ''));
  return rows.length > 1 ? [rows.map(toValue)] : [];
}

function readAttributes(page: Document): unknown[] {
  const all = [...page.querySelectorAll('body, body *')].flatMap(({ attributes }) => [...attributes]);
  const held = all.filter(({ value }) => value.length >= STATE_CHARS && /^\s*[[{]/.test(value));
  return held.slice(0, MOST_STATES).map(({ value }) => parseData(value));
}

/** JSON as a page may hold it; `null` where it is none. */
export function parseData(text: string): unknown {
  if (!text) return null;
  try {
    return JSON.parse(
      text
        .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, '')
        .replace(/[\n\r\t]+/g, ' '),
    );
  } catch {
    // Not everything that looks like data is: it says nothing then.
    return null;
  }
}
