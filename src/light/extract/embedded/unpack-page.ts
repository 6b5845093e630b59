// Brings to its place what a page holds elsewhere in its HTML: shadow roots, frames, streamed parts, formulas, text in templates and in data.
import { dropMailing, dropMarkup } from '../prepare/drop-boilerplate.ts';
import { normaliseCode } from './code-lines.ts';
import { unpackData } from './data/data-text.ts';
import { showFolded } from './folded-parts.ts';
import { prepareFormulas } from './formulas.ts';
import { unpackFrames } from './frames.ts';
import { noteInlineStyles } from './inline-styles.ts';
import { unpackNoscripts } from './noscripts.ts';
import { completePictures } from './pictures.ts';
import { flattenShadowRoots } from './shadow-roots.ts';
import { shieldText } from './shield-text.ts';
import { placeStreamedParts } from './streamed-parts.ts';

/** Changes a copy of a page so that what it has to read stands in its body, in order, as elements. Asks for nothing. */
export function unpackPage(page: Document): void {
  flattenShadowRoots(page);
  placeStreamedParts(page);
  unpackFrames(page);
  unpackNoscripts(page);
  noteInlineStyles(page);
  showFolded(page);
  prepareFormulas(page);
  normaliseCode(page);
  completePictures(page);
  dropMarkup(page);
  dropMailing(page);
  shieldText(page);
  // Last, for it counts what there is to read without it.
  unpackData(page);
}
