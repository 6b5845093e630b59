// The page of the kept texts: lists and searches them, shows what is on its way, and holds the tools of the whole shelf. Works without a network.
import { createElement } from '../common/document/elements.ts';
import { createLogo } from '../common/document/logo.ts';
import { ask } from '../common/messages.ts';
import { isPrivateWindow } from '../common/private-window.ts';
import { readArticles } from '../common/shelf/shelf-database.ts';
import { SHELF_OFFER_KEY, SHELF_PROGRESS_KEY } from '../common/shelf/shelf-offer.ts';
import { toShelfKey } from '../common/shelf/shelved.ts';
import { readDirection, readLanguage, toText } from '../common/words/translations.ts';
import { showOffer, showQueue } from './keep-progress.ts';
import { showFull } from './make-space.ts';
import { session } from './session-storage.ts';
import { toFailure, toTools } from './shelf-tools.ts';
import { TextList } from './text-list.ts';

const main = document.querySelector('main') as HTMLElement; // It stands in shelf.html.
const status = createElement('p', { id: 'status', role: 'status' });
const say = (sentence: string) => status.replaceChildren(sentence);

function showPage(): void {
  const offer = createElement('section', { id: 'offer', hidden: '' });
  const queue = createElement('section', { id: 'queue', hidden: '' });
  const search = createElement('input', {
    type: 'search',
    id: 'search',
    'aria-label': toText('shelfSearch'),
    placeholder: toText('shelfSearch'),
  });
  const unread = createElement('input', { type: 'checkbox', id: 'unread' });
  const full = createElement('section', { id: 'full', hidden: '' });
  const list = new TextList(
    () => show(),
    (error) => say(toFailure(error)),
  );
  let wasFull = false;
  const tools = toTools({
    onChange: (isFull = wasFull) => {
      wasFull = isFull;
      return show();
    },
    say,
  });
  let hasRun = false;
  const showList = async () => {
    const articles = await readArticles();
    await Promise.all([list.show(articles, search.value, unread.checked), tools.show(articles)]);
    return articles;
  };
  const show = async () => {
    try {
      hasRun = (await showQueue(queue, hasRun)) || hasRun;
      const articles = await showList();
      await showOffer(offer, new Set(articles.map(({ address }) => toShelfKey(address))));
      await showFull(full, articles, wasFull, () => {
        wasFull = false;
        return show();
      });
    } catch (error) {
      say(toFailure(error));
    }
  };
  const find = () => list.find(search.value, unread.checked);
  search.addEventListener('input', find);
  search.addEventListener('focus', () => list.prepareSearch());
  unread.addEventListener('change', find);
  const filter = createElement('label', { class: 'filter' }, unread, toText('shelfUnread'));
  main.append(
    status,
    offer,
    queue,
    full,
    createElement('div', { class: 'row search' }, search, filter),
    ...list.elements,
    tools.element,
  );
  session().onChanged.addListener((changes) => {
    if (SHELF_PROGRESS_KEY in changes || SHELF_OFFER_KEY in changes) show();
  });
  // From a text, where it may have been read.
  addEventListener('pageshow', ({ persisted }) => persisted && show());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && show());
  show().then(() => {
    // A background that was ended goes on within a minute by itself, and at once where the reader looks.
    if (hasRun) ask('queue', { type: 'resume' });
    // Read while the reader looks at the list: of two thousand texts they take most of the time of a search.
    list.prepareSearch().catch((error: unknown) => console.warn(error));
  });
}

document.documentElement.dir = readDirection();
document.documentElement.lang = readLanguage();
document.title = toText('openShelf');
main.append(createElement('header', {}, createLogo(), createElement('h1', {}, toText('openShelf'))));
if (isPrivateWindow()) main.append(createElement('p', {}, toText('shelfPrivate')));
else showPage();
