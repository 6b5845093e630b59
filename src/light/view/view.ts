// Without this, there would be a text but nothing to read it in: the view as elements, and what it says.
import { toElement, toHost } from '../common/element.ts';
import { toMark } from '../common/mark.ts';
import { toSafeName } from '../common/site-name.ts';
import { readDirection, readLanguage, toText } from '../common/text.ts';
import type { Reading } from './article.ts';
import { isDay } from './date.ts';
import { toDirection } from './direction.ts';
import { toLine } from './line.ts';
import { keepPlace, mergeBlocks, toBlocks } from './merge.ts';

/** The longest titles seen take half of it, in characters. */
const MOST_TITLE_CHARS = 300;
/** A section has a name of a few words. */
const MOST_SECTION_CHARS = 60;

/** What a reader can press in the view. */
export type Press = 'leave' | 'reload' | 'again' | 'rest' | 'whole' | 'close' | 'picture';
export type State = 'arriving' | 'article' | 'links' | 'incomplete' | 'nothing';

/** What is said of a text above it. */
export type Head = Pick<Reading, 'title' | 'section' | 'byline' | 'published' | 'modified' | 'site'> &
  Partial<Pick<Reading, 'minutes' | 'whole'>>;

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
export function toView(site: string, leaveLabel: 'leave' | 'leaveReload' | 'retry'): View {
  const { host, root } = toHost('light-view', globalThis.lightSheets?.view ?? '');
  const body = toElement('div', { part: 'body' });
  const article = toElement(
    'article',
    {},
    toElement('p', { class: 'section', dir: 'auto' }),
    toElement('h1', { dir: 'auto', tabindex: '-1' }),
    toElement('p', { class: 'about' }),
    body,
  );
  const main = toElement(
    'main',
    { dir: readDirection(), lang: readLanguage() },
    toElement('div', {
      class: 'progress',
      role: 'progressbar',
      'aria-label': toText('progress'),
      hidden: '',
    }),
    toElement(
      'header',
      { class: 'bar' },
      toMark(),
      toElement('span', { class: 'site' }, toElement('bdi', {}, site)),
      toElement('button', { type: 'button', 'data-action': 'leave' }, toText(leaveLabel)),
    ),
    article,
    toElement(
      'footer',
      { class: 'foot' },
      toElement('p', { class: 'note', role: 'status' }),
      toElement('p', { class: 'amount' }),
      toElement('div', { class: 'presses' }),
    ),
  );
  root.append(main, toElement('p', { class: 'gone' }, toText('gone')));
  return { host, main, article, body };
}

/** The text is on its way: its title, as far as it is known, and a line that moves. What stands there of the text stays. */
export function showArriving(view: View, title: string): void {
  view.host.setAttribute('state', 'arriving');
  const heading = toHeading(view);
  if (!heading.textContent) heading.append(toLine(title, MOST_TITLE_CHARS));
  showNote(view, [toText('arriving')]);
  showProgress(view, true);
  // Not before it is laid out anyway.
  requestAnimationFrame(() => focusHeading(view));
}

function toHeading({ article }: View): HTMLElement {
  return article.querySelector('h1') as HTMLElement; // Made with the view.
}

/** A thin line that moves while something is on its way. */
export function showProgress({ main }: View, moves: boolean): void {
  main.querySelector('.progress')?.toggleAttribute('hidden', !moves);
  main.querySelector('.amount')?.replaceChildren();
}

/** How much has come, and of how much, where that is known; in bytes. */
export function showAmount({ main }: View, bytes: number, ofBytes: number | null): void {
  const line = main.querySelector<HTMLElement>('.progress');
  const share = ofBytes ? Math.min(1, bytes / ofBytes) : null;
  if (!line || line.hidden) return;
  line.classList.toggle('known', share !== null);
  if (share !== null) {
    line.style.setProperty('--share', String(share));
    line.setAttribute('aria-valuenow', String(Math.round(share * 100)));
  }
  const amounts = [bytes, ...(ofBytes ? [ofBytes] : [])].map(toKilobytes);
  main.querySelector('.amount')?.replaceChildren(toText(ofBytes ? 'amountOf' : 'amount', ...amounts));
}

