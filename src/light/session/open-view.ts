// What stands around a view while it is in the page, and how all of that is taken away again.
import { readWorld } from '../../common/isolated-world.ts';
import type { Press } from '../view/press-buttons.ts';
import { protectView } from '../view/screen/protect-view.ts';
import { styleBelow } from '../view/screen/user-sheet.ts';
import { fitViewport } from '../view/screen/viewport.ts';
import { readOpenedPlace } from '../view/text/places.ts';
import type { View } from '../view/view.ts';
import { hearView } from '../view/view-events.ts';
import { rememberPage } from './page-state.ts';
import type { Below } from './state/session-state.ts';

/** What the reader can press, and what happens to the view. */
export type Presses = Partial<Record<Exclude<Press, 'picture'>, () => void>> & { onLost(): void };

/** Puts the view over the page; gives what takes it away and gives the page back as far as it is there. */
export function openView(view: View, below: Below, { onLost, ...presses }: Presses): () => void {
  // A page that is loaded again has nothing to be given back, and to ask it would have it laid out.
  const restore = below === 'whole' ? rememberPage() : () => {};
  const opened = below === 'whole' ? readOpenedPlace() : location.hash;
  const restoreViewport = fitViewport();
  readWorld().question?.tell('view-opened');
  const stops = [protectView(view, onLost), styleBelow(view.host), hearView(view, presses, opened)];
  // A page that has just come is at its top, and would be laid out to be told so.
  if (below !== 'light') scrollTo({ top: 0, behavior: 'instant' });
  return () => {
    for (const stop of stops) stop();
    view.host.remove();
    restoreViewport();
    restore();
  };
}
