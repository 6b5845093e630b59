// Says why the reader was asked about the last slow pages, or was not.
import browser from 'webextension-polyfill';
import { createElement } from '../common/document/elements.ts';
import { NAME } from '../common/prompt-reason.ts';
import { DECISIONS_KEY, type Decision } from '../common/stored/recent-decisions.ts';
import { type MessageName, readLanguage, toText } from '../common/words/translations.ts';

const WHY_NOT: Record<Exclude<Decision['why']['kind'], 'asked'>, MessageName> = {
  never: 'recentNever',
  resting: 'recentResting',
  patience: 'patienceNeverNote',
  unasked: 'recentUnasked',
};

export async function createRecent(): Promise<HTMLElement> {
  const stored = (await browser.storage.session.get(DECISIONS_KEY))[DECISIONS_KEY] as Decision[] | undefined;
  if (!stored?.length) return createElement('p', {}, toText('recentNone'));
  const time = new Intl.DateTimeFormat(readLanguage(), { timeStyle: 'short' });
  const items = stored.map(({ host, at, why }) =>
    createElement(
      'li',
      {},
      createElement(
        'div',
        {},
        createElement('bdi', {}, host),
        createElement('p', { class: 'note' }, ...toWords(why)),
      ),
      createElement('time', { class: 'note', datetime: new Date(at).toISOString() }, time.format(at)),
    ),
  );
  return createElement('ul', {}, ...items);
}

/** The name of a host stands in its own direction. */
function toWords(why: Decision['why']): (Node | string)[] {
  if (why.kind !== 'asked') return [toText(WHY_NOT[why.kind])];
  const [before = '', after] = why.sentence.split(NAME);
  return after === undefined ? [before] : [before, createElement('bdi', {}, why.name), after];
}
