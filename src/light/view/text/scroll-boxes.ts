// Puts what may be wider than the column into boxes that scroll by themselves and can be reached by keyboard.
import { createElement } from '../../../common/document/elements.ts';
import { toText } from '../../../common/words/translations.ts';

/** Wraps each table; its caption stands above the box, where it is seen wherever the table is scrolled to. Code scrolls as it is. */
export function wrapWideBlocks(body: ParentNode): void {
  for (const table of body.querySelectorAll('table'))
    if (!table.parentElement?.closest('table')) wrapTable(table);
  for (const code of body.querySelectorAll('pre')) code.tabIndex = 0;
}

function wrapTable(table: HTMLTableElement): void {
  const { caption } = table;
  const name = caption?.textContent?.trim() || toText('table');
  const box = createElement('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': name });
  const figure = createElement('figure', {});
  table.replaceWith(figure);
  if (caption?.textContent?.trim()) figure.append(createElement('figcaption', {}, ...caption.childNodes));
  caption?.remove();
  box.append(table);
  figure.append(box);
}
