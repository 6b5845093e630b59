// Without this, what a page says of its article most exactly would stay unread: its JSON-LD, in all the shapes it is found in.
import { toLikeness } from './likeness.ts';
import { toPlain } from './plain.ts';

type Json = Record<string, unknown>;

const ARTICLE = /Article|Posting|Report|Question|Recipe/;
/** What says something of the article where no article is named. */
const PAGE = /Page$|Video/;
/** Properties that lead from a page to the article that it is of. */
const PARTS = ['@graph', 'mainEntity', 'mainEntityOfPage'];
/** Line breaks inside of strings are the most common mistake; between values a blank means the same. */
const NO_JSON = /^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$|[\n\r\t]+/g;
/** Names of names of names, or an object that is named after itself, are there to break us. */
const DEPTH = 9;
/** A page may also describe those that it leads to: the one that is called like the page is its own. */
const ALIKE = 0.5;

/** Reads a property of the page's article: the texts and the names of all that it holds, by reference, too. */
export type Reader = (property: string) => string[];

/** Finds the article that a page describes; the reader finds nothing where there is none. */
export function readArticle(page: Document): Reader {
  const all = [...page.querySelectorAll('script[type*="ld+json"]')].flatMap(({ textContent }) =>
    toObjects(toJson(textContent ?? '')),
  );
  const toTexts = (value: unknown, depth = 0): string[] => {
    if (depth > DEPTH) return [];
    if (Array.isArray(value)) return value.flatMap((each) => toTexts(each, depth + 1));
    if (!isJson(value)) return typeof value === 'string' ? [toPlain(value)] : [];
    const { name, '@value': text, '@id': id } = value;
    const named = all.find((each) => id && each.name && each['@id'] === id)?.name;
    return toTexts(name ?? text ?? named, depth + 1);
  };
  const find = (types: RegExp) => all.filter((each) => types.test(toTexts(each['@type']).join(' ')));
  const articles = [...find(ARTICLE), ...find(PAGE)];
  const isOwn = ({ headline }: Json) => toLikeness(toPlain(String(headline)), toPlain(page.title)) > ALIKE;
  const article = articles.find(isOwn) ?? articles[0];
  return (property) => toTexts(article?.[property]);
}

function toObjects(value: unknown, depth = 0): Json[] {
  if (depth > DEPTH || !isJson(value)) return [];
  const parts = Array.isArray(value) ? value : PARTS.map((part) => value[part]);
  return [value, ...parts.flatMap((part) => toObjects(part, depth + 1))];
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
