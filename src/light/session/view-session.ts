// The driver of a view session: holds its state, shows it in the view, and plays what the state machine (session-state.ts) says is to be done.
import { readWorld } from '../../common/isolated-world.ts';
import { ask, askAgain } from '../../common/messages.ts';
import type { PageForm } from '../extract/list/page-form.ts';
import type { PageOffers } from '../page/page-offers.ts';
import type { WayOn } from '../page/way-on.ts';
import { shelveView } from '../shelve/shelve-view.ts';
import { isParserHeld } from '../source/navigation.ts';
import { PageLoads } from '../source/page-loads.ts';
import { createView, type View } from '../view/view.ts';
import { fetchRest } from './arrival/fetch-rest.ts';
import { GrowingText } from './arrival/growing-text.ts';
import { watchArrival } from './arrival/watch-arrival.ts';
import { completeText, readAnew, readAs } from './complete-text.ts';
import { playEnd, sayGone } from './end-session.ts';
import { watchAlive } from './extension-context.ts';
import { FeedHeadlines } from './feed-headlines.ts';
import { FurtherPages } from './further-pages.ts';
import { openView } from './open-view.ts';
import { keepReadingPlace } from './show/keep-reading-place.ts';
import { keepShown, showArticle } from './show/show-article.ts';
import { showPageCost } from './show/show-cost.ts';
import { showState } from './show/show-state.ts';
import { isGivenBack, SITE_PRESSES } from './show/site-offers.ts';
import type { Effect, Event } from './state/session-events.ts';
import {
  type Below,
  isGrowing,
  isOver,
  type Session,
  type State,
  startSession,
} from './state/session-state.ts';
import { STALL_MS, step } from './state/session-transitions.ts';

/** Set by the build: Firefox shows nothing of what comes while a script holds the parser up. */
declare const FIREFOX: boolean;

/** One switch of one page, from the press to the way out. */
export class ViewSession {
  readonly view: View;
  readonly growing: GrowingText;
  readonly loads = new PageLoads();
  /** Gives the page once more, where the reader wants all its text; not there where no article was found in it. */
  toPage: (() => Document) | undefined;
  /** As what the page can be seen, too, while it can be given once more. */
  otherForm: PageForm | null = null;
  /** What the page has beside its text, once it is read. */
  offers: PageOffers | undefined;
  /** The tab was loading something when it joined the rules. */
  isLoading = false;
  #pages: FurtherPages | undefined;
  #headlines = new FeedHeadlines(() => this.#showState());
  #session: Session;
  #closeView = () => {};
  #restorePlace = () => {};
  #joining: Promise<unknown> = Promise.resolve();
  /** The page may have been left a moment ago. */
  readonly #left = readWorld().left;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** How long that pause is in all, in ms: said as long as the present state is shown, whatever else has it shown anew. */
  #retryMs: number | null = null;
  #stopWatching = () => {};
  #request: AbortController | null = null;
  #isCounted = false;

  constructor(below: Below) {
    this.#session = startSession(below);
    this.view = createView(location.hostname, below === 'whole' ? 'leave' : 'leaveReload');
    this.growing = new GrowingText(this.view);
    readWorld().left = undefined;
    // A second press leaves, also while the text is being found.
    readWorld().view = {
      leave: () => this.#leave(),
      isThere: () => true,
      shelve: () => shelveView(this.view),
    };
  }

  get below(): Below {
    return this.#session.below;
  }

  get joined(): boolean {
    return this.#session.joined;
  }

  /** Whether nothing of what is awaited matters any more. */
  isOver(): boolean {
    return isOver(this.#session.state);
  }

  /** Whether all the page's text stands there in place of its article. */
  showsPage(): boolean {
    const { state } = this.#session;
    return state.name === 'complete' && state.shows === 'page';
  }

  /** Puts the view over the page. */
  open(): void {
    if (this.isOver()) return;
    const send = (event: Event) => () => this.send(event);
    const closeView = openView(this.view, this.below, {
      leave: () => this.#leave(),
      reload: send({ type: 'pressedLeave', reload: true }),
      again: send({ type: 'pressedAgain' }),
      rest: send({ type: 'pressedRest' }),
      form: () => this.#showOtherForm(),
      shelve: () => shelveView(this.view),
      keepPictures: () => shelveView(this.view, true),
      shelf: () => ask('shelf', []),
      whole: () => this.#readAnew(true),
      article: () => this.#readAnew(false),
      pages: () => this.#pages?.get(),
      stopPages: () => this.#pages?.stop(),
      headlines: () => this.#showHeadlines(),
      ownList: () => this.#showOwnList(),
      ...SITE_PRESSES,
      onLost: send({ type: 'lostScreen' }),
    });
    const place = keepReadingPlace(this.view);
    this.#restorePlace = place.restore;
    readWorld().onFacts = () => this.#onFacts();
    const stopWatching = watchAlive(() => sayGone(this.view));
    this.#closeView = () => {
      stopWatching();
      place.stop();
      closeView();
    };
  }

  /** The text may go on at other addresses. */
  offerPages(wayOn: WayOn): void {
    this.#pages = new FurtherPages(this.view, wayOn, () => this.#showState());
  }

