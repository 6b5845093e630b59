// Without this, there would be a text but nothing to read it in: the view as elements, and what it says.
import { toElement, toHost } from '../common/element.ts';
import { toMark } from '../common/mark.ts';
import { toSafeName } from '../common/site-name.ts';
import { readDirection, readLanguage, toText } from '../common/text.ts';
import type { Reading } from './article.ts';
import { isDay } from './date.ts';
import { toDirection } from './direction.ts';
import css from './view.css';

/** What a reader can press in the view. */
export type Press = 'leave' | 'reload' | 'again' | 'close' | 'picture';
export type State = 'arriving' | 'article' | 'links' | 'incomplete' | 'nothing';

/** The view: one host element, and what stands in its shadow root. */
export interface View {
  host: HTMLElement;
  /** All that is seen; it may be moved into a dialog. */
  main: HTMLElement;
  article: HTMLElement;
}

/** Makes an empty view; it stands nowhere yet. */
export function toView(site: string, leaveLabel: 'leave' | 'leaveReload' | 'retry'): View {
  const { host, root } = toHost('light-view', css);
  const article = toElement('article');
  const main = toElement(
    'main',
    { dir: readDirection(), lang: readLanguage() },
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
      toElement('div', { class: 'presses' }),
    ),
  );
  root.append(main, toElement('p', { class: 'gone' }, toText('gone')));
  return { host, main, article };
}

/** The text is on its way: its title, as far as it is known, and a line that moves. */
export function showArriving({ host, article }: View, title: string): void {
  host.setAttribute('state', 'arriving');
  article.replaceChildren(
    ...(title ? [toElement('h1', { dir: 'auto' }, title)] : []),
    toElement('p', { class: 'arriving', role: 'status' }, toText('arriving')),
    toElement('div', { class: 'line' }),
  );
}

/** The text itself. `body` is moved out of the reading: it was made safe before. */
export function showReading({ host, main, article }: View, reading: Reading, state: State): void {
  host.setAttribute('state', state);
  main.className = reading.state;
  main.dir = reading.direction;
  article.dir = reading.direction;
  if (reading.language) article.lang = reading.language;
  // Not `auto`: a Persian title may begin with a foreign name.
  const dir = toDirection(reading.title, reading.direction);
  const title = toElement('h1', { dir, tabindex: '-1' }, reading.title);
  const body = toElement('div', { part: 'body' });
  body.append(reading.body);
  article.replaceChildren(
    ...(reading.section ? [toElement('p', { class: 'section', dir: 'auto' }, reading.section)] : []),
    title,
    toElement('p', { class: 'about' }, ...toAbout(reading)),
    body,
  );
  // Where the reader goes on from by keyboard or screen reader: what had the focus is hidden now.
  title.focus({ preventScroll: true });
}

/** The names of several authors, in characters. */
const BYLINE_CHARS = 160;

/** Who wrote it, when, where, and how long it takes to read: what is not known is not said. */
function toAbout(reading: Reading): HTMLElement[] {
  const { byline, published, modified, site, minutes } = reading;
  return [
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
  const { host, root } = toHost('light-view', css);
  host.setAttribute('state', 'nothing');
  const main = toElement(
    'main',
    { class: 'toast', dir: readDirection(), lang: readLanguage() },
    toElement('p', {}, sentence),
    toElement('div', { class: 'presses' }, ...toPresses({ ...presses, close: toText('close') })),
  );
  root.append(main);
  return { host, main, article: main };
}
