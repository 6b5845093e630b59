// Shows what a page has after its article: comments and pictures folded with their number, further articles as a short list.
import { createElement } from '../../common/document/elements.ts';
import { type MessageName, readDirection, readLanguage, toText } from '../../common/words/translations.ts';
import type { AfterText } from '../extract/keep/after-text.ts';
import { replacePictures } from './text/image-placeholders.ts';
import { markLinks } from './text/link-labels.ts';
import { wrapWideBlocks } from './text/scroll-boxes.ts';
import type { View } from './view.ts';

/** Puts it below the text, in place of what stood there. */
export function showAfterText({ article }: Pick<View, 'article'>, after: AfterText | null): void {
  for (const old of article.querySelectorAll(':scope > [data-part=after]')) old.remove();
  const parts = after
    ? [
        createFold('picturesCount', after.pictures),
        createFold('commentsCount', after.comments),
        createList(after.further),
      ].filter((part) => part !== null)
    : [];
  if (parts.length > 0) article.append(createElement('div', { 'data-part': 'after' }, ...parts));
}

function createFold(name: MessageName, items: DocumentFragment[]): HTMLElement | null {
  if (items.length === 0) return null;
  const number = new Intl.NumberFormat(readLanguage()).format(items.length);
  return createElement(
    'details',
    {},
    createElement('summary', toOwn(), toText(name, number)),
    createItems(items),
  );
}

function createList(items: DocumentFragment[]): HTMLElement | null {
  if (items.length === 0) return null;
  const heading = createElement('h2', toOwn(), toText('furtherCount'));
  return createElement('section', { class: 'further' }, heading, createItems(items));
}

function createItems(items: DocumentFragment[]): HTMLElement {
  for (const item of items) {
    replacePictures(item);
    markLinks(item, location.hostname);
    wrapWideBlocks(item);
  }
  return createElement('ul', {}, ...items.map((item) => createElement('li', { dir: 'auto' }, item)));
}

/** What Light says runs in the direction of its own language. */
function toOwn(): Record<string, string> {
  return { dir: readDirection(), lang: readLanguage() };
}
