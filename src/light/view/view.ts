// Creates the view as elements, and shows in it a text, its state, and what can be pressed.
import { createElement, createHost } from '../../common/document/elements.ts';
import { readWorld } from '../../common/isolated-world.ts';
import { toAmount } from '../../common/words/quantities.ts';
import { toOwnWords, toText } from '../../common/words/translations.ts';
import type { Reading } from '../extract/article.ts';
import { toLine } from '../text/single-line.ts';
import { MOST_TITLE_CHARS, showHead } from './article-head.ts';
import { createBar } from './bar/bar.ts';
import { noteMinutes } from './bar/minutes-left.ts';
import { showStateLine, showTextOnly } from './bar/state-line.ts';
import { createPressButton, type Press } from './press-buttons.ts';
import { showNavigation } from './site-navigation.ts';
import { toBlocks } from './text/content-blocks.ts';
import { keepPlace, mergeBlocks } from './text/merge-blocks.ts';

export type State = 'arriving' | 'article' | 'links' | 'incomplete' | 'nothing';

/** The view: one host element, and what stands in its shadow root. */
export interface View {
  host: HTMLElement;
  /** All that is seen; it may be moved into a dialog. */
  main: HTMLElement;
  article: HTMLElement;
  /** The text itself, one block after another. */
  body: HTMLElement;
}

/** Makes an empty view; it stands nowhere yet. */
export function createView(site: string, leaveLabel: 'leave' | 'leaveReload' | 'retry' | 'openPage'): View {
  const { host, root } = createHost('view', readWorld().sheets?.view ?? '');
  const body = createElement('div', { 'data-part': 'body' });
  const article = createElement(
    'article',
    {},
    createElement('p', { class: 'section', dir: 'auto' }),
    createElement('h1', { dir: 'auto', tabindex: '-1' }),
    createElement('p', { class: 'about' }),
    body,
  );
  const main = createElement(
    'main',
    toOwnWords(),
    article,
    createElement('p', { class: 'source', dir: 'ltr' }, location.href),
    createElement(
      'footer',
      { class: 'foot' },
      createElement('p', { class: 'note', role: 'status' }),
      createElement('div', { class: 'presses' }),
    ),
    createElement('p', { class: 'live', role: 'status' }),
    createBar(site, toText(leaveLabel)),
  );
  root.append(main, createElement('p', { class: 'gone' }, toText('gone')));
  return { host, main, article, body };
}

/** The text is on its way: its title, as far as it is known, and a line that moves. What stands there of the text stays. */
export function showArriving(view: View, title: string): void {
  view.host.setAttribute('data-state', 'arriving');
  const heading = findHeading(view);
  if (!heading.textContent) heading.append(toLine(title, MOST_TITLE_CHARS));
  showNote(view, [toText('arriving'), toText('nothingElse')]);
  showStateLine(view, toText('arriving'));
  showProgress(view, true);
  // Not before it is laid out anyway.
  requestAnimationFrame(() => focusHeading(view));
}

function findHeading({ article }: View): HTMLElement {
  return article.querySelector('h1') as HTMLElement; // Made with the view.
}

/** A thin line that moves while something is on its way. */
export function showProgress({ main }: View, moves: boolean): void {
  main.querySelector('.progress')?.toggleAttribute('hidden', !moves);
}

/** How much has come, and of how much, where that is known; in bytes. */
export function showAmount(view: View, bytes: number, ofBytes: number | null): void {
  const line = view.main.querySelector<HTMLElement>('.progress');
  const share = ofBytes ? Math.min(1, bytes / ofBytes) : null;
  if (!line || line.hidden) return;
  line.classList.toggle('known', share !== null);
  if (share !== null) {
    line.style.setProperty('--share', String(share));
    line.setAttribute('aria-valuenow', String(Math.round(share * 100)));
  }
  const amounts = [bytes, ...(ofBytes ? [ofBytes] : [])].map(toAmount);
  showStateLine(view, toText(ofBytes ? 'amountOf' : 'amount', ...amounts));
}

