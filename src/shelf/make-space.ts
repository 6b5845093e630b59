// Where the shelf is full of texts that nobody has read: offers the oldest of them to be removed. None goes unless the reader says so.
import { createElement } from '../common/document/elements.ts';
import { ask } from '../common/messages.ts';
import { sumBytes, toUnreadToGo } from '../common/shelf/make-room.ts';
import { readQueue, removeShelved } from '../common/shelf/shelf-database.ts';
import { readLimitBytes } from '../common/shelf/shelf-limit.ts';
import type { ShelvedArticle } from '../common/shelf/shelved.ts';
import { toAmount } from '../common/words/quantities.ts';
import { toText } from '../common/words/translations.ts';
import { toButton, toChoiceList } from './choice-list.ts';

/** A shelf whose unread texts take so much of the room is full: the next text may have been refused in its view. */
const FULL_SHARE = 0.95;
/** So much is made free by what is chosen at first: a tenth of the room. */
const FREED_SHARE = 0.1;

/** Says that there is no room, with a press that opens the list; nothing where there is room, or the reader is choosing already. */
export async function showFull(
  section: HTMLElement,
  articles: readonly ShelvedArticle[],
  wasFull: boolean,
  onChange: () => Promise<void>,
): Promise<void> {
  const unread = articles.filter(({ readAt }) => readAt === null);
  const isAtLimit = sumBytes(unread) > (await readLimitBytes()) * FULL_SHARE;
  const isFull = wasFull || isAtLimit || (await readQueue()).state === 'full';
  section.hidden = !isFull || unread.length === 0;
  if (section.hidden) return section.replaceChildren();
  if (section.querySelector('ul')) return;
  const open = toButton('makeRoom', async () => {
    showChoice(section, unread, await readLimitBytes(), onChange);
    section.querySelector('input')?.focus();
  });
  section.replaceChildren(
    createElement('p', {}, toText('shelfFull')),
    createElement('div', { class: 'row' }, open),
  );
}

function showChoice(
  section: HTMLElement,
  unread: readonly ShelvedArticle[],
  limitBytes: number,
  onChange: () => Promise<void>,
): void {
  const oldestFirst = [...unread].sort((one, other) => one.keptAt - other.keptAt);
  const end = async () => {
    section.replaceChildren();
    await onChange();
  };
  const choice = toChoiceList({
    ...{ title: 'makeRoomTitle', label: 'remove', items: oldestFirst },
    toTitle: ({ title, address }) => title || address,
    toFact: ({ bytes }) => toAmount(bytes),
    chosen: toUnreadToGo(oldestFirst, limitBytes * FREED_SHARE),
    act: async (chosen) => {
      await removeShelved(chosen.map(({ address }) => address));
      // What waited for room goes on.
      if ((await readQueue()).state === 'full') await ask('queue', { type: 'resume' });
      await end();
    },
    close: end,
  });
  section.replaceChildren(...choice);
}
