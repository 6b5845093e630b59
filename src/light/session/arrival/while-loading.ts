// Reads a page that is on its way: finds where its HTML can be had without another request, and follows it to its end.

import { startPainting } from '../../../common/document/unblock-rendering.ts';
import { whenLater } from '../../../common/document/when-later.ts';
import { ask } from '../../../common/messages.ts';
import { cancelLoads, cancelSpeculation } from '../../source/cancel-loads.ts';
import {
  fetchCopy,
  isHeld,
  joinResponse,
  keepLooking,
  type ParsedHtml,
  withoutWorker,
} from '../../source/html-copy.ts';
import { whenBroken, whenHtmlEnded, whenParsed, whenStuck } from '../../source/html-end.ts';
import { readStream } from '../../source/html-stream.ts';
import { isFollowed, readDocumentAddress } from '../../source/navigation.ts';
import { showArriving } from '../../view/view.ts';
import { completeText } from '../complete-text.ts';
import type { ViewSession } from '../view-session.ts';
import { isWholeAnyway } from './text-end.ts';

/** Set by the build: in Firefox a page that is stopped goes on with the scripts it held back. */
declare const FIREFOX: boolean;

/** A copy of HTML that has ended is here within this, in ms: it is read from the browser's own memory or disk. */
const AT_ONCE_MS = 600;

/** Where the HTML comes from. */
type Source =
  /** The page itself, as its parser goes on. */
  | { kind: 'page' }
  /** The browser's copy, which is here. */
  | { kind: 'copy'; html: ParsedHtml }
  /** The browser's copy, which comes when the HTML has ended; asked for at that time. */
  | { kind: 'awaitedCopy'; copy: Promise<ParsedHtml | null>; askedAt: number }
  /** The response that is in flight, joined (Chromium). */
  | { kind: 'stream'; response: Response };

/** How the HTML has ended. */
type End =
  /** `html` where it is not the page itself. */
  | { kind: 'whole'; html: ParsedHtml | null }
  | { kind: 'broken'; html: ParsedHtml | null }
  /** The parser waits for something that does not come, and there is no copy. */
  | { kind: 'stuck' };

/** Shows the text wherever its HTML comes from, as it comes; nothing else is asked for meanwhile. */
export async function readWhileLoading(session: ViewSession): Promise<void> {
  const { view, growing, below } = session;
  const broken = whenBroken();
  session.open();
  // Where the page itself has begun, what it is called is said in a moment, and without the name of its site.
  showArriving(view, document.body ? '' : document.title.trim());
  growing.follow(document);
  const joined = await enterRules(session);
  const source: Source = below === 'light' || session.isOver() ? { kind: 'page' } : await findSource(broken);
  // For tests and bug reports alone.
  view.host.setAttribute('data-source', source.kind);
  const isHeldCopy = source.kind === 'awaitedCopy' || source.kind === 'stream';
  session.send({ type: 'found', joined, mayFetch: below === 'light' ? isFollowed() : isHeldCopy });
  const end = await readToEnd(session, source, broken);
  if (session.isOver()) return;
  if (end.kind === 'stuck') return session.send({ type: 'stuck' });
  const isCut = end.kind === 'broken' && !isWholeAnyway(end.html?.page ?? document, end.html?.closed ?? null);
  if (isCut) return session.send({ type: 'brokeOff' });
  await completeText(session, end.html);
}

/** Has the tab join the rules, and cancels what the page has in flight beside its HTML. Whether it has joined. */
async function enterRules(session: ViewSession): Promise<boolean> {
  const joined = await session.join();
  if (session.isOver()) return joined;
  if (joined && session.below === 'loading') cancelLoads();
  cancelSpeculation();
  startPainting(document);
  return joined;
}

/** Asks the browser for what it holds of the page; never the network, and no service worker asks it in the page's place. */
async function findSource(broken: Promise<void>): Promise<Source> {
  // The rules would refuse it.
  await ask('text', readDocumentAddress());
  const source = await withoutWorker(() => findHeldSource(broken));
  // What has been begun is let be.
  ask('text', null);
  return source;
}

async function findHeldSource(broken: Promise<void>): Promise<Source> {
  const look = new AbortController();
  const askedAt = performance.now();
  const copy = fetchCopy(look.signal);
  if (!(await isHeld(copy))) return toSource(await copy);
  const response = FIREFOX ? null : await joinResponse(look, broken);
  if (response) return { kind: 'stream', response };
  const awaited = FIREFOX ? copy : fetchCopy();
  // A copy that is whole already is shown as the article at once.
  const early = await Promise.race([awaited, whenLater(AT_ONCE_MS)]);
  return early ? { kind: 'copy', html: early } : { kind: 'awaitedCopy', copy: awaited, askedAt };
}

function toSource(html: ParsedHtml | null): Source {
  return html ? { kind: 'copy', html } : { kind: 'page' };
}

/** Waits for the end of the HTML, whole or not. */
async function readToEnd(session: ViewSession, source: Source, broken: Promise<void>): Promise<End> {
  if (source.kind === 'copy') return { kind: 'whole', html: source.html };
  const isBroken = broken.then((): End => ({ kind: 'broken', html: null }));
  if (source.kind === 'stream') return Promise.race([followStream(session, source.response), isBroken]);
  if (session.below === 'light')
    return (await whenHtmlEnded(broken)) ? { kind: 'whole', html: null } : isBroken;
  const end = await Promise.race([whenFirst(source), isBroken]);
  // In Firefox the parser comes to an end also where the HTML broke off.
  const isPage = end.kind === 'whole' && !end.html;
  return isPage && !(await whenHtmlEnded(broken)) ? isBroken : end;
}

async function followStream({ growing }: ViewSession, response: Response): Promise<End> {
  const { whole, ...html } = await readStream(response, {
    onPage: (page) => growing.follow(page),
    onBytes: (bytes, ofBytes, closed) => growing.tell(bytes, ofBytes, closed),
  });
  return { kind: whole ? 'whole' : 'broken', html };
}

/** The page itself or the copy, whichever is whole first. */
async function whenFirst(source: Extract<Source, { kind: 'page' | 'awaitedCopy' }>): Promise<End> {
  const parsed = whenParsed().then((): End => ({ kind: 'whole', html: null }));
  const copy = source.kind === 'awaitedCopy' ? whenCopied(source) : Promise.resolve(null);
  const copied = copy.then((html): End | null => html && { kind: 'whole', html });
  // A copy that was refused after it was held was awaited to the end of the HTML, in Firefox.
  const ended = FIREFOX && source.kind === 'awaitedCopy';
  // A copy is refused, too, where the HTML broke off: the background has heard of that by the time it answers.
  const whenNone = () =>
    whenStuck(ended)
      .then(() => ask('ended'))
      .then((): End => ({ kind: 'stuck' }));
  return (await Promise.race([parsed, copied])) ?? Promise.race([parsed, whenNone()]);
}

/** In Firefox a look that has waited for long is refused; it is begun again where the rules let it through. */
function whenCopied({ copy, askedAt }: Extract<Source, { kind: 'awaitedCopy' }>): Promise<ParsedHtml | null> {
  return FIREFOX ? keepLooking(copy, askedAt) : copy;
}
