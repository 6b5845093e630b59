// Keeps what stands in a view: its text as it is on the screen, with the addresses of its pictures in place of the placeholders.
import { isWebAddress } from '../../common/addresses.ts';
import { ask, type KeepLink, type Refusal } from '../../common/messages.ts';
import { isPrivateWindow } from '../../common/private-window.ts';
import { type Shelving, toShelfKey } from '../../common/shelf/shelved.ts';
import { type MessageName, readLanguage, toText } from '../../common/words/translations.ts';
import type { Reading } from '../extract/article.ts';
import { readDocumentAddress } from '../source/navigation.ts';
import { showMoment, showStateLine } from '../view/bar/state-line.ts';
import { CALL } from '../view/call-to-action.ts';
import { createPressButton, type Press } from '../view/press-buttons.ts';
import { readPictureAddress } from '../view/text/image-placeholders.ts';
import type { View } from '../view/view.ts';
import { type Known, toKnown } from './to-shelving.ts';

const known = new WeakMap<View, Known>();

/** Notes what is known of the text that a view shows. */
export function noteReading(view: View, reading: Reading): void {
  known.set(view, toKnown(reading, readDocumentAddress()));
}

/** Keeps an article, or opens the shelf with the links of a list to choose from; says in the view what has come of it. */
export async function shelveView(view: View, withPictures = false): Promise<void> {
  if (view.host.dataset.state === 'links') return void (await ask('shelf', toLinks(view)));
  const pictures = [...view.body.querySelectorAll('img')].map(({ src }) => src);
  const answer = await ask('shelve', { text: toShelving(view), pictures: withPictures ? pictures : [] });
  if (answer.ok) showMoment(view, toText('isKept'));
  else showStateLine(view, toText(SENTENCES[answer.reason] ?? 'notKept'), true);
  if (answer.ok && !withPictures && pictures.length > 0) offerPictures(view, pictures.length);
}

/** They cost what they cost once more, where the browser does not hold them any more: that is the reader's to say. */
function offerPictures({ main }: View, count: number): void {
  main.querySelector('[data-action=keepPictures]')?.remove();
  const label = toText('keepPictures', new Intl.NumberFormat(readLanguage()).format(count));
  main.querySelector('.foot .presses')?.append(createPressButton('keepPictures', {}, label));
}

/** What can be pressed below a text or a list that is here. */
export function toShelfPresses({ host }: View): Partial<Record<Press, string>> {
  if (isPrivateWindow()) return {};
  return {
    shelve: toText(host.dataset.state === 'links' ? 'keepThese' : 'keep'),
    shelf: toText('openShelf'),
  };
}

const SENTENCES: Partial<Record<Refusal, MessageName>> = {
  ...{ full: 'shelfFull', disk: 'diskFull', failed: 'shelfDenied', gone: 'gone' },
};

function toShelving(view: View): Shelving {
  const { host, body } = view;
  const isWhole = host.dataset.state === 'article';
  return { ...(known.get(view) ?? toShown(view)), html: readHtml(body), isWhole };
}

/** What can be seen of a text that is still coming. */
function toShown({ article }: View): Known {
  return {
    address: toShelfKey(readDocumentAddress()),
    title: article.querySelector('h1')?.textContent ?? '',
    language: article.lang,
    direction: article.dir === 'rtl' ? 'rtl' : 'ltr',
    ...{ state: 'article', site: location.hostname, section: '', byline: '' },
    ...{ published: null, modified: null, minutes: 0 },
  };
}

function readHtml(body: HTMLElement): string {
  // In a document of its own: in this one the copies of pictures would be asked for.
  const copy = document.implementation.createHTMLDocument().importNode(body, true);
  for (const call of copy.querySelectorAll(CALL)) call.remove();
  const copies = [...copy.querySelectorAll('[data-action=picture]')];
  [...body.querySelectorAll<HTMLElement>('[data-action=picture]')].forEach((placeholder, at) => {
    const picture = copy.ownerDocument.createElement('img');
    picture.setAttribute('src', readPictureAddress(placeholder));
    picture.alt = placeholder.querySelector('.name')?.textContent ?? '';
    copies[at]?.replaceWith(picture);
  });
  return copy.innerHTML;
}

function toLinks({ body }: View): KeepLink[] {
  return [...body.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter(({ href }) => isWebAddress(href))
    .map(({ href, textContent }) => ({ address: href, title: textContent ?? '' }));
}
