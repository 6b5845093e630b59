// Reads a page whose text only its scripts bring: waits until text stands in the page and has settled, and takes the view from there.

import { whenLater } from '../../common/document/when-later.ts';
import { toTextLength } from '../../common/words/text-length.ts';
import { toText } from '../../common/words/translations.ts';
import { readPageOffers } from '../page/page-offers.ts';
import { showArriving, showNote } from '../view/view.ts';
import { cloneDocument, readReading, showArticle } from './show/show-article.ts';
import type { ViewSession } from './view-session.ts';

const LOOK_MS = 250;
/** A shorter text node is a label, in characters. */
const PROSE_CHARS = 40;
/** So much is a text (Readability's `charThreshold`), in characters; less may be all there is. */
const TEXT_CHARS = 500;
const LEAST_CHARS = 140;
/** A text to which nothing has been added for so long has settled, in ms: one that comes in parts asks for the next within a round trip (EDGE: 0.84 s). */
export const SETTLED_MS = 1500;
/** A short one is given longer, and a page that brings nothing longer still: three round trips of scripts that ask for scripts. */
export const SHORT_SETTLED_MS = 4000;
export const EMPTY_MS = 12_000;
/** Nobody waits longer, in ms. */
export const LIMIT_MS = 90_000;

/** How far such a page is: its text, and for how long nothing of it has changed and no file has come. */
export interface ScriptedText {
  chars: number;
  quietMs: number;
  waitedMs: number;
}

/** Whether there is nothing more to wait for. */
export function hasSettled({ chars, quietMs, waitedMs }: ScriptedText): boolean {
  if (waitedMs >= LIMIT_MS) return true;
  if (chars >= TEXT_CHARS) return quietMs >= SETTLED_MS;
  return quietMs >= (chars >= LEAST_CHARS ? SHORT_SETTLED_MS : EMPTY_MS);
}

/** Shows the text of a page of a light tab that may run its scripts. */
export async function readScripted(session: ViewSession): Promise<void> {
  const { view } = session;
  session.open();
  showArriving(view, document.title.trim());
  showNote(view, [toText('scriptsComing')]);
  const joined = await session.join();
  await whenSettled(session);
  if (session.isOver()) return;
  const reading = readReading(cloneDocument());
  session.offers = readPageOffers(document);
  if (!reading) return session.send({ type: 'foundNothing' });
  session.loads.stop();
  session.send({ type: 'found', joined, mayFetch: false });
  session.toPage = reading.whole ? undefined : cloneDocument;
  session.otherForm = reading.otherForm;
  session.offerPages(reading.wayOn);
  showArticle(view, reading);
  const { walled, sure } = reading;
  session.send({ type: 'completed', doubtful: false, unsure: !sure, walled, unfinished: false });
}

async function whenSettled(session: ViewSession): Promise<void> {
  const startedAt = performance.now();
  let [mark, markedAt] = ['', startedAt];
  for (;;) {
    const chars = countProse(document.body);
    const now = performance.now();
    const seen = `${chars} ${performance.getEntriesByType('resource').length} ${document.readyState}`;
    if (seen !== mark) [mark, markedAt] = [seen, now];
    const text = { chars, quietMs: now - markedAt, waitedMs: now - startedAt };
    if (session.isOver() || hasSettled(text)) return;
    await whenLater(LOOK_MS);
  }
}

function countProse(body: HTMLElement | null): number {
  if (!body) return 0;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  let chars = 0;
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    const length = toTextLength(nodeValue ?? '');
    if (
      length >= PROSE_CHARS &&
      !/^(?:script|style|template|noscript|textarea)$/.test(parentElement?.localName ?? '')
    )
      chars += length;
  }
  return chars;
}

/** What the scripts and what they asked for have cost, in bytes; other hosts say that of theirs only where they want to. */
export function readScriptBytes(): number {
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return files.reduce((sum, { transferSize, encodedBodySize }) => sum + (transferSize || encodedBodySize), 0);
}
