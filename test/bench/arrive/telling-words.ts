// Finds where in a page's HTML the first and the last paragraph of its gold text end.
import type { JSDOM } from 'jsdom';

/** A shorter line of a gold text may be a headline, a date or a name, in characters. */
const PARAGRAPH_CHARS = 80;
/** A Chinese, Japanese or Korean character says as much as three letters. */
const WIDE = /[\u3040-\u9fff\uac00-\ud7af]/g;
/** So many letters at its end tell a paragraph from others; a shorter key may stand elsewhere, too. */
const KEY_LETTERS = 32;
const LEAST_KEY_LETTERS = 12;
/** Elements whose text nobody reads. */
const SILENT = 'script, style, noscript, template, title, textarea, select';

/** The last letters of a paragraph, and after how many characters of the HTML they have come. */
export interface Mark {
  key: string;
  htmlChars: number;
}

/** The letters and digits of a text alone: however a text is cut and spaced, they are the same. */
export function toLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const toWeight = (line: string): number => line.length + 2 * (line.match(WIDE)?.length ?? 0);

/** The paragraphs of a gold text. */
export function toParagraphs(gold: string): string[] {
  return gold
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => toWeight(line) >= PARAGRAPH_CHARS);
}

/** All letters of a page's body, and where in the HTML each text with some of them begins. */
export interface PageLetters {
  letters: string;
  texts: { from: number; text: string; htmlStart: number }[];
}

export function readLetters(dom: JSDOM): PageLetters {
  const { document, NodeFilter } = dom.window;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: PageLetters['texts'] = [];
  const parts: string[] = [];
  let from = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = toLetters(node.nodeValue ?? '');
    const place = own && !node.parentElement?.closest(SILENT) && dom.nodeLocation(node);
    if (!place) continue;
    texts.push({ from, text: node.nodeValue ?? '', htmlStart: place.startOffset });
    parts.push(own);
    from += own.length;
  }
  return { letters: parts.join(''), texts };
}

/** Of the first and the last paragraph of a gold text. */
export interface Marks {
  first: Mark;
  last: Mark;
}

/** The first and the last paragraph of the gold text that stand in the page as they are; `null` where none does. */
export function findMarks(page: PageLetters, gold: string): Marks | null {
  const paragraphs = toParagraphs(gold).map(toLetters);
  const found = paragraphs.flatMap((paragraph) => {
    const mark = findMark(page, paragraph);
    return mark ? [mark] : [];
  });
  const [first] = found;
  const last = found.at(-1);
  return first && last ? { first, last } : null;
}

function findMark({ letters, texts }: PageLetters, paragraph: string): Mark | null {
  const at = letters.indexOf(paragraph);
  const key = paragraph.slice(-KEY_LETTERS);
  if (at < 0 || key.length < LEAST_KEY_LETTERS) return null;
  const end = at + paragraph.length;
  const last = texts.findLast(({ from }) => from < end);
  return last ? { key, htmlChars: last.htmlStart + findLetter(last.text, end - last.from) } : null;
}

/** After how many characters of a text so many letters and digits have come; entities, which are longer in the HTML, are taken for one. */
function findLetter(text: string, count: number): number {
  let left = count;
  let at = 0;
  for (const character of text) {
    if (left <= 0) break;
    at += character.length;
    left -= toLetters(character).length;
  }
  return at;
}
