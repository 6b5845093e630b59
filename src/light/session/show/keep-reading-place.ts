// Has the background remember where the reader leaves off, and goes there again when the same text is opened.
import { readWorld } from '../../../common/isolated-world.ts';
import { ask } from '../../../common/messages.ts';
import { goToReadingPlace, readReadingPlace } from '../../view/text/reading-place.ts';
import type { View } from '../../view/view.ts';

export interface KeptPlace {
  /** Goes there, once: the text is here. Nothing before the background has told where that is. */
  restore(): void;
  /** The view goes: where the reader is now is told. */
  stop(): void;
}

export function keepReadingPlace({ main, body }: View): KeptPlace {
  const scroller = () => main.closest('dialog') ?? document.documentElement;
  let isRestored = false;
  const tell = () => {
    if (isRestored) ask('place', readReadingPlace(body, scroller()));
  };
  addEventListener('pagehide', tell);
  return {
    restore() {
      const place = readWorld().facts?.place;
      if (isRestored || place === undefined) return;
      isRestored = true;
      // An address that names a place of the page leads there.
      if (!location.hash) goToReadingPlace(body, scroller(), place);
    },
    stop() {
      removeEventListener('pagehide', tell);
      tell();
    },
  };
}
