// The menu of the bar: what is done less often, in one quiet list, by touch and keyboard.
import { createElement } from '../../../common/document/elements.ts';
import { readLanguage, toText } from '../../../common/words/translations.ts';
import { createPressButton, type Press } from '../press-buttons.ts';
import { BAR_ACTIONS, type BarAction } from './bar-actions.ts';
import { togglePanel } from './panel.ts';

/** Opens the menu below the bar, or closes it. `isAnswered`: what happens at a press of that kind in this view. */
export function toggleMenu(main: HTMLElement, isAnswered: (press: Press) => boolean): void {
  const offered = BAR_ACTIONS.filter(
    ({ press, isOffered }) => isAnswered(press) && isOffered?.(main) !== false,
  );
  const isOpen = togglePanel(main, 'menu', () =>
    createElement(
      'div',
      { class: 'panel menu', role: 'group', 'aria-label': toText('more') },
      ...offered.map((action) => createItem(main, action)),
    ),
  );
  if (isOpen) main.querySelector<HTMLElement>('.menu button')?.focus();
}

function createItem(main: HTMLElement, { press, label, toAmount, begins }: BarAction): HTMLElement {
  const amount = toAmount ? [new Intl.NumberFormat(readLanguage()).format(toAmount(main))] : [];
  return createPressButton(press, { class: begins ? 'item begins' : 'item' }, toText(label, ...amount));
}

/** The arrows go from one action to the next; whether that was meant. */
export function walkMenu(main: HTMLElement, key: string): boolean {
  const items = [...main.querySelectorAll<HTMLElement>('.menu .item')];
  const at = items.findIndex((item) => item.matches(':focus'));
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (at < 0 || step === 0) return false;
  items[(at + step + items.length) % items.length]?.focus();
  return true;
}