  /** Says what the page has cost: it is here. `page` is its HTML as it came. */
  tellCost(page: ParentNode): void {
    showPageCost(this.view, page, { isLight: this.below === 'light', isNew: !this.#isCounted });
    this.#isCounted = true;
  }

  /** Has the tab join the light rules, if nobody has left meanwhile. Whether it has. */
  async join(): Promise<boolean> {
    // The other way round the tab would leave the rules after it has joined them.
    await this.#left;
    if (this.isOver()) return false;
    // Asked again where the background was ended meanwhile: joining again is joining once.
    const joining = askAgain('join');
    this.#joining = joining;
    const answer = await joining;
    this.isLoading = answer.ok && answer.isLoading;
    return answer.ok;
  }

  /** Tells the session what has happened: its next state is shown, and what is to be done is done. */
  send(event: Event): void {
    const before = this.#session.state;
    const { session, effects } = step(this.#session, event);
    this.#session = session;
    if (session.state !== before) this.#onChange(before, session.state, effects);
    for (const effect of effects) this.#play(effect);
  }

  /** A page that is none of Light's is given back where the reader has not asked for its text. */
  #onFacts(): void {
    const { facts } = readWorld();
    if (!this.isOver() && isGivenBack({ facts, offers: this.offers })) ask('pass');
    else this.#showState();
  }

  #leave(): void {
    this.send({ type: 'pressedLeave', reload: this.below !== 'whole' });
  }

  #onChange(before: State, now: State, effects: Effect[]): void {
    clearTimeout(this.#pause);
    this.#retryMs = effects.find((effect) => effect.type === 'pauseThenRetry')?.ms ?? null;
    if (isGrowing(now) !== isGrowing(before)) this.#watch(isGrowing(now));
    if (isOver(now)) this.growing.stop();
    if (isOver(now)) this.#pages?.stop();
    if (isOver(now)) this.#headlines.stop();
    if (isOver(now) || now.name === 'broken' || now.name === 'complete') this.loads.unwatch();
    if (before.name === 'retrying') this.#request?.abort();
    if (now.name === 'complete') this.#onFacts();
    this.#showState();
  }

  #watch(wanted: boolean): void {
    this.#stopWatching();
    if (!wanted) return;
    this.#stopWatching = watchArrival({
      onLook: () => this.#look(),
      onOnline: () => this.send({ type: 'wentOnline' }),
      onHide: () => keepShown(this.view),
    });
  }

  #look(): void {
    const quietMs = this.growing.readQuietMs();
    if (quietMs > STALL_MS && this.#session.state.name === 'arriving' && this.growing.isWhole())
      return void completeText(this, null);
    const blind = FIREFOX && this.below === 'loading' && isParserHeld();
    this.send({ type: 'looked', quietMs, blind });
  }

  #showState(): void {
    const other = this.toPage && (this.showsPage() ? 'article' : 'whole');
    const { offers, otherForm } = this;
    showState(this.view, this.#session, {
      retryMs: this.#retryMs,
      pages: this.#pages,
      headlines: this.#headlines,
      other,
      otherForm,
      offers,
    });
    if (this.#session.state.name === 'complete') this.#restorePlace();
  }

  #play(effect: Effect): void {
    switch (effect.type) {
      case 'pauseThenRetry':
        this.#pause = setTimeout(() => this.send({ type: 'retryDue' }), effect.ms);
        return;
      case 'settle':
        this.growing.settle(effect.ended);
        // It may be the first of the text.
        return this.#showState();
      case 'keep':
        return keepShown(this.view);
      case 'fetchRest':
        this.#fetchRest();
        return;
      case 'abortFetch':
        this.#request?.abort();
        return;
      case 'close':
        this.#closeView();
        readWorld().view = undefined;
        delete readWorld().onFacts;
        return;
      default:
        playEnd(effect, { view: this.view, below: this.below, joining: this.#joining, offers: this.offers });
    }
  }

  async #fetchRest(): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    const outcome = await fetchRest(this.view, this.growing, request);
    if (this.#request === request) this.#request = null;
    if (this.#session.state.name !== 'retrying') return;
    if (outcome.kind === 'failed') this.send({ type: 'retryFailed' });
    else if (outcome.kind === 'answer') this.send({ type: 'retryAnswered', answer: outcome.answer });
    else await completeText(this, outcome.html, { isAnswer: true });
  }

  #readAnew(isWhole: boolean): void {
    if (!this.toPage) return;
    this.#headlines.stop();
    readAnew(this, this.toPage(), isWhole);
  }

  async #showHeadlines(): Promise<void> {
    const reading = this.offers && (await this.#headlines.get(this.offers.feed));
    if (!reading || this.isOver()) return;
    showArticle(this.view, reading);
    this.#showState();
  }

  #showOwnList(): void {
    if (!this.toPage) return;
    this.#headlines.stop();
    readAs(this, 'links', this.toPage());
    this.#showState();
  }

  #showOtherForm(): void {
    if (!this.toPage || !this.otherForm) return;
    this.#headlines.stop();
    readAs(this, this.otherForm, this.toPage());
    this.#showState();
  }
}
