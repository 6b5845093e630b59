// Leads to places within the text: by links, by the way back, and by the fragment with which a page was opened.
import { toPageAddress } from '../../../common/addresses.ts';
import { toFragment, toPlaceName } from '../../sanitise/place-names.ts';
import type { View } from '../view.ts';
import { PLACE } from './block-places.ts';

/** What a reader does who goes elsewhere by hand. */
const BY_HAND = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
/** A page that keeps moving what stands on the screen is let be. */
const MOST_TIMES = 50;

export interface Places {
  /** Follows a link to a place of the page itself; whether it was one. */
  follow(link: HTMLAnchorElement | null): boolean;
  stop(): void;
}

/** Leads within the text of a view until stopped. `opened` is the fragment the page was opened with, '' where the reader is elsewhere already. */
export function leadWithin(view: View, opened: string): Places {
  const lead = new Lead(view, opened);
  const onTravel = () => lead.travel();
  const onScroll = () => lead.go();
  const onHand = () => lead.forget();
  const growth = new MutationObserver(onScroll);
  // A place that is no part of the text is noted on its neighbour when all of the page is here.
  growth.observe(view.body, { childList: true, subtree: true, attributeFilter: [PLACE] });
  addEventListener('popstate', onTravel);
  addEventListener('scroll', onScroll, true);
  for (const name of BY_HAND) addEventListener(name, onHand, true);
  return {
    follow: (link) => lead.follow(link),
    stop() {
      growth.disconnect();
      removeEventListener('popstate', onTravel);
      removeEventListener('scroll', onScroll, true);
      for (const name of BY_HAND) removeEventListener(name, onHand, true);
    },
  };
}

/** Where the reader is to be led, and has been. */
class Lead {
  readonly #view: View;
  /** The fragment of the place that is on its way to the top of the window. */
  #wanted: string | null;
  #times = 0;
  /** Where links were pressed, with the fragment that the address had there. */
  readonly #before: { hash: string; top: number }[] = [];

  constructor(view: View, opened: string) {
    this.#view = view;
    this.#wanted = opened || null;
  }

  /** Goes where it was meant to, as soon as that is there: text grows, and browsers look for the place in the page below. */
  go(): void {
    if (this.#wanted === null || this.#times >= MOST_TIMES) return;
    const place = findPlace(this.#view.body, this.#wanted);
    if (!place) return;
    this.#times += 1;
    show(place);
    // Nothing moves the window any more but the reader, who may drag the bar at its side, of which nothing is heard.
    if (this.#isComplete()) this.forget();
  }

  /** All of the text is here, and the browser has looked for the place in the page below. */
  #isComplete(): boolean {
    const state = this.#view.host.getAttribute('data-state') ?? '';
    return ['article', 'links'].includes(state) && document.readyState === 'complete';
  }

  forget(): void {
    this.#wanted = null;
  }

  /** The reader has gone back or forward within the page. */
  travel(): void {
    const last = this.#before.at(-1);
    if (last?.hash !== location.hash) return this.#start(location.hash);
    this.#before.pop();
    this.forget();
    this.#scrollTo(last.top);
  }

  follow(link: HTMLAnchorElement | null): boolean {
    if (!link || !leadsToPlace(link)) return false;
    // Where a link leads nowhere, Back is to lead somewhere.
    const leads = isTop(link.hash) || !this.#isComplete() || findPlace(this.#view.body, link.hash);
    if (leads && link.hash !== location.hash) {
      this.#before.push({ hash: location.hash, top: this.#scroller().scrollTop });
      history.pushState(null, '', link.href);
    }
    this.#start(link.hash);
    return true;
  }

  #start(hash: string): void {
    this.#wanted = hash;
    this.#times = 0;
    if (isTop(hash)) this.#scrollTo(0);
    this.go();
  }

  #scrollTo(top: number): void {
    this.#scroller().scrollTo({ top, behavior: 'instant' });
  }

  #scroller(): Element {
    return this.#view.main.closest('dialog') ?? document.documentElement;
  }
}

/** Whether it differs from the page's own address by nothing but a fragment. */
function leadsToPlace(link: HTMLAnchorElement): boolean {
  return link.href.includes('#') && toPageAddress(link.href) === toPageAddress(location.href);
}

/** As HTML has it: https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element */
function isTop(hash: string): boolean {
  return /^#?(top)?$/i.test(hash);
}

/** Where an author's names must not be those of the site's own code, as on GitHub, the place bears a prefix that its links do not. */
const PREFIXES = ['', 'user-content-'];

function findPlace(body: Element, hash: string): HTMLElement | null {
  const fragment = toFragment(hash);
  if (!fragment) return null;
  const names = PREFIXES.map((prefix) => `[data-place~="${toPlaceName(prefix + fragment)}"]`);
  return body.querySelector<HTMLElement>(names.join());
}

/** A mark in a line, such as that of a footnote, is shown with the lines it stands in. */
const LINES = 'p, li, dd, dt, td, th, h2, h3, h4, h5, h6, figcaption';

/** At the top of the window; the keyboard goes on from there. */
function show(place: HTMLElement): void {
  const block = place.closest(LINES) ?? place;
  const isLow = block.getBoundingClientRect().height < innerHeight / 2;
  (isLow ? block : place).scrollIntoView({ block: 'start', behavior: 'instant' });
  if (!place.matches('a[href], button')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/** The fragment of the page's address, where the reader stands at its place in the page; '' elsewhere. */
export function readOpenedPlace(): string {
  const fragment = toFragment(location.hash);
  const target = fragment ? document.getElementById(fragment) : null;
  const top = target?.getBoundingClientRect().top ?? Number.NaN;
  return Math.abs(top) < innerHeight ? location.hash : '';
}
