// Without this, what a page says of its article most exactly would stay unread: its JSON-LD, in all the shapes it is found in.
import { toLikeness } from './likeness.ts';

type Json = Record<string, unknown>;

const ARTICLE = /Article|Posting|Report|Question|Recipe/;
/** What says something of the article where no article is named. */
const PAGE = /Page$|Video/;
/** Properties that lead from a page to the article that it is of. */
const PARTS = ['@graph', 'mainEntity', 'mainEntityOfPage'];
/** Line breaks inside of strings are the most common mistake; between values a blank means the same. */
const NO_JSON = /^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$|[\n\r\t]+/g;
/** A page may also describe those that it leads to: the one that is called like the page is its own. */
const ALIKE = 0.5;

/** Reads a property of the page's article: the texts and the names of all that it holds, by reference, too. */
export type Reader = (property: string) => string[];

/** Finds the article that a page describes; the reader finds nothing where there is none. */
export function readArticle(page: Document): Reader {
  const all = [...page.querySelectorAll('script[type*="ld+json"]')].flatMap(({ textContent }) =>
    toObjects(toJson(textContent ?? '')),
  );
  const toTexts = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(toTexts);
    if (!isJson(value)) return typeof value === 'string' ? [value] : [];
    const { name, '@value': text, '@id': id } = value;
    return toTexts(name ?? text ?? all.find((each) => id && each.name && each['@id'] === id)?.name);
  };
  const find = (types: RegExp) => all.filter((each) => types.test(toTexts(each['@type']).join(' ')));
  const articles = [...find(ARTICLE), ...find(PAGE)];
  const isOwn = ({ headline }: Json) => toLikeness(String(headline), page.title) > ALIKE;
  const article = articles.find(isOwn) ?? articles[0];
  return (property) => toTexts(article?.[property]);
}

function toObjects(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(toObjects);
  return isJson(value) ? [value, ...PARTS.flatMap((part) => toObjects(value[part]))] : [];
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(NO_JSON, ' '));
  } catch {
    // Broken JSON-LD is common: it says nothing then.
    return null;
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
