// Shows in the view what state its session is in: the note below the text, the line that moves, and what can be pressed.
import { readWorld, type TabFacts } from '../../../common/isolated-world.ts';
import { toAmount } from '../../../common/words/quantities.ts';
import { toText } from '../../../common/words/translations.ts';
import type { PageForm } from '../../extract/list/page-form.ts';
import type { PageOffers } from '../../page/page-offers.ts';
import { toShelfPresses } from '../../shelve/shelve-view.ts';
import { type ShownOffers, showPageOffers } from '../../view/page-offers.ts';
import type { Press } from '../../view/press-buttons.ts';
import { showArriving, showNote, showProgress, type View } from '../../view/view.ts';
import type { FeedHeadlines } from '../feed-headlines.ts';
import type { FurtherPages } from '../further-pages.ts';
import { readScriptBytes } from '../read-scripted.ts';
import { toNote } from '../state/session-note.ts';
import type { Session, State } from '../state/session-state.ts';
import { toPageSentences, toSiteOffers } from './site-offers.ts';

/** What stands beside the session's own state. */
interface Beside {
  /** After so long the rest is asked for by itself, in ms; `null` where it is not. */
  retryMs: number | null;
  pages: FurtherPages | undefined;
  headlines: FeedHeadlines;
  /** What can be had in place of what stands there: all the text of the page, or its article again. */
  other: 'whole' | 'article' | undefined;
  /** As what the page can be seen, too. */
  otherForm: PageForm | null;
  /** What the page has beside its text, once it is read. */
  offers: PageOffers | undefined;
}

/** Shows the session's state in the view; a state that says nothing of its own leaves there what stands there. */
export function showState(view: View, session: Session, beside: Beside): void {
  const { retryMs, pages, headlines, other, otherForm, offers } = beside;
  const { state } = session;
  const note = toNote(session, { retryMs, hasText: view.body.textContent !== '' });
  if (!note) return;
  if (state.name === 'arriving' || state.name === 'retrying') showArriving(view, '');
  else if (state.name !== 'leaving') showProgress(view, false);
  if (isIncomplete(state)) view.host.setAttribute('data-state', 'incomplete');
  const isComplete = state.name === 'complete';
  const whole: Partial<Record<Press, string>> = isComplete && other ? toOtherPresses(other, otherForm) : {};
  const more = isComplete ? pages?.toNote() : undefined;
  const isList = isComplete && view.host.getAttribute('data-state') === 'links';
  const feed = isList && offers?.feed ? headlines.toNote() : undefined;
  const { facts } = readWorld();
  const scriptsCost = facts?.hasScripts ? toAmount(readScriptBytes()) : '';
  const site = isComplete ? toSiteOffers({ facts, offers, scriptsCost }) : undefined;
  if (isComplete && offers) showPageOffers(view, toShownOffers(offers, facts));
  const shelf = isComplete ? toShelfPresses(view) : {};
  const all = [more, note, feed, { sentences: [], presses: { ...whole, ...shelf } }, site];
  showNote(
    view,
    [note, more, feed, site].flatMap((each) => each?.sentences ?? []),
    Object.assign({}, ...all.map((each) => each?.presses)),
  );
}

/** Quiet presses: the page is seen in another way. */
function toOtherPresses(other: 'whole' | 'article', form: PageForm | null): Partial<Record<Press, string>> {
  if (other === 'article') return { article: toText('showArticle') };
  const toForm = form && { form: toText(form === 'links' ? 'showAsLinks' : 'showAsArticle') };
  return { ...toForm, whole: toText('showWhole') };
}

/** The site's own light edition is named by the page, or known by the table; in it, there is none to offer. */
function toShownOffers(offers: PageOffers, facts: TabFacts | undefined): ShownOffers {
  const edition = offers.edition || facts?.edition || '';
  return { sentences: toPageSentences(offers), edition, search: offers.search };
}

function isIncomplete(state: State): boolean {
  return state.name === 'stalled' || state.name === 'broken' || (state.name === 'complete' && state.doubtful);
}
