// Rules by which the end of an article could be told before the end of its HTML.
import { JSDOM, VirtualConsole } from 'jsdom';
import { toWords } from '../shingles.ts';

/** A page of which it is known where in the HTML each element stands. */
export interface Placed {
  html: string;
  document: Document;
  /** The paragraphs of running text. */
  prose: Element[];
  /** Where an element begins and ends in the HTML, in characters; `end` is `null` where nothing closes it. */
  where(element: Element): { start: number; end: number | null } | null;
}

/** Where in the HTML the article is complete, in characters; `null` where the rule never says so. Knows nothing of what comes later. */
export type Rule = (page: Placed) => number | null;

/** A shorter paragraph is a label, in characters: as in src/light/extract/incremental/text-decision.ts. */
const PROSE_CHARS = 80;
/** So many paragraphs are an article, and no teaser. */
const ARTICLE_PARAGRAPHS = 3;
const ARTICLE = 'article, main, [role=main], [itemprop~=articleBody]';
const FOOTER = 'footer, [role=contentinfo]';
const TOLD_WORDS = 4;

export function place(html: string, url: string): Placed {
  const dom = new JSDOM(html, { url, includeNodeLocations: true, virtualConsole: new VirtualConsole() });
  const { document } = dom.window;
  const where = (element: Element) => {
    const found = dom.nodeLocation(element);
    if (!found) return null;
    return { start: found.startOffset, end: 'endTag' in found && found.endTag ? found.endOffset : null };
  };
  const prose = [...document.querySelectorAll('p')].filter(
    ({ textContent }) => textContent.trim().length >= PROSE_CHARS,
  );
  return { html, document, prose, where };
}

const toEnd = (page: Placed, element: Element): number =>
  page.where(element)?.end ?? Number.POSITIVE_INFINITY;

/** The one of these elements that closes first with an article's worth of paragraphs in it. */
function findFirst(
  page: Placed,
  elements: Iterable<Element>,
  isIn: (each: Element, in_: Element) => boolean,
) {
  const ends = [...elements]
    .filter((element) => page.prose.filter((each) => isIn(each, element)).length >= ARTICLE_PARAGRAPHS)
    .map((element) => toEnd(page, element));
  const first = Math.min(...ends);
  return Number.isFinite(first) ? first : null;
}

/** An element that says it is the article, and is in no other that does. */
const articleCloses: Rule = (page) => {
  const outermost = [...page.document.querySelectorAll(ARTICLE)].filter(
    ({ parentElement }) => !parentElement?.closest(ARTICLE),
  );
  return findFirst(page, outermost, (each, article) => article.contains(each));
};

const innermostCloses: Rule = (page) =>
  findFirst(page, page.document.querySelectorAll(ARTICLE), (each, article) => article.contains(each));

/** Whatever the paragraphs are the children of. */
const holderCloses: Rule = (page) => {
  const holders = new Set(page.prose.map(({ parentElement }) => parentElement as Element));
  return findFirst(page, holders, ({ parentElement }, holder) => parentElement === holder);
};

const thenFooter =
  (rule: Rule): Rule =>
  (page) => {
    const from = rule(page);
    if (from === null) return null;
    const starts = [...page.document.querySelectorAll(FOOTER)].map((each) => page.where(each)?.start ?? -1);
    const first = Math.min(...starts.filter((start) => start >= from));
    return Number.isFinite(first) ? first : null;
  };

/** The page's own data give the whole text: its last words are here. */
const toldWordsAreHere: Rule = (page) => {
  const [told = ''] = [...page.document.querySelectorAll('script[type="application/ld+json"]')]
    .map(({ textContent }) => /"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(textContent ?? '')?.[1] ?? '')
    .sort((one, other) => other.length - one.length);
  const last = toWords(told.replace(/\\u[\da-f]{4}|\\./gi, ' ').replace(/<[^>]*>/g, ' ')).slice(-TOLD_WORDS);
  if (last.length < TOLD_WORDS) return null;
  const found = page.prose.find(({ textContent }) =>
    toWords(textContent ?? '')
      .join(' ')
      .includes(last.join(' ')),
  );
  return found ? (page.where(found)?.end ?? null) : null;
};

export const RULES: Record<string, Rule> = {
  'the outermost article or main closes': articleCloses,
  '… and a footer begins': thenFooter(articleCloses),
  'any article or main closes': innermostCloses,
  'what holds three paragraphs closes': holderCloses,
  '… and a footer begins ': thenFooter(holderCloses),
  "the last words of the page's articleBody are here": toldWordsAreHere,
};
