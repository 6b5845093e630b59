// The end of a text's way: the HTML is here, the article is extracted from it and shown, and it is told whether that is all.

import type { Reading } from '../extract/article.ts';
import type { PageForm } from '../extract/list/page-form.ts';
import { readPageOffers } from '../page/page-offers.ts';
import { isCopyClosed, type ParsedHtml } from '../source/html-copy.ts';
import { ignoreBroken } from '../source/html-end.ts';
import { removeStrays } from '../view/screen/protect-view.ts';
import { isInPage } from './arrival/fetch-rest.ts';
import { mayBeCut } from './arrival/text-end.ts';
import { showAfterSoon } from './show/show-after.ts';
import { cloneDocument, readReading, showArticle } from './show/show-article.ts';
import type { ViewSession } from './view-session.ts';

/** `isAnswer`: the HTML was asked for to get the rest of a text, and nothing that it does not have goes from the screen. */
interface Options {
  isAnswer?: boolean;
}

/** Shows the text of a page that was loading: what has been shown of it stays where it belongs to it. `html`: where it is not the page itself. */
export async function completeText(
  session: ViewSession,
  html: ParsedHtml | null,
  { isAnswer = false }: Options = {},
): Promise<void> {
  const shown = session.growing.settle(false);
  session.growing.pause();
  const page = html?.page ?? cloneDocument();
  const spare = page.cloneNode(true) as Document; // Of a document, it is one.
  const reading = readReading(page);
  const doubtful = reading !== null && (await isDoubtful(reading, spare, html));
  if (session.isOver()) return;
  ignoreBroken();
  // Also ends a page that refreshes itself, and what waits for a script that does not come.
  session.loads.stop();
  // The page may have brought elements of these names since the view was opened.
  removeStrays(document);
  session.offers = readPageOffers(spare);
  if (!reading && shown === 0) return session.send({ type: 'foundNothing' });
  if (reading) show(session, reading, spare, isAnswer);
  else session.view.host.setAttribute('data-state', 'article');
  const { walled = false, sure = true } = reading ?? {};
  session.send({ type: 'completed', doubtful, unsure: !sure, walled, unfinished: false });
  session.tellCost(html?.page ?? document);
}

function show(session: ViewSession, reading: Reading, spare: Document, isAnswer: boolean): void {
  session.toPage = reading.whole ? undefined : () => spare.cloneNode(true) as Document; // As above.
  session.otherForm = reading.otherForm;
  session.offerPages(reading.wayOn);
  showArticle(session.view, reading, (block) => isAnswer && !isInPage(block, spare));
  showAfterSoon(session, reading);
}

/** Shows all the text of a page in place of its article, or the article again. */
export function readAnew(session: ViewSession, page: Document, isWhole: boolean): void {
  const reading = readReading(page, { whole: isWhole });
  if (!reading) return;
  if (!isWhole) session.otherForm = reading.otherForm;
  showArticle(session.view, reading);
  showAfterSoon(session, reading);
  session.send({ type: 'showed', shows: isWhole ? 'page' : 'article' });
  session.tellCost(document);
}

/** Shows a page as the article that it was not taken for, or as the list. */
export function readAs(session: ViewSession, form: PageForm, page: Document): void {
  const reading = readReading(page, { form });
  // A list of few words is no article, but all its text can be shown.
  if (!reading) return session.toPage && readAnew(session, session.toPage(), true);
  session.otherForm = reading.otherForm;
  showArticle(session.view, reading);
  showAfterSoon(session, reading);
}

/** Whether the page ended in order and yet may be cut: nothing in it says that this is its end, nor goes on after its text. */
export function isSuspect(reading: Reading, page: Document): boolean {
  if (reading.state !== 'article' || document.contentType === 'text/plain') return false;
  return mayBeCut(page, reading.body.textContent ?? '');
}

async function isDoubtful(reading: Reading, page: Document, html: ParsedHtml | null): Promise<boolean> {
  if (html?.closed || !isSuspect(reading, page)) return false;
  return html !== null || !(await isCopyClosed());
}
