// What a text that is shown again and one that is kept have in common: both are made safe again, and nothing more can be asked of their pages.
import type { Reading } from '../extract/article.ts';
import { NO_WAY_ON } from '../page/way-on.ts';
import { toSafe } from '../sanitise/sanitise.ts';
import { replacePictures } from '../view/text/image-placeholders.ts';
import { markLinks } from '../view/text/link-labels.ts';
import { wrapWideBlocks } from '../view/text/scroll-boxes.ts';

/** A tab shows less of its title, in characters. */
export const TITLE_CHARS = 300;

/** What a reading has of its page, without that page. */
export const WITHOUT_PAGE: Pick<Reading, 'whole' | 'walled' | 'sure' | 'wayOn' | 'navigation' | 'otherForm'> =
  {
    whole: false,
    walled: false,
    sure: true,
    wayOn: NO_WAY_ON,
    navigation: [],
    otherForm: null,
  };

/** The text as it is shown, of HTML that may be anything. `hostname`: of its page. */
export function createBody(html: string, hostname: string): DocumentFragment {
  const body = toSafe(html);
  replacePictures(body);
  markLinks(body, hostname);
  wrapWideBlocks(body);
  return body;
}
