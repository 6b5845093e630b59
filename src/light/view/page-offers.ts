// Shows beside a text what its page offers: one quiet line about the page and its light edition, and the site's own search.
import { createElement } from '../../common/document/elements.ts';
import { toOwnWords, toText } from '../../common/words/translations.ts';
import type { SearchForm } from '../page/search-form.ts';
import type { View } from './view.ts';

/** What is shown; sentences and an address may be missing. */
export interface ShownOffers {
  sentences: string[];
  /** The address of the light edition, or ''. */
  edition: string;
  search: SearchForm | null;
}

/** What stands in each view: a field into which somebody writes is not made anew. */
const shown = new WeakMap<Element, string>();

/** Shows the line above the text, and the search above a list or below an article; what stood there before goes. */
export function showPageOffers({ article, body, host }: View, offers: ShownOffers): void {
  const key = JSON.stringify(offers);
  if (shown.get(article) === key) return;
  shown.set(article, key);
  for (const old of article.querySelectorAll(':scope > [data-part=offers], :scope > form')) old.remove();
  const line = createLine(offers);
  if (line) body.before(line);
  const form = offers.search && createSearch(offers.search);
  if (form && host.getAttribute('data-state') === 'links') body.before(form);
  else if (form) article.append(form);
}

function createLine({ sentences, edition }: ShownOffers): HTMLElement | null {
  const link = edition && createElement('a', { href: edition, dir: 'ltr' }, new URL(edition).host);
  if (sentences.length === 0 && !link) return null;
  const words = [...sentences, ...(link ? [`${toText('editionOffer')} `] : [])].join(' ');
  return createElement(
    'p',
    { 'data-part': 'offers', class: 'note', ...toOwnWords() },
    words,
    ...(link ? [link] : []),
  );
}

/** The search as a plain field: what it asks is the site's own, and the answer comes into this tab. */
function createSearch({ action, name, value, hidden }: SearchForm): HTMLFormElement {
  const label = toText('searchSite');
  return createElement(
    'form',
    { class: 'search', role: 'search', method: 'get', action, ...toOwnWords() },
    ...hidden.map(([key, given]) => createElement('input', { type: 'hidden', name: key, value: given })),
    createElement('input', { type: 'search', name, value, 'aria-label': label, dir: 'auto' }),
    createElement('button', { type: 'submit' }, label),
  );
}
