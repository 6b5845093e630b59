// Reads what a page states of its article in JSON-LD, in every shape that is found in practice.

import { toPlain } from '../extract/plain-text.ts';
import { toLikeness } from '../text/text-similarity.ts';

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

/**
 * Reads a property of the page's article: the texts and the names of all that it holds, by reference, too; of those of one type alone, if
 * that is asked.
 */
export type Reader = (property: string, type?: RegExp) => string[];

/** Finds the article that a page describes; the reader finds nothing where there is none. */
export function readArticle(page: Document): Reader {
  const all = [...page.querySelectorAll('script[type*="ld+json"]')].flatMap(({ textContent }) =>
    toObjects(parseJson(textContent ?? '')),
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
  const isOf = (value: unknown, type: RegExp): boolean =>
    isJson(value) &&
    [value, ...all.filter((each) => value['@id'] && each['@id'] === value['@id'])].some((each) =>
      type.test(toTexts(each['@type']).join(' ')),
    );
  return (property, type) => {
    const value = article?.[property];
    return toTexts(type ? [value].flat().filter((each) => isOf(each, type)) : value);
  };
}

function toObjects(value: unknown, depth = 0): Json[] {
  if (depth > DEPTH || !isJson(value)) return [];
  const parts = Array.isArray(value) ? value : PARTS.map((part) => value[part]);
  return [value, ...parts.flatMap((part) => toObjects(part, depth + 1))];
}

function parseJson(text: string): unknown {
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
