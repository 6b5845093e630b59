// The buttons of Light's view: each is known by reference, for scripts of the page may write any attribute in an open shadow root.
import { createElement } from '../../common/document/elements.ts';

/** What a reader can press in the view. */
export type Press =
  | 'comfort'
  | 'menu'
  | 'pictures'
  | 'aloud'
  | 'stopAloud'
  | 'contents'
  | 'heading'
  | 'article'
  | 'copyLink'
  | 'copyText'
  | 'share'
  | 'save'
  | 'print'
  | 'settings'
  | 'leave'
  | 'reload'
  | 'again'
  | 'rest'
  | 'whole'
  | 'form'
  | 'close'
  | 'picture'
  | 'full'
  | 'pages'
  | 'stopPages'
  | 'headlines'
  | 'ownList'
  | 'always'
  | 'alwaysUndo'
  | 'never'
  | 'scripts'
  | 'scriptsAlways'
  | 'scriptsUndo'
  | 'stopUnasked'
  | 'pass'
  | 'shelve'
  | 'keepPictures'
  | 'shelf'
  | 'previousUnread'
  | 'nextUnread';

const presses = new WeakMap<EventTarget, Press>();

/** Makes a button for that. Its name stands on it, too, for who looks at the view from outside. */
export function createPressButton(
  press: Press,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLButtonElement {
  const button = createElement(
    'button',
    { type: 'button', 'data-action': press, ...attributes },
    ...children,
  );
  presses.set(button, press);
  return button;
}

/** The button that an event happened to, and what it is for; `null` where it was none of Light's. */
export function findPress(event: Event): { button: HTMLElement; press: Press } | null {
  for (const target of event.composedPath()) {
    const press = presses.get(target);
    if (press) return { button: target as HTMLElement, press }; // Nothing else is among the presses.
  }
  return null;
}
