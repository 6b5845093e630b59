// Without this, a text whose connection broke would end in the middle, without a word and without a way to the rest of it.
import { ask } from '../common/messages.ts';
import { readLanguage, toText } from '../common/text.ts';
import type { Arrival } from './arrival.ts';
import { keepShown } from './draw.ts';
import { isSamePage, readDocumentAddress } from './source.ts';
import { readStream } from './stream.ts';
import { loadAgain, note, type Switch } from './switch.ts';
import { showArriving, showProgress } from './view.ts';

/** Nothing new for so long is a stall the reader is told of, in ms: Nielsen's limit of attention. */
const STALL_MS = 10_000;
const LOOK_MS = 500;
/** The rest is asked for by itself after these pauses, in ms, and then no more: each is twice the one before. */
const PAUSES_MS = [10_000, 20_000, 40_000, 80_000, 160_000];
/** A request that brings nothing for so long has failed, in ms. */
const GIVE_UP_MS = 30_000;

/** Why a text is not all there. */
export type Interruption = 'broken' | 'stalled';

export interface Rest {
  /** The HTML has broken off: what has come is all that will come of it. */
  breakOff(): void;
  /** Nothing of what is still to come matters any more. */
  stop(): void;
}

export interface RestOptions {
  /** The page may be asked for again beside the tab: it is no answer to a form. */
  mayFetch: boolean;
  /** What is still coming cannot be seen now: that nothing has come is no reason to ask for it by oneself. */
  isBlind(): boolean;
  /** The whole text has come after all. */
  onWhole(page: Document): void;
}

/** Says where a text ends too soon, and gets the rest of it: when the reader asks, and by itself, a few times. */
export function watchRest(
  light: Switch,
  arrival: Arrival,
  { mayFetch, isBlind, onWhole }: RestOptions,
): Rest {
  let why: Interruption | null = null;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: AbortController | null = null;
  let stopped = false;

  const say = (sentences: string[], button: 'rest' | 'reload' = 'rest') => {
    showProgress(light.view, false);
    light.view.host.setAttribute('state', 'incomplete');
    note(light, sentences, { [button]: toText(button === 'rest' ? 'getRest' : 'leaveReload') });
  };
  const interrupt = (reason: Interruption) => {
    const isNew = why !== reason;
    why = reason;
    if (reason === 'broken' || isNew) arrival.settle(reason === 'broken');
    keepShown(light.view);
    const isSure = reason === 'broken' || !isBlind();
    const pauseMs = mayFetch && light.joined && isSure ? PAUSES_MS[tries] : undefined;
    const next = pauseMs === undefined ? [] : [toText('triesAgain', toSeconds(pauseMs))];
    say([toText(reason), ...next]);
    clearTimeout(timer);
    if (pauseMs !== undefined) timer = setTimeout(() => get(true), pauseMs);
  };
  const get = async (byItself: boolean) => {
    if (stopped || request) return;
    clearTimeout(timer);
    if (byItself) tries += 1;
    request = new AbortController();
    const outcome = await fetchRest(light, arrival, request);
    request = null;
    if (stopped || light.left) return;
    if (outcome === 'failed') return interrupt(why ?? 'broken');
    if (typeof outcome === 'string') return say([toText('otherAnswer', outcome)], 'reload');
    stop();
    onWhole(outcome);
  };
  const look = () => {
    const quietMs = arrival.readQuietMs();
    if (request && quietMs > GIVE_UP_MS) request.abort();
    if (request || why === 'broken') return;
    if (!why && quietMs > STALL_MS) interrupt('stalled');
    else if (why && quietMs < STALL_MS) {
      why = null;
      clearTimeout(timer);
      showArriving(light.view, '');
    }
  };
  const clock = setInterval(look, LOOK_MS);
  const onOnline = () => why && mayFetch && light.joined && get(true);
  addEventListener('online', onOnline);
  light.rest = () => {
    if (mayFetch && light.joined) get(false);
    else loadAgain(light);
  };
  const stop = () => {
    stopped = true;
    clearInterval(clock);
    clearTimeout(timer);
    removeEventListener('online', onOnline);
    request?.abort();
  };
  return { breakOff: () => interrupt('broken'), stop };
}

/** Asks for the HTML once more, and has the text grow on from where it stopped. Gives the whole page, or what else came, in a few words. */
async function fetchRest(
  light: Switch,
  arrival: Arrival,
  { signal }: AbortController,
): Promise<Document | 'failed' | string> {
  showArriving(light.view, '');
  arrival.tell(0, null);
  const response = await askForText(signal);
  if (!response) return 'failed';
  if (!response.ok) return String(response.status || toText('elsewhere'));
  const { page, whole } = await readStream(response, { onPage: arrival.follow, onBytes: arrival.tell });
  if (!whole) return 'failed';
  return isSamePage(page) ? page : page.title;
}

/** The light rule lets this one address through until its answer begins to come. */
async function askForText(signal: AbortSignal): Promise<Response | null> {
  try {
    await ask('text', true);
    const headers = { accept: 'text/html,application/xhtml+xml', 'save-data': 'on' };
    return await fetch(readDocumentAddress(), { headers, redirect: 'manual', signal });
  } catch {
    // Expected: there is still no network, or the extension is gone, which the view says by itself.
    return null;
  } finally {
    ask('text', false).catch(() => {});
  }
}

function toSeconds(ms: number): string {
  return new Intl.NumberFormat(readLanguage()).format(ms / 1000);
}
