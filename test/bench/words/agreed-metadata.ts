// What a page states of its article to machines and shows to readers alike: where both agree, it is known to be right.
import { toWords } from '../shingles.ts';
import { toDay } from './page.ts';

/** '' where it is not known. */
export interface Agreed {
  title: string;
  author: string;
  date: string;
}

const ARTICLE = /Article|BlogPosting|Report$/;
/** A longer text is no byline, in characters. */
const BYLINE_CHARS = 200;
const BYLINE = '[rel~=author], [itemprop~=author], [class*=byline i], [class*=author i]';

type Json = Record<string, unknown>;

/** Reads it off a page that nobody has changed. */
export function readAgreed(page: Document): Agreed {
  const articles = readObjects(page).filter((each) => ARTICLE.test(String(each['@type'])));
  // A page that describes many articles is a list of them.
  const [article, other] = articles;
  if (!article || other) return { title: '', author: '', date: '' };
  return {
    title: agreeOnTitle(page, article.headline),
    author: agreeOnAuthor(page, article.author),
    date: agreeOnDate(page, article.datePublished),
  };
}

function readObjects(page: Document): Json[] {
  return [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      return flatten(JSON.parse(script.textContent ?? ''));
    } catch {
      // Broken JSON states nothing.
      return [];
    }
  });
}

function flatten(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Json; // Neither `null` nor a list.
  return [object, ...flatten(object['@graph'] ?? [])];
}

const toLine = (text: unknown): string => toWords(String(text ?? '')).join(' ');

function agreeOnTitle(page: Document, headline: unknown): string {
  const headings = [...page.querySelectorAll('h1')].map((each) => each.textContent?.trim() ?? '');
  return headings.find((text) => text && toLine(text) === toLine(headline)) ?? '';
}

/** Every name that is stated is shown in one byline. */
function agreeOnAuthor(page: Document, author: unknown): string {
  const names = [author].flat().map((each) => {
    const name = typeof each === 'object' && each !== null ? (each as Json).name : each;
    return typeof name === 'string' ? name.trim() : '';
  });
  if (names.length === 0 || names.some((name) => !/\p{L}/u.test(name))) return '';
  const bylines = [...page.querySelectorAll(BYLINE)]
    .map((each) => each.textContent ?? '')
    .filter(({ length }) => length <= BYLINE_CHARS)
    .map(toLine);
  const isShown = bylines.some((byline) => names.every((name) => byline.includes(toLine(name))));
  return isShown ? [...new Set(names)].join(', ') : '';
}

function agreeOnDate(page: Document, published: unknown): string {
  const day = toDay(String(published ?? ''));
  const shown = [...page.querySelectorAll('time[datetime]')].map((each) =>
    toDay(each.getAttribute('datetime') ?? ''),
  );
  const told = page.querySelector('meta[property="article:published_time"]')?.getAttribute('content') ?? '';
  return day && (shown.includes(day) || toDay(told) === day) ? day : '';
}
