// What is being kept: links of a list to choose from, and how far those are that were chosen.
import { createElement } from '../common/document/elements.ts';
import { ask, type KeepLink } from '../common/messages.ts';
import { isUnderWay, type KeepQueue, toComing } from '../common/shelf/keep-queue.ts';
import { readQueue } from '../common/shelf/shelf-database.ts';
import { SHELF_OFFER_KEY } from '../common/shelf/shelf-offer.ts';
import { toShelfKey } from '../common/shelf/shelved.ts';
import { toAmount } from '../common/words/quantities.ts';
import { readLanguage, toText } from '../common/words/translations.ts';
import { toButton, toChoiceList } from './choice-list.ts';
import { session } from './session-storage.ts';

/** So many of a list are chosen at first. */
const CHOSEN = 10;

/** The links that the reader came with, without those that are kept: the first ten are chosen. Empty where there are none. */
export async function showOffer(section: HTMLElement, kept: ReadonlySet<string>): Promise<void> {
  const stored = (await session().get(SHELF_OFFER_KEY))[SHELF_OFFER_KEY];
  // Written by the background alone.
  const links = ((stored ?? []) as KeepLink[]).filter(({ address }) => !kept.has(toShelfKey(address)));
  section.hidden = links.length === 0;
  if (section.hidden) return;
  const end = async () => {
    await session().remove(SHELF_OFFER_KEY);
    section.hidden = true;
  };
  const choice = toChoiceList({
    ...{ title: 'keepThese', label: 'keep', items: links, chosen: CHOSEN },
    toTitle: ({ title, address }) => title.trim() || address,
    act: async (chosen) => {
      await end();
      await ask('queue', { type: 'add', links: chosen });
    },
    close: end,
  });
  section.replaceChildren(...choice);
}

/** How far the queue is. `hasRun`: it was under way since the page was opened, so that its end is told, too. Whether it is under way. */
export async function showQueue(section: HTMLElement, hasRun: boolean): Promise<boolean> {
  const queue = await readQueue();
  section.hidden = queue.items.length === 0 || (queue.state === 'over' && !hasRun);
  const stop = () => toButton('stopPages', () => ask('queue', { type: 'stop' }));
  const resume = () => toButton('queueResume', () => ask('queue', { type: 'resume' }));
  const button = isUnderWay(queue) ? [stop()] : queue.state === 'over' ? [] : [resume()];
  const sentences = toSentences(queue).map((sentence) => createElement('p', {}, sentence));
  section.replaceChildren(
    createElement('div', { role: 'status' }, ...sentences),
    createElement('p', { class: 'note', dir: 'auto' }, toComing(queue)?.title ?? ''),
    createElement('div', { class: 'row' }, ...button),
  );
  return isUnderWay(queue);
}

function toSentences({ state, items }: KeepQueue): string[] {
  const number = new Intl.NumberFormat(readLanguage());
  const count = (...states: string[]) => items.filter((item) => states.includes(item.state)).length;
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  const [kept, all] = [number.format(count('kept', 'present')), number.format(items.length)];
  const failed = count('failed');
  return [
    toText('queueProgress', kept, all, toAmount(bytes)),
    failed > 0 ? toText('queueFailed', number.format(failed)) : '',
    state === 'away' ? toText('queueAway') : '',
  ].filter(Boolean);
}
