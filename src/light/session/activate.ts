// Turns a page into its text: decides by what the page is at that moment where the text comes from.
import { findAll } from '../../common/document/unclobbered.ts';
import { ask } from '../../common/messages.ts';
import { readPageOffers } from '../page/page-offers.ts';
import { cancelSpeculation } from '../source/cancel-loads.ts';
import { isCopyClosed } from '../source/html-copy.ts';
import { hasWorker, isSettled } from '../source/navigation.ts';
import { removeStrays } from '../view/screen/protect-view.ts';
import { showNothing } from '../view/toast.ts';
import { readWhileLoading } from './arrival/while-loading.ts';
import { isSuspect } from './complete-text.ts';
import { readScripted } from './read-scripted.ts';
import { showAfterSoon } from './show/show-after.ts';
import { cloneDocument, readReading, showArticle } from './show/show-article.ts';
import { ViewSession } from './view-session.ts';

/** Shows the page as its text. `arrived`: it came under the light rules; without scripts, or with them where `scripted`. */
export async function activate(arrived: boolean, scripted = false): Promise<void> {
  // A page from a service worker comes with its scripts: once more, past the worker.
  if (arrived && hasWorker()) return void (await ask('load', { bypassWorker: true }));
  removeStrays(document);
  if (!(document.documentElement instanceof HTMLElement)) return showNothing(arrived ? 'light' : 'whole');
  const isWhole = !arrived && isSettled();
  const session = new ViewSession(isWhole ? 'whole' : arrived ? 'light' : 'loading');
  try {
    await (scripted ? readScripted(session) : isWhole ? readSettled(session) : readWhileLoading(session));
  } catch (error) {
    session.send({ type: 'threw' });
    throw error;
  }
}

/** The page is here: its text costs nothing, and what still loads is stopped. */
async function readSettled(session: ViewSession): Promise<void> {
  const unfinished = document.readyState !== 'complete';
  // The answer takes its time, in which the page is read. A page without text stays as it is, and must not lose a load meanwhile.
  const early = hasText() ? session.join() : null;
  const reading = readReading(cloneDocument());
  session.offers = readPageOffers(document);
  if (!reading) return await giveUp(session, early);
  const suspect = isSuspect(reading, document);
  // Before anything is seen to change: a page whose contents move or hide may ask for more.
  const joined = await (early ?? session.join());
  if (session.isOver()) return;
  // A page that is complete and loads is being left: Firefox would stop the one that the reader goes on to.
  if (unfinished || !session.isLoading) session.loads.stop();
  cancelSpeculation();
  session.open();
  session.send({ type: 'found', joined, mayFetch: false });
  session.toPage = reading.whole ? undefined : cloneDocument;
  const { walled, sure } = reading;
  const completed = { type: 'completed', unsure: !sure, walled, unfinished } as const;
  session.otherForm = reading.otherForm;
  session.offerPages(reading.wayOn);
  showArticle(session.view, reading);
  showAfterSoon(session, reading);
  session.send({ ...completed, doubtful: false });
  session.tellCost(document);
  // The text can be read meanwhile.
  if (suspect && !(await isCopyClosed())) session.send({ ...completed, doubtful: true });
}

/** There is nothing to read after all: a tab that has joined the rules meanwhile leaves them. */
async function giveUp(session: ViewSession, early: Promise<boolean> | null): Promise<void> {
  if (await early) await ask('leave', { reload: false });
  session.send({ type: 'foundNothing' });
}

/** Pages with so much text in their first paragraphs have something to read, in characters. */
const TEXT_CHARS = 1000;
const FIRST_PARAGRAPHS = 20;

function hasText(): boolean {
  let chars = 0;
  for (const paragraph of findAll(document, 'p').slice(0, FIRST_PARAGRAPHS))
    chars += paragraph.textContent?.trim().length ?? 0;
  return chars >= TEXT_CHARS;
}
