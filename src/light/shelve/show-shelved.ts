// Shows a kept text on Light's own page, in the same view as any article: where the reader left it, with the pictures kept with it. No network.
import { isWebAddress } from '../../common/addresses.ts';
import { changeArticle, type Opened, readArticles, readShelved } from '../../common/shelf/shelf-database.ts';
import type { ShelvedArticle } from '../../common/shelf/shelved.ts';
import { toText } from '../../common/words/translations.ts';
import type { Reading } from '../extract/article.ts';
import { toLine } from '../text/single-line.ts';
import { showStateLine } from '../view/bar/state-line.ts';
import type { Press } from '../view/press-buttons.ts';
import { protectView } from '../view/screen/protect-view.ts';
import { readPictureAddress } from '../view/text/image-placeholders.ts';
import { goToReadingPlace, readReadingPlace } from '../view/text/reading-place.ts';
import { createView, showNote, showReading, type View } from '../view/view.ts';
import { hearView } from '../view/view-events.ts';
import { createBody, TITLE_CHARS, WITHOUT_PAGE } from './stored-text.ts';

/** The place is stored when the reader has stayed there for so long, in ms. */
const STAY_MS = 400;
const SHELF = 'shelf.html';
/** In `localStorage`: the text that was left last, and where. */
const LEFT = 'leftAt';

/** Fills the page with the text that is kept under that address. */
export async function showShelved(address: string): Promise<void> {
  const opened = await readShelved(address);
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  const view = createView(host, 'openPage');
  view.main.querySelector('.source')?.replaceChildren(address);
  const isWeb = isWebAddress(address);
  const others = opened ? await toNeighbours(address) : {};
  hearView(view, {
    // Written by Light; a file that was taken in may say what it likes of everything but the scheme.
    leave: () => isWeb && location.assign(address),
    shelf: () => location.assign(SHELF),
    previousUnread: () => open(others.previousUnread),
    nextUnread: () => open(others.nextUnread),
  });
  protectView(view, () => {});
  if (opened) showText(view, opened, host);
  const presses: Partial<Record<Press, string>> = {
    ...(others.previousUnread && { previousUnread: toText('previousUnread') }),
    ...(others.nextUnread && { nextUnread: toText('nextUnread') }),
    shelf: toText('openShelf'),
  };
  showNote(view, opened ? [] : [toText('keptGone', host)], presses);
  if (opened) followReader(view, opened.article);
}

/** A text of Light's own page, in this tab. */
function open(address: string | undefined): void {
  if (address) location.assign(`?kept=${encodeURIComponent(address)}`);
}

type Neighbours = Partial<Record<'previousUnread' | 'nextUnread', string>>;

/** The unread texts beside this one, in the order of the list. */
async function toNeighbours(address: string): Promise<Neighbours> {
  const articles = await readArticles();
  const at = articles.findIndex((article) => article.address === address);
  const isUnread = ({ readAt }: ShelvedArticle) => readAt === null;
  const before = articles.slice(0, at).filter(isUnread).at(-1);
  const after = articles.slice(at + 1).find(isUnread);
  return { ...(before && { previousUnread: before.address }), ...(after && { nextUnread: after.address }) };
}

function showText(view: View, { article, html, pictures }: Opened, host: string): void {
  const body = createBody(html, host);
  leadToOwnPlaces(body, article.address);
  showReading(view, toReading(article, body));
  document.title = toLine(article.title || host, TITLE_CHARS);
  showPictures(view, pictures);
  if (article.isWhole) return;
  view.host.setAttribute('data-state', 'incomplete');
  showStateLine(view, toText('unsure'), true);
}

/** Links to places of the text itself lead there on this page, too: to its notes, and back. */
function leadToOwnPlaces(body: ParentNode, address: string): void {
  for (const link of body.querySelectorAll('a')) {
    const [page, place] = (link.getAttribute('href') ?? '').split('#');
    if (place && page === address)
      link.setAttribute('href', `${location.pathname}${location.search}#${place}`);
  }
}

function toReading(article: ShelvedArticle, body: DocumentFragment): Reading {
  const { published, modified, ...known } = article;
  return {
    ...known,
    published: published === null ? null : new Date(published),
    modified: modified === null ? null : new Date(modified),
    kind: article.state === 'links' ? 'listing' : 'article',
    body,
    ...WITHOUT_PAGE,
  };
}

function showPictures({ body }: View, pictures: Opened['pictures']): void {
  const blobs = new Map(pictures.map(({ source, blob }) => [source, blob]));
  for (const placeholder of body.querySelectorAll<HTMLElement>('[data-action=picture]')) {
    const blob = blobs.get(readPictureAddress(placeholder));
    if (!blob) continue;
    const image = new Image();
    image.alt = placeholder.querySelector('.name')?.textContent ?? '';
    image.className = placeholder.classList[1] ?? '';
    image.src = URL.createObjectURL(blob);
    placeholder.replaceWith(image);
  }
}

/** Goes to where the reader was, notes where the reader goes from there, and that the end has been on the screen. */
function followReader(view: View, { address, place: stored, readAt }: ShelvedArticle): void {
  const place = takeLeft(address) ?? stored;
  const { body } = view;
  const scroller = document.scrollingElement ?? document.documentElement;
  const readPlace = () => readReadingPlace(body, scroller);
  goToReadingPlace(body, scroller, place);
  let staying: ReturnType<typeof setTimeout> | undefined;
  const note = () => changeArticle(address, { place: readPlace() });
  addEventListener('scroll', () => {
    clearTimeout(staying);
    staying = setTimeout(note, STAY_MS);
  });
  // A page that goes has no time for a database.
  addEventListener('pagehide', () => localStorage.setItem(LEFT, JSON.stringify([address, readPlace()])));
  if (readAt !== null) return;
  const end = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    end.disconnect();
    changeArticle(address, { readAt: Date.now() });
  });
  const foot = view.main.querySelector('.foot');
  if (foot) end.observe(foot);
}

/** Where the reader was when the page of this text was left last, if no other one was since; `null` where that is not known. */
function takeLeft(address: string): number | null {
  // Written below, by Light alone.
  const [left, place] = JSON.parse(localStorage.getItem(LEFT) ?? '[]') as [string?, number?];
  if (left !== address || place === undefined) return null;
  localStorage.removeItem(LEFT);
  return place;
}
