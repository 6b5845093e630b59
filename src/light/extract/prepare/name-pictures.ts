// Gives pictures the words that their page has for them: a caption that is not marked as one is the name of its picture, and stands in the picture's
// place; one that is marked, and no text of the article, stays with its picture.
import { CAPTION } from '../../sanitise/picture-sources.ts';
import type { ReadOutline } from '../judgement/features/outline.ts';

/** A longer caption is a text of its own, in characters: the name of a picture is cut after so many. */
const CAPTION_CHARS = 160;
const CAPTION_NAME = /(?:^|[-_ ]|[a-z](?=C))captions?(?:$|[-_ ])/i;
/** So many boxes around a caption may hold its picture. */
const DEPTH = 5;

/** Changes `keep` and the page the outline was read from; gives the pictures that have got a name. */
export function namePictures({ boxes, runs, nodes }: ReadOutline, keep: boolean[]): Element[] {
  return runs.flatMap((run, at) => {
    const box = boxes[run.box];
    const names = `${box?.names ?? ''} ${boxes[box?.parent ?? -1]?.names ?? ''}`;
    const text = nodes[at]?.[0];
    if (!keep[at] || run.text.length > CAPTION_CHARS || !CAPTION_NAME.test(names)) return [];
    if (!text || text.parentElement?.closest('figcaption')) return [];
    const picture = findPicture(text);
    if (!picture) return [];
    picture.setAttribute('alt', run.text);
    keep[at] = false;
    return [picture];
  });
}

/**
 * Notes marked captions that are not kept at the one picture of their figure. What people call the text of an article has no captions (of 244 at the
 * texts of the sets aeb and fd, six), but who sees a picture reads its caption.
 */
export function noteCaptions({ runs, nodes }: ReadOutline, keep: readonly boolean[]): void {
  const captions = new Map<Element, string>();
  runs.forEach(({ text }, at) => {
    const caption = nodes[at]?.[0]?.parentElement?.closest('figcaption');
    const [picture, other] = caption?.closest('figure')?.querySelectorAll('img') ?? [];
    if (picture && !other && !keep[at]) captions.set(picture, `${captions.get(picture) ?? ''} ${text}`);
  });
  for (const [picture, words] of captions) picture.setAttribute(CAPTION, words);
}

/** The one picture beside the caption, in one of the boxes it stands in. */
function findPicture(caption: Text): Element | undefined {
  let box = caption.parentElement;
  for (let depth = 0; box && depth < DEPTH; box = box.parentElement, depth++) {
    const pictures = box.querySelectorAll('img');
    if (pictures.length > 0) return pictures.length === 1 ? pictures[0] : undefined;
  }
  return undefined;
}
