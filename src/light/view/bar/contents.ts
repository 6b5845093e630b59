// The headings of a long text as a list to go by: opened from the menu, in its place.
import { createElement } from '../../../common/document/elements.ts';
import { toText } from '../../../common/words/translations.ts';
import { createPressButton } from '../press-buttons.ts';
import { togglePanel } from './panel.ts';

/** Fewer are seen by scrolling. */
const LEAST_HEADINGS = 3;
const HEADINGS = '[data-part=body] :is(h2, h3)';

const headings = new WeakMap<HTMLElement, HTMLElement>();

export function hasContents(main: HTMLElement): boolean {
  return main.querySelectorAll(HEADINGS).length >= LEAST_HEADINGS;
}

export function openContents(main: HTMLElement): void {
  const items = [...main.querySelectorAll<HTMLElement>(HEADINGS)].map(createItem);
  togglePanel(main, 'menu', () =>
    createElement('div', { class: 'panel menu', role: 'group', 'aria-label': toText('contents') }, ...items),
  );
  items[0]?.focus();
}

function createItem(heading: HTMLElement): HTMLElement {
  const item = createPressButton(
    'heading',
    { class: heading.localName === 'h3' ? 'item inner' : 'item', dir: 'auto' },
    heading.textContent ?? '',
  );
  headings.set(item, heading);
  return item;
}

/** The heading that was chosen stands at the top of the window, and the keyboard goes on from there. */
export function goToHeading(item: HTMLElement): void {
  const heading = headings.get(item);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.scrollIntoView({ block: 'start', behavior: 'instant' });
  heading.focus({ preventScroll: true });
}
