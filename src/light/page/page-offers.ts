// What a page has beside its text that its view may offer: its search, its light edition, and what it is.
import { readNavigationEntry } from '../../common/document/navigation-entry.ts';
import { hasAny } from '../../common/document/unclobbered.ts';
import { classifyPage, type Nature } from './classify-page.ts';
import { findNamedEdition } from './light-editions.ts';
import { findNamedFeed } from './named-feed.ts';
import { findSearchForm, type SearchForm } from './search-form.ts';

export interface PageOffers {
  nature: Nature | null;
  search: SearchForm | null;
  /** The address of its light edition, or ''. */
  edition: string;
  /** The address of the feed that it names for itself, or ''. */
  feed: string;
  /** It has scripts, which may bring what it does not hold. */
  hasScripts: boolean;
  /** The number that its answer bore, where that was an error; 0 otherwise. */
  errorStatus: number;
}

/** Reads them; the page stays as it is. */
export function readPageOffers(page: Document): PageOffers {
  return {
    nature: classifyPage(page),
    search: findSearchForm(page),
    edition: findNamedEdition(page),
    feed: findNamedFeed(page),
    hasScripts: hasAny(page, 'script:not([type*=json])'),
    errorStatus: readErrorStatus(),
  };
}

/** Chromium and Firefox know it of the document's own load. */
function readErrorStatus(): number {
  const { responseStatus = 0 } = readNavigationEntry() ?? {};
  return responseStatus >= 400 ? responseStatus : 0;
}
