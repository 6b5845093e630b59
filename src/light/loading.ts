// Without this, a page on its way could not be read before it is here.
import { ask } from '../common/messages.ts';
import { startPainting } from '../common/paint.ts';
import { toText } from '../common/text.ts';
import { type Arrival, growText } from './arrival.ts';
import { cloneDocument, draw, readReading } from './draw.ts';
import { watchRest } from './rest.ts';
import { removeStrays } from './shelter.ts';
import {
  cancelLoads,
  endsMidSentence,
  fetchCopy,
  isFollowed,
  isHeld,
  isParserHeld,
  joinResponse,
  keepLooking,
  type Source,
  whenBroken,
  whenHtmlEnded,
  whenLater,
  whenSource,
} from './source.ts';
import { readStream } from './stream.ts';
import { joinRules, note, openSwitch, type Switch } from './switch.ts';
import { showNothing } from './toast.ts';
import { showArriving } from './view.ts';

/** Set by the build: in Firefox a page that is stopped goes on with the scripts it held back. */
declare const FIREFOX: boolean;

/** A copy of HTML that has ended is here within this, in ms: it is read from the browser's own memory or disk. */
const AT_ONCE_MS = 600;

/** The page is on its way: its text comes from wherever the HTML comes, as it comes, and nothing else is asked for meanwhile. */
export async function switchLoading(arrived: boolean): Promise<void> {
  const broken = whenBroken();
  // Begun before the tab joins the light rules, which would refuse it.
  const look = new AbortController();
  const lookedAt = performance.now();
  let copy = arrived ? null : fetchCopy(look.signal);
  const light = openSwitch(false);
  // Where the page itself has begun, what it is called is said in a moment, and without the name of its site.
  showArriving(light.view, document.body ? '' : document.title.trim());
  const arrival = growText(light.view);
  arrival.follow(document);
  const held = copy !== null && (await isHeld(copy));
  const response = held && !FIREFOX ? await joinResponse(look) : null;
  if (held && !FIREFOX && !response) copy = fetchCopy();
  // A copy that is whole already lets everything be stopped at once, before a connection that falls free is used.
  const early = copy && !response ? await Promise.race([copy, whenLater(AT_ONCE_MS)]) : null;
  // In Firefox the rule has to come first.
  if (early && !FIREFOX) window.stop();
  light.joined = await joinRules();
  if (!arrived && light.joined) cancelLoads();
  if (FIREFOX && copy && held && light.joined) copy = keepLooking(copy, lookedAt);
  startPainting(document);
  const rest = watchRest(light, arrival, {
    mayFetch: arrived ? isFollowed() : held,
    // What comes while a script holds the parser up is not seen: the copy brings it when it ends.
    isBlind: () => FIREFOX && !arrived && isParserHeld(),
    onWhole: (page) => finish(light, arrival, page, arrived),
  });
  const source = early ? toCopy(early) : await whenEnded({ arrived, copy, held, response, arrival, broken });
  if (light.left || arrival.isStopped()) return;
  const isCut = FIREFOX && source.kind === 'page' && endsMidSentence(document);
  if (source.kind === 'broken' || isCut) return rest.breakOff();
  rest.stop();
  if (source.kind === 'stuck') return ask('replay');
  await finish(light, arrival, source.kind === 'copy' ? source.page : cloneDocument(), arrived);
}

function toCopy(page: Document): Source {
  return { kind: 'copy', page };
}

interface Ways {
  arrived: boolean;
  copy: Promise<Document | null> | null;
  held: boolean;
  response: Response | null;
  arrival: Arrival;
  broken: Promise<void>;
}

/** Waits for the end of the HTML, whole or not, from whichever way it comes. */
async function whenEnded({ arrived, copy, held, response, arrival, broken }: Ways): Promise<Source> {
  const isBroken = broken.then((): Source => ({ kind: 'broken' }));
  if (arrived) return (await whenHtmlEnded(broken)) ? { kind: 'page' } : isBroken;
  if (response) return Promise.race([streamCopy(response, arrival), isBroken]);
  const source = await Promise.race([whenSource(copy, held), isBroken]);
  // In Firefox the parser comes to an end also where the HTML broke off.
  return source.kind === 'page' && !(await whenHtmlEnded(broken)) ? isBroken : source;
}

async function streamCopy(response: Response, arrival: Arrival): Promise<Source> {
  const { page, whole } = await readStream(response, { onPage: arrival.follow, onBytes: arrival.tell });
  return whole ? toCopy(page) : { kind: 'broken' };
}

/** The text is whole: what has been shown of it stays where it belongs to it. */
async function finish(light: Switch, arrival: Arrival, page: Document, arrived: boolean): Promise<void> {
  const shown = arrival.settle(false);
  arrival.stop();
  const spare = page.cloneNode(true) as Document;
  const reading = readReading(page);
  // What ends from here on was ended by Light itself.
  globalThis.lightBroken = undefined;
  // Also ends a page that refreshes itself, and what waits for a script that does not come.
  window.stop();
  // The page may have brought elements of these names since the view was opened.
  removeStrays(document, light.view.host);
  if (!reading && shown === 0) {
    light.close();
    return showNothing(true, arrived);
  }
  if (reading) draw(light, reading, () => spare);
  else light.view.host.setAttribute('state', 'article');
  note(light, reading?.walled ? [toText('walled')] : []);
}
