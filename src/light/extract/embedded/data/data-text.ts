// Finds the article of a page whose HTML has none, in what the page holds as data: templates, JSON-LD, and the state its scripts begin with.
import { readBlocks } from '../../../text/blocks.ts';
import { toKey, toLikeness } from '../../../text/text-similarity.ts';
import { toPlain } from '../../plain-text.ts';
import { countProse, parseFragment } from '../prose.ts';
import { type DataText, findDataTexts, findMainTexts, isHtml, isLong, walkData } from './data-strings.ts';
import { parseData, readStates } from './page-states.ts';

/** With so much running text the page has its article itself, in characters. */
const HAS_TEXT_CHARS = 500;
/** Less text in data is a teaser or a label, in characters: Readability's `charThreshold`. */
const TEXT_CHARS = 500;
/** So much more running text has to be in the data than in the page. */
const FACTOR = 2;
/** A page with more words than its menu has is no empty one, in characters. */
const EMPTY_CHARS = 600;
/** Names so alike are the same one. */
const ALIKE = 0.7;
/** A text so many times and so many characters longer than a title is not that alike to it: most of its pairs of letters are others. */
const TIMES_LONGER = 3;
const CHARS_LONGER = 40;

/** Where the page itself has little to read and its data plainly has the article, puts that into the page. */
export function unpackData(page: Document): void {
  const { body } = page;
  if (body?.localName !== 'body') return;
  const here = countProse(body);
  if (here >= HAS_TEXT_CHARS) return;
  for (const find of [findTemplate, findStructured, findState]) {
    const found = find(page);
    if (!found || countProse(found) < Math.max(TEXT_CHARS, here * FACTOR)) continue;
    body.append(found);
    return;
  }
}

/** HTML that a script would unpack: themes of Blogger and web apps keep their posts so. */
function findTemplate(page: Document): Element | null {
  const scripts = [
    ...page.querySelectorAll(
      'script[type*="template" i], script[type="text/html" i], script[type="text/x-handlebars" i]',
    ),
  ];
  const texts = scripts.map((each) => parseFragment(each.textContent ?? ''));
  const templates = [...page.querySelectorAll('template')].map((each) =>
    toBox(page, each.content.cloneNode(true)),
  );
  const boxes = [...texts, ...templates].map((each) => toBox(page, ...each.childNodes));
  return boxes.toSorted((one, other) => countProse(other) - countProse(one))[0] ?? null;
}

/** `articleBody` of JSON-LD, or `text` of what is no article by name. */
function findStructured(page: Document): Element | null {
  const texts = [...page.querySelectorAll('script[type*="ld+json"]')].flatMap((script) =>
    [...walkData(parseData(script.textContent ?? ''))].flatMap(({ value }) =>
      [value.articleBody, value.text].filter(isLong),
    ),
  );
  const [longest] = texts.toSorted((one, other) => other.length - one.length);
  return longest === undefined ? null : toBox(page, ...toNodes(page, { text: longest, isHeading: false }));
}

/** The texts under the innermost object of the page's state that bears its title or description; else, of a page that shows nothing but its menu, those of the state that does so anywhere. */
function findState(page: Document): Element | null {
  const claims = readClaims(page);
  let best: { texts: DataText[]; chars: number; depth: number } | null = null;
  let claimed: DataText[] = [];
  const isEmpty = countText(page) < EMPTY_CHARS;
  for (const root of readStates(page)) {
    for (const { value, depth } of walkData(root)) {
      if (!Object.values(value).some((each) => isClaimed(each, claims))) continue;
      if (isEmpty && claimed.length === 0) claimed = findMainTexts(root, claims.description);
      const texts = findDataTexts(value, claims.description);
      const chars = countChars(texts);
      if (chars < TEXT_CHARS || (best && (chars < best.chars / 2 || depth <= best.depth))) continue;
      best = { texts, chars, depth };
    }
  }
  const texts = best?.texts ?? claimed;
  return countChars(texts) < TEXT_CHARS ? null : toBox(page, ...texts.flatMap((text) => toNodes(page, text)));
}

/** All that stands in the page as text, labels too, in characters. */
const countText = (page: Document): number =>
  readBlocks(page.body).reduce((sum, { length }) => sum + length, 0);

const countChars = (texts: DataText[]): number => texts.reduce((sum, { text }) => sum + text.length, 0);

interface Claims {
  titles: string[];
  description: string;
  /** A longer string is none of the titles, in characters. */
  mostChars: number;
}

function readClaims(page: Document): Claims {
  const read = (selector: string) => page.querySelector(selector)?.getAttribute('content') ?? '';
  const title = toPlain(page.title);
  const titles = [
    title,
    title.split(/\s+[-–—|·•:«»]\s+/)[0] ?? '',
    toPlain(read('meta[property="og:title"]')),
  ].filter(({ length }) => length > 3);
  return {
    titles,
    mostChars: CHARS_LONGER + TIMES_LONGER * Math.max(0, ...titles.map(({ length }) => length)),
    description: toKey(toPlain(read('meta[property="og:description"], meta[name=description]'))),
  };
}

function isClaimed(value: unknown, { titles, description, mostChars }: Claims): boolean {
  if (typeof value !== 'string' || value.length < 4 || value.length > 500) return false;
  const text = toPlain(value);
  const isTitle = text.length <= mostChars && titles.some((title) => toLikeness(title, text) >= ALIKE);
  return isTitle || (description.length > 40 && toKey(text) === description);
}

function toNodes(page: Document, { text, isHeading }: DataText): Node[] {
  const html = isHtml(text) ? text : decode(text);
  if (isHtml(html)) return [...parseFragment(html).childNodes];
  return html
    .split(/\n\s*\n|\r?\n/)
    .filter((line) => line.trim())
    .map((line) => Object.assign(page.createElement(isHeading ? 'h2' : 'p'), { textContent: line.trim() }));
}

/** Entities that are written where none are read. */
function decode(text: string): string {
  return /&#?\w+;/.test(text) ? (parseFragment(text.replace(/</g, '&lt;')).textContent ?? '') : text;
}

/** Data may hold what a page has in its scripts: nothing that runs or loads comes in, and it is made safe as all else is. */
function toBox(page: Document, ...nodes: Node[]): Element {
  const box = page.createElement('article');
  box.append(...nodes.map((node) => page.importNode(node, true)));
  for (const each of box.querySelectorAll('script, style, link, meta, iframe, object, embed')) each.remove();
  return box;
}
