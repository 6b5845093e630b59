// Shows on Light's own page what was on the screen of a tab before a load failed, or a text that is kept: its address says which.
import { type Kept, toKeptKey } from '../../common/stored/saved-text.ts';
import { toText } from '../../common/words/translations.ts';
import { toLine } from '../text/single-line.ts';
import { showStateLine } from '../view/bar/state-line.ts';
import { protectView } from '../view/screen/protect-view.ts';
import { createView, showNote, showReading } from '../view/view.ts';
import { hearView } from '../view/view-events.ts';
import { showShelved } from './show-shelved.ts';
import { createBody, TITLE_CHARS, WITHOUT_PAGE } from './stored-text.ts';

interface Storage {
  storage: { session: { get(key: string): Promise<Record<string, unknown>> } };
}
/** Set by the build. An element of a page may be named `browser`: only one of the two is asked for. */
declare const FIREFOX: boolean;
declare const browser: Storage;
declare const chrome: Storage;

/** Fills Light's own page with the text that its address names. */
export function showOwnPage(): void {
  const shelved = new URLSearchParams(location.search).get('kept');
  if (shelved) showShelved(shelved);
  else showKept();
}

/** The text kept for a tab, and what did not come there. */
async function showKept(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const key = toKeptKey(Number(query.get('tab')));
  const storage = (FIREFOX ? browser : chrome).storage.session;
  // Gone where the browser or Light was started again, or where it had no room.
  const kept = (await storage.get(key))[key] as Kept | undefined;
  const again = query.get('again') ?? '';
  const view = createView(kept?.site ?? toHostname(again), 'retry');
  const body = createBody(kept?.html ?? '', toHostname(kept?.address ?? ''));
  showReading(view, toReading(kept, body));
  document.title = toLine(kept?.title || 'Light', TITLE_CHARS);
  const isCut = kept?.isWhole === false && kept.address === again;
  if (isCut) view.host.setAttribute('data-state', 'incomplete');
  const note = toNote(kept, again, isCut);
  showNote(view, [note], { ...(isCut && { rest: toText('getRest') }), shelf: toText('openShelf') });
  showStateLine(view, note, true);
  const go = () => location.assign(toHostname(again) ? again : (kept?.address ?? 'about:blank'));
  hearView(view, { leave: go, rest: go, shelf: () => location.assign('shelf.html') });
  protectView(view, () => {});
}

/** What this page is, and why. */
function toNote(kept: Kept | undefined, again: string, isCut: boolean): string {
  if (isCut) return toText('broken');
  return toText(kept ? 'kept' : 'keptGone', toHostname(again));
}

function toReading(kept: Kept | undefined, body: DocumentFragment) {
  const { title = '', site = '', language = '', direction = 'ltr' as const } = kept ?? {};
  return {
    ...{ state: 'article' as const, kind: 'article' as const, title, site, language, direction, body },
    ...{ section: '', byline: '', published: null, modified: null, minutes: 0 },
    ...WITHOUT_PAGE,
  };
}

/** The host of a web address, '' where it is none: this page must not lead anywhere else. */
function toHostname(address: string): string {
  return /^https?:\/\//.test(address) && URL.canParse(address) ? new URL(address).hostname : '';
}
