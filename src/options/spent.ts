// Shows what pages read with Light have cost, week by week, as a small picture with its numbers; the reader can begin anew.
import browser from 'webextension-polyfill';
import { createElement } from '../common/document/elements.ts';
import { parseSpent, SPENT_KEY, type SpentWeek } from '../common/stored/spent.ts';
import { toAmount } from '../common/words/quantities.ts';
import { readLanguage, toText } from '../common/words/translations.ts';

export async function createSpent(): Promise<HTMLElement> {
  const weeks = parseSpent((await browser.storage.local.get(SPENT_KEY))[SPENT_KEY]);
  if (weeks.length === 0) return createElement('p', {}, toText('spentNone'));
  const most = Math.max(1, ...weeks.map(({ bytes }) => bytes));
  const reset = createElement('button', { type: 'button', 'data-action': 'spent' }, toText('spentReset'));
  reset.addEventListener('click', () => browser.storage.local.remove(SPENT_KEY));
  const list = createElement(
    'ol',
    { class: 'weeks' },
    ...weeks.toReversed().map((week) => createWeek(week, most)),
  );
  return createElement('div', {}, list, reset);
}

function createWeek({ week, pages, bytes, files }: SpentWeek, most: number): HTMLElement {
  const number = new Intl.NumberFormat(readLanguage());
  const day = new Intl.DateTimeFormat(readLanguage(), { dateStyle: 'medium', timeZone: 'UTC' });
  const bar = createElement('span', { class: 'amount', 'aria-hidden': 'true' });
  bar.style.inlineSize = `${Math.max(1, (100 * bytes) / most)}%`;
  const words = [toText('spentPages', number.format(pages)), toText('notLoaded', number.format(files))];
  return createElement(
    'li',
    {},
    createElement('span', {}, day.format(new Date(week))),
    createElement('b', {}, toAmount(bytes)),
    bar,
    createElement('p', { class: 'note' }, words.join(' · ')),
  );
}
