// Finds a page's own search: a form that asks by GET, with one text field. What is filled in for it already goes along.
import { findAll, hasAny, isWithin, readAttribute, readBase } from '../../common/document/unclobbered.ts';

/** A search as it can be asked again: where, under which name, and with what else. */
export interface SearchForm {
  action: string;
  name: string;
  /** What the page has written into the field: on its answer, what was searched for. */
  value: string;
  hidden: [name: string, value: string][];
}

/** How forms, fields and addresses of searches are named, in the languages whose sites name them so. */
const NAMED =
  /search|such[befw]|recherche|busca|buscar|pesquis|cerca|ricerca|arama|axtar|poisk|szukaj|hledat|jostoju|keyword/i;
/** Names that are a search's where they are all of a field's name. */
const FIELD_NAMED = /^(?:q|s|k|kw|wd|query|term|text|keywords?|words?|find|query_string|search_query)$/i;
const FIELD = 'input:not([type]), input[type=""], input[type=text], input[type=search]';
/** Whatever else a reader would have to fill in. */
const OTHER =
  'textarea, input[type=password], input[type=email], input[type=file], input[type=tel], input[type=number], input[type=date]';

/** The search of a page; `null` where it has none that can be asked by an address. */
export function findSearchForm(page: Document): SearchForm | null {
  const ranked = findAll(page, 'form')
    .map((form) => ({ form, rank: toRank(form) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank);
  for (const { form } of ranked) {
    const search = toSearch(form, readBase(page));
    if (search) return search;
  }
  return null;
}

/** How many things say that a form is a search; 0 where it is another, or posts. */
function toRank(form: Element): number {
  const method = readAttribute(form, 'method') || 'get';
  const fields = findAll(form, FIELD);
  const [field] = fields;
  if (method.toLowerCase() !== 'get' || fields.length !== 1 || !field || hasAny(form, OTHER)) return 0;
  const names = ['id', 'class', 'action', 'name'].map((name) => readAttribute(form, name)).join(' ');
  return [
    field.getAttribute('type') === 'search',
    isWithin(form, '[role=search], search'),
    NAMED.test(names),
    FIELD_NAMED.test(field.getAttribute('name') ?? '') || NAMED.test(field.getAttribute('name') ?? ''),
  ].filter(Boolean).length;
}

function toSearch(form: Element, base: string): SearchForm | null {
  const [field] = findAll(form, FIELD);
  const name = field?.getAttribute('name') ?? '';
  const action = toAction(readAttribute(form, 'action'), base);
  if (!name || !action) return null;
  const hidden = findAll(form, 'input[type=hidden], input[checked], select').map(toPair);
  return {
    ...{ action, name, value: field?.getAttribute('value') ?? '' },
    hidden: hidden.filter(([key]) => key !== '' && key !== name),
  };
}

/** Where the form asks; what its address has behind `?` does not go along. '' where that is no page of the web. */
function toAction(action: string, base: string): string {
  if (!URL.canParse(action, base)) return '';
  const url = new URL(action, base);
  if (!/^https?:$/.test(url.protocol)) return '';
  url.search = '';
  url.hash = '';
  return url.href;
}

function toPair(control: Element): [string, string] {
  const name = control.getAttribute('name') ?? '';
  if (control.localName !== 'select') return [name, control.getAttribute('value') ?? 'on'];
  const chosen = control.querySelector('option[selected]') ?? control.querySelector('option');
  return [name, chosen?.getAttribute('value') ?? chosen?.textContent ?? ''];
}
