// A list with a box before each of its lines, the first of them chosen, and a button that counts those that are.
import { createElement } from '../common/document/elements.ts';
import { type MessageName, readLanguage, toText } from '../common/words/translations.ts';

export function toButton(label: MessageName, act: () => unknown): HTMLButtonElement {
  const button = createElement('button', { type: 'button', 'data-action': label }, toText(label));
  button.addEventListener('click', act);
  return button;
}

interface Choosing<T> {
  title: MessageName;
  /** On the button, before the number of those that are chosen. */
  label: 'keep' | 'remove';
  items: readonly T[];
  toTitle: (item: T) => string;
  /** What is said of it below its title; '' for nothing. */
  toFact?: (item: T) => string;
  /** So many are chosen at first. */
  chosen: number;
  act: (chosen: T[]) => unknown;
  close: () => unknown;
}

/** The list with what stands above and below it. */
export function toChoiceList<T>({
  title,
  label,
  items,
  toTitle,
  toFact = () => '',
  chosen,
  act,
  close,
}: Choosing<T>): HTMLElement[] {
  const boxes = items.map((_, at) =>
    Object.assign(createElement('input', { type: 'checkbox' }), { checked: at < chosen }),
  );
  const press = toButton(label, () => act(items.filter((_, at) => boxes[at]?.checked)));
  const count = () => {
    const checked = boxes.filter((box) => box.checked).length;
    press.disabled = checked === 0;
    press.replaceChildren(`${toText(label)} (${new Intl.NumberFormat(readLanguage()).format(checked)})`);
  };
  count();
  const lines = items.map((item, at) => {
    const fact = toFact(item);
    const words = [
      createElement('bdi', {}, toTitle(item)),
      ...(fact ? [createElement('span', { class: 'facts' }, fact)] : []),
    ];
    return createElement(
      'li',
      {},
      createElement('label', {}, boxes[at] ?? '', createElement('span', {}, ...words)),
    );
  });
  const list = createElement('ul', {}, ...lines);
  list.addEventListener('change', count);
  const row = createElement('div', { class: 'row' }, press, toButton('close', close));
  return [createElement('h2', {}, toText(title)), list, row];
}
