// Shows what a page has after its article: comments and pictures folded with their number, further articles as a short list.
import { createElement } from '../../common/document/elements.ts';
import { type MessageName, readLanguage, toOwnWords, toText } from '../../common/words/translations.ts';
import type { AfterText } from '../extract/keep/after-text.ts';
import { toDirection } from '../metadata/direction.ts';
import { replacePictures } from './text/image-placeholders.ts';
import { markLinks } from './text/link-labels.ts';
import { wrapWideBlocks } from './text/scroll-boxes.ts';
import type { View } from './view.ts';

/** Puts it below the text, in place of what stood there. */
export function showAfterText({ article }: Pick<View, 'article'>, after: AfterText | null): void {
  for (const old of article.querySelectorAll(':scope > [data-part=after]')) old.remove();
  const parts = after
    ? [
        createFold('picturesCount', createItems(after.pictures, article.dir)),
        createFold('commentsCount', createItems(after.comments, article.dir)),
        createList(createItems(after.further, article.dir)),
      ].filter((part) => part !== null)
    : [];
  if (parts.length === 0) return;
  // The site's own search is the last of all.
  const search = article.querySelector(':scope > form');
  article.insertBefore(createElement('div', { 'data-part': 'after' }, ...parts), search);
}

function createFold(name: MessageName, items: HTMLElement[]): HTMLElement | null {
  if (items.length === 0) return null;
  const number = new Intl.NumberFormat(readLanguage()).format(items.length);
  return createElement(
    'details',
    {},
    createElement('summary', toOwnWords(), toText(name, number)),
    createElement('ul', {}, ...items),
  );
}

function createList(items: HTMLElement[]): HTMLElement | null {
  if (items.length === 0) return null;
  const heading = createElement('h2', toOwnWords(), toText('furtherCount'));
  return createElement('section', { class: 'further' }, heading, createElement('ul', {}, ...items));
}

/** Each stands on the side on which it begins, by all of its letters. */
function createItems(items: DocumentFragment[], direction: string): HTMLElement[] {
  return items.map((item) => {
    replacePictures(item);
    markLinks(item, location.hostname);
    wrapWideBlocks(item);
    return createElement('li', { dir: toDirection(item.textContent ?? '', direction) }, item);
  });
}
