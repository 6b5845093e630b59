// Reads the meta elements of a page by their names, in all the spellings that are in use.
import { toPlain } from '../extract/plain-text.ts';

/** The attributes that name a meta element. */
const NAMES = ['property', 'name', 'itemprop', 'http-equiv'];

/** Reads the meta elements; what is given reads the contents of those whose names are like that. */
export function readMeta(page: Document): (like: RegExp) => string[] {
  const metas = [...page.querySelectorAll<HTMLMetaElement>('meta[content]')].map((meta) => ({
    names: NAMES.map((name) => meta.getAttribute(name) ?? ''),
    content: toPlain(meta.content),
  }));
  return (like) =>
    metas.filter(({ names }) => names.some((name) => like.test(name))).map(({ content }) => content);
}
