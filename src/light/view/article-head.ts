// Shows what stands above a text: its section, its title, who wrote it, when, and how long it takes to read.
import { createElement } from '../../common/document/elements.ts';
import { toMinutes } from '../../common/words/quantities.ts';
import { toSafeName } from '../../common/words/site-name.ts';
import { readLanguage, toOwnWords, toText } from '../../common/words/translations.ts';
import type { Reading } from '../extract/article.ts';
import { isDay } from '../metadata/date.ts';
import { toDirection } from '../metadata/direction.ts';
import { toLine } from '../text/single-line.ts';

/** The longest titles seen take half of it, in characters. */
export const MOST_TITLE_CHARS = 300;
/** A section has a name of a few words. */
const MOST_SECTION_CHARS = 60;

/** What is said of a text above it. */
export type Head = Pick<Reading, 'title' | 'section' | 'byline' | 'published' | 'modified' | 'site'> &
  Partial<Pick<Reading, 'minutes' | 'whole'>>;

/** What stands above a text, as far as it is known. */
export function showHead({ article }: { article: HTMLElement }, head: Head): void {
  const heading = article.querySelector('h1');
  const title = toLine(head.title, MOST_TITLE_CHARS);
  article.querySelector('.section')?.replaceChildren(toLine(head.section, MOST_SECTION_CHARS));
  // Not `auto`: a Persian title may begin with a foreign name.
  if (heading) heading.dir = toDirection(title, article.dir);
  if (heading?.textContent !== title) heading?.replaceChildren(title);
  const host = article.parentElement?.querySelector('.site')?.textContent ?? '';
  article.querySelector('.about')?.replaceChildren(...createAbout(head, host));
}

/** The names of several authors, in characters. */
const BYLINE_CHARS = 160;

/** Who wrote it, when, where, and how long it takes to read: what is not known is not said. `host` stands in the bar. */
function createAbout(reading: Head, host: string): HTMLElement[] {
  const { byline, published, modified, site, minutes, whole } = reading;
  return [
    whole && createOwnWords('whole', toText('wholePage')),
    byline && createElement('bdi', { class: 'byline' }, toSafeName(byline, BYLINE_CHARS)),
    published && createTime(published, toDate(published)),
    modified && createTime(modified, toText('updated', toChange(modified, published))),
    // A front page bears the site's name already, and the bar a host that has none.
    site &&
      ![reading.title, host].includes(site.replace(/^www\./, '')) &&
      createElement('bdi', { class: 'name' }, site),
    minutes === undefined ? createRoomForMinutes() : minutes && createMinutes(minutes),
  ].filter((part) => part instanceof HTMLElement);
}

function createMinutes(minutes: number): HTMLElement {
  return createOwnWords('minutes', toText('minutes', toMinutes(minutes)));
}

/** How long it takes to read is known when all of it is here: until then its place is kept, so that the line does not wrap then. */
function createRoomForMinutes(): HTMLElement {
  const room = createMinutes(4);
  room.className = 'room';
  room.ariaHidden = 'true';
  return room;
}

function createOwnWords(name: string, words: string): HTMLElement {
  return createElement('bdi', { class: name, ...toOwnWords() }, words);
}

function createTime(date: Date, text: string): HTMLElement {
  const machine = date.toISOString();
  const datetime = isDay(date) ? machine.slice(0, 10) : machine;
  return createElement('time', { datetime, ...toOwnWords() }, text);
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