function toKilobytes(bytes: number): string {
  const format = { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(readLanguage(), format).format(bytes / 1000);
}

/**
 * The text itself. `body` is moved out of the reading: it was made safe before. What stands there already and belongs to the text stays, and
 * what the reader is looking at stays in its place.
 */
export function showReading(view: View, reading: Reading, state: State): void {
  const { host, main, article, body } = view;
  keepPlace(body, main.closest('dialog') ?? document.documentElement, () => {
    host.setAttribute('state', state);
    main.className = reading.state;
    main.dir = reading.direction;
    article.dir = reading.direction;
    if (reading.language) article.lang = reading.language;
    showHead(view, reading);
    markLong(view, reading.body.textContent?.length ?? 0);
    mergeBlocks(body, toBlocks(reading.body));
  });
  showProgress(view, false);
  focusHeading(view);
}

/** A longer text is no article, in characters: a novel, a law, a record. */
const LONG_CHARS = 100_000;

/** A text of so many characters is laid out as it is scrolled to, where it is very long. */
export function markLong({ body }: View, chars: number): void {
  body.classList.toggle('long', chars > LONG_CHARS);
}

/** What stands above a text, as far as it is known. */
export function showHead(view: View, head: Head): void {
  const heading = toHeading(view);
  const title = toLine(head.title, MOST_TITLE_CHARS);
  const { article } = view;
  article.querySelector('.section')?.replaceChildren(toLine(head.section, MOST_SECTION_CHARS));
  // Not `auto`: a Persian title may begin with a foreign name.
  heading.dir = toDirection(title, view.main.dir);
  if (heading.textContent !== title) heading.replaceChildren(title);
  article.querySelector('.about')?.replaceChildren(...toAbout(head));
}

/** Where the reader goes on from by keyboard or screen reader: what had the focus is hidden. */
function focusHeading(view: View): void {
  if (!view.host.shadowRoot?.activeElement) toHeading(view).focus({ preventScroll: true });
}

/** The names of several authors, in characters. */
const BYLINE_CHARS = 160;

/** Who wrote it, when, where, and how long it takes to read: what is not known is not said. */
function toAbout(reading: Head): HTMLElement[] {
  const { byline, published, modified, site, minutes, whole } = reading;
  return [
    whole && toElement('bdi', { class: 'whole' }, toText('wholePage')),
    byline && toElement('bdi', { class: 'byline' }, toSafeName(byline, BYLINE_CHARS)),
    published && toTime(published, toDate(published)),
    modified && toTime(modified, toText('updated', toChange(modified, published))),
    site && toElement('bdi', { class: 'name' }, site),
    minutes &&
      toElement('bdi', { class: 'minutes' }, toText('minutes', minutes.toLocaleString(readLanguage()))),
  ].filter((part) => part instanceof HTMLElement);
}

function toTime(date: Date, text: string): HTMLElement {
  const machine = date.toISOString();
  return toElement('time', { datetime: isDay(date) ? machine.slice(0, 10) : machine }, text);
}

/** In the reader's own calendar and digits; a day is the same in any zone. */
function toDate(date: Date): string {
  return date.toLocaleDateString(readLanguage(), {
    dateStyle: 'long',
    ...(isDay(date) ? { timeZone: 'UTC' } : {}),
  });
}

/** What is changed on the day of its publication is changed at a time. */
function toChange(changed: Date, published: Date | null): string {
  const isSameDay = published && toDate(published) === toDate(changed);
  return isSameDay ? changed.toLocaleTimeString(readLanguage(), { timeStyle: 'short' }) : toDate(changed);
}

/** One sentence below the text, said aloud too, and what can be done about it. */
export function showNote(
  { main }: View,
  sentences: string[],
  presses: Partial<Record<Press, string>> = {},
): void {
  main.querySelector('.note')?.replaceChildren(sentences.join(' '));
  main.querySelector('.foot .presses')?.replaceChildren(...toPresses(presses));
}

function toPresses(presses: Partial<Record<Press, string>>): HTMLButtonElement[] {
  return Object.entries(presses).map(([press, label]) =>
    toElement('button', { type: 'button', 'data-action': press }, label),
  );
}

/** A word in the corner of a page that stays as it was: there is nothing to read, or something went wrong. */
export function toToast(sentence: string, presses: Partial<Record<Press, string>>): View {
  const { host, root } = toHost('light-view', globalThis.lightSheets?.view ?? '');
  host.setAttribute('state', 'nothing');
  const main = toElement(
    'main',
    { class: 'toast', dir: readDirection(), lang: readLanguage() },
    toElement('p', {}, sentence),
    toElement('div', { class: 'presses' }, ...toPresses({ ...presses, close: toText('close') })),
  );
  root.append(main);
  return { host, main, article: main, body: main };
}
