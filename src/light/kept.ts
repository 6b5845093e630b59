// Without this, a light load that fails would have thrown away the text that was on the screen before.
import { type Kept, toKeptKey } from '../common/kept.ts';
import { toText } from '../common/text.ts';
import { toLine } from './line.ts';

interface Storage {
  storage: { session: { get(key: string): Promise<Record<string, unknown>> } };
}
/** Set by the build. An element of a page may be named `browser`: only one of the two is asked for. */
declare const FIREFOX: boolean;
declare const browser: Storage;
declare const chrome: Storage;

/** A tab shows less of its title, in characters. */
const TITLE_CHARS = 300;

/** Fills Light's own page with the text kept for a tab; both are named in its address. */
async function showKept(): Promise<void> {
  const parts = globalThis.lightParts;
  const query = new URLSearchParams(location.search);
  const key = toKeptKey(Number(query.get('tab')));
  const storage = (FIREFOX ? browser : chrome).storage.session;
  const kept = (await storage.get(key))[key] as Kept | undefined;
  const again = query.get('again') ?? '';
  const view = parts.toView(kept?.site ?? '', 'retry');
  const body = parts.toSafe(kept?.html ?? '');
  parts.replacePictures(body);
  parts.markLinks(body, toHost(kept?.address ?? ''));
  parts.showReading(view, toReading(kept, body), 'article');
  parts.showNote(view, [toText('kept', toHost(again))]);
  document.title = toLine(kept?.title ?? 'Light', TITLE_CHARS);
  const go = () => location.assign(toHost(again) ? again : (kept?.address ?? 'about:blank'));
  parts.hearView(view, { leave: go, picture: parts.loadPicture });
  parts.shelterView(view.host, view.main, () => {});
}

function toReading(kept: Kept | undefined, body: DocumentFragment) {
  const { title = '', site = '', language = '', direction = 'ltr' as const } = kept ?? {};
  return {
    ...{ state: 'article' as const, title, site, language, direction, body },
    ...{ section: '', byline: '', published: null, modified: null, whole: false, walled: false, minutes: 0 },
  };
}

/** The host of a web address, '' where it is none: this page must not lead anywhere else. */
function toHost(address: string): string {
  return /^https?:\/\//.test(address) ? new URL(address).hostname : '';
}

showKept();
