// Without this, the page that shows a kept text would bring a second copy of the view into the package.
import { hearView } from './hear.ts';
import { markLinks } from './marks.ts';
import { loadPicture, replacePictures } from './pictures.ts';
import { toSafe } from './sanitise.ts';
import { shelterView } from './shelter.ts';
import { showNote, showReading, toView } from './view.ts';

declare global {
  /** Stands on Light's own page alone. */
  var lightParts: typeof PARTS;
}

/** What the light script lends to Light's own page. */
export const PARTS = {
  hearView,
  loadPicture,
  markLinks,
  replacePictures,
  shelterView,
  showNote,
  showReading,
  toSafe,
  toView,
};
