// Has what a page has beside its article shown, when the text stands there: what it asks of its readers in its place, and all else below.
import type { Reading } from '../../extract/article.ts';
import { extractAfterText } from '../../extract/keep/after-text.ts';
import { extractCallsToAction } from '../../extract/prepare/call-to-action.ts';
import { showAfterText } from '../../view/after-text.ts';
import { showCallsToAction } from '../../view/call-to-action.ts';
import type { ViewSession } from '../view-session.ts';
import { dropFilms } from './show-article.ts';

/** Other kinds of pages have their answers, lists and posts in the text itself. */
export function showAfterSoon(session: ViewSession, { kind, state, whole }: Reading): void {
  const { view } = session;
  if (kind !== 'article' || state !== 'article' || whole) return showAfterText(view, null);
  // The reader waits for the text, and for nothing beside it.
  setTimeout(() => {
    const page = session.isOver() || session.showsPage() ? undefined : session.toPage?.();
    if (!page) return;
    const calls = extractCallsToAction(page, view.body);
    showAfterText(view, extractAfterText(page, view.body));
    showCallsToAction(view, calls);
    dropFilms(page);
  });
}
