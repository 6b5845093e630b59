// Without this, nothing in the view could be pressed, and its links would open as full pages in other tabs.
import { ask } from '../common/messages.ts';
import { watchPresses } from '../common/press.ts';
import type { Press, View } from './view.ts';

/** What happens at each press; the element is the button pressed. */
export type Answers = Partial<Record<Press, (button: HTMLElement) => void>>;

// What happens in the view is not the page's business: its own listeners below are not to react to it.
const KEPT_IN =
  'click auxclick mousedown mouseup pointerdown pointerup touchstart touchend contextmenu selectstart keydown keyup keypress copy';
/** Happens at the page's body where nothing in the view has the focus. */
const ANYWHERE = /^key|^copy/;

/** Hears the view's buttons and links until stopped, before the page does, which then hears nothing of it. */
export function hearView({ host, main, article }: View, answers: Answers): () => void {
  const guard = watchPresses(main.querySelector('.bar, .presses') ?? main);
  const onClick = (event: MouseEvent, target: Element) => {
    const button = target.closest<HTMLElement>('[data-action]');
    if (button && event.button === 0)
      return guard.isMeant(event) && answers[button.dataset.action as Press]?.(button);
    const link = target.closest<HTMLAnchorElement>('a[href]');
    if (link) onLink(event, link);
  };
  const onKey = (event: KeyboardEvent) => {
    // Esc would close the dialog that the view stands in, and the page's own below it.
    if (event.key === 'Escape' && main.closest('dialog')) event.preventDefault();
    // By place, for on a Persian keyboard that key is another letter.
    if (event.code !== 'KeyA' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    getSelection()?.selectAllChildren(article);
  };
  const hear = (event: Event) => {
    // A word in the corner leaves the page to the reader, and so does a view whose extension is gone.
    const isAlone = article !== main && main.checkVisibility();
    const [target] = event.composedPath();
    const inside = event.composedPath().includes(host);
    if (!inside && !(isAlone && ANYWHERE.test(event.type))) return;
    event.stopPropagation();
    if (event.type === 'keydown' && isAlone) onKey(event as KeyboardEvent);
    if (event.type.endsWith('click') && target instanceof Element) onClick(event as MouseEvent, target);
  };
  const names = KEPT_IN.split(' ');
  for (const name of names) addEventListener(name, hear, true);
  return () => {
    guard.stop();
    for (const name of names) removeEventListener(name, hear, true);
  };
}

/** A link that would open elsewhere opens in a new light tab; in this tab the light rule holds anyway. */
function onLink(event: MouseEvent, link: HTMLAnchorElement): void {
  const elsewhere = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!elsewhere || !event.isTrusted || !/^https?:/.test(link.href)) return;
  event.preventDefault();
  // The extension was updated or switched off under the page: the browser opens the link as it would any other.
  ask('open', link.href).catch(() => window.open(link.href, '_blank', 'noopener,noreferrer'));
}