/**
 * The text itself. `body` is moved out of the reading: it was made safe before. What stands there already and belongs to the text stays, and
 * what the reader is looking at stays in its place. `isKept`: see `mergeBlocks`.
 */
export function showReading(view: View, reading: Reading, isKept?: (block: Element) => boolean): void {
  const { host, main, article, body } = view;
  keepPlace(body, main.closest('dialog') ?? document.documentElement, () => {
    host.setAttribute('data-state', reading.state);
    host.setAttribute('data-kind', reading.kind);
    main.className = reading.state;
    article.dir = reading.direction;
    if (reading.language) article.lang = reading.language;
    showHead(view, reading);
    noteMinutes(article, reading.minutes);
    showNavigation(article, body, reading.navigation);
    markLong(view, reading.body.textContent?.length ?? 0);
    mergeBlocks(body, toBlocks(reading.body), isKept);
  });
  showProgress(view, false);
  showTextOnly(view);
  focusHeading(view);
}

/** A longer text is no article, in characters: a novel, a law, a record. */
const LONG_CHARS = 100_000;

/** A text of so many characters is laid out as it is scrolled to, where it is very long. */
export function markLong({ body }: View, chars: number): void {
  body.classList.toggle('long', chars > LONG_CHARS);
}

/** Where the reader goes on from by keyboard or screen reader: what had the focus is hidden. */
function focusHeading(view: View): void {
  if (!view.host.shadowRoot?.activeElement) findHeading(view).focus({ preventScroll: true });
}

/** One sentence below the text, said aloud too, and what can be done about it. */
export function showNote(
  view: View,
  sentences: string[],
  presses: Partial<Record<Press, string>> = {},
): void {
  const { host, main } = view;
  if (host.dataset.state === 'incomplete') showStateLine(view, sentences[0] ?? '', true);
  main.querySelector('.foot .note')?.replaceChildren(sentences.join(' '));
  replacePresses(view, createPresses(presses), findHeading(view));
}

/** What takes back what a press did stands in its place. */
const TAKES_BACK: Partial<Record<Press, Press>> = {
  whole: 'article',
  article: 'whole',
  always: 'alwaysUndo',
  alwaysUndo: 'always',
  scriptsAlways: 'scriptsUndo',
  scriptsUndo: 'scriptsAlways',
  headlines: 'ownList',
  ownList: 'headlines',
  pages: 'stopPages',
  stopPages: 'pages',
};

/**
 * Puts these buttons below the text. Where one that stood there had the focus, the one of that name has it, or what takes it back; the title where there is
 * none: else who uses the keyboard would begin anew at the top of the page.
 */
function replacePresses({ host, main }: View, buttons: HTMLButtonElement[], title: HTMLElement): void {
  const holder = main.querySelector('.foot .presses');
  const focused = host.shadowRoot?.activeElement;
  const name = focused?.parentElement === holder ? focused?.getAttribute('data-action') : null;
  holder?.replaceChildren(...buttons);
  if (!name) return;
  // Each of these buttons bears the name of its press.
  const names = [name, TAKES_BACK[name as Press]];
  const next = names.map((each) => buttons.find(({ dataset }) => dataset.action === each)).find(Boolean);
  (next ?? title).focus({ preventScroll: true });
}

function createPresses(presses: Partial<Record<Press, string>>): HTMLButtonElement[] {
  // Object.entries forgets the type of the names.
  return Object.entries(presses).map(([press, label]) => createPressButton(press as Press, {}, label));
}

/** A word in the corner of a page that stays as it was: there is nothing to read, or something went wrong. */
export function createToast(sentence: string, presses: Partial<Record<Press, string>>): View {
  const { host, root } = createHost('view', readWorld().sheets?.view ?? '');
  host.setAttribute('data-state', 'nothing');
  const main = createElement(
    'div',
    { class: 'toast', ...toOwnWords() },
    // An alert is read also where it stands in the page from the beginning.
    createElement('p', { role: 'alert' }, sentence),
    createElement('div', { class: 'presses' }, ...createPresses({ ...presses, close: toText('close') })),
  );
  root.append(main);
  return { host, main, article: main, body: main };
}
