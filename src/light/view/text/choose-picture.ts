// Chooses the file of a picture that is asked for: the smallest one that fills the column. The full one is there on request.
import { type Candidate, parseSourceSet } from '../../sanitise/picture-sources.ts';

/** Where a picture is had: small as it may be here, and as large as the page has it. */
export interface PictureFiles {
  small: string;
  full: string;
}

/** The column is no wider, in CSS pixels: see `--column` in view.css. */
const COLUMN_PX = 680;

/**
 * Pixels of the column, not of the screen: a sharper picture costs four or nine times as much on a phone, and the reader can ask for it.
 * `src` is the file without a choice, `width` the one that the page states for it, in CSS pixels.
 */
export function choosePicture(
  { src, srcset, width }: { src: string; srcset: string; width: number },
  screenPx: number,
): PictureFiles {
  const own = { address: src, width: width > 0 ? width : 0, density: 1 };
  const sized = parseSourceSet(srcset);
  const wide = [...sized, own].filter((each) => each.width > 0).sort((a, b) => a.width - b.width);
  const column = Math.min(screenPx, COLUMN_PX);
  if (sized.some((each) => each.width > 0)) {
    const small = wide.find((each) => each.width >= column) ?? wide.at(-1);
    return toFiles(src, small, wide.at(-1));
  }
  const dense = [...sized, own].sort((a, b) => a.density - b.density);
  return toFiles(src, dense[0], dense.at(-1));
}

function toFiles(src: string, small: Candidate | undefined, full: Candidate | undefined): PictureFiles {
  return { small: small?.address ?? src, full: full?.address ?? src };
}
