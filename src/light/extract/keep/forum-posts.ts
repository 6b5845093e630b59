// Finds the posts of a thread, and says of each who wrote it and when.
import { toLine } from '../plain-text.ts';

/** Fewer boxes beside each other are no thread. */
const LEAST_POSTS = 3;
/** So many boxes around a text may be the post it stands in. */
const DEPTH = 9;
/** Where a post says who wrote it, the most exact first: microdata, links to writers, and the names in use. */
const WRITERS = [
  '[itemprop~=author] [itemprop~=name]',
  'a:is([href*=user i], [href*=member i], [href*=author i])',
  '[itemprop~=author], [rel~=author], [class*=username i], [class*=author i]',
];
/** A longer text is more than a name, in characters. */
const NAME_CHARS = 40;

/** A post as it stands in the page, with the name of its writer and the time as the page writes it. */
export interface Post {
  box: Element;
  writer: string;
  time: string;
}

/** The posts that these texts of a page stand in, in order; none where it is no thread: boxes of one kind side by side, by more than one writer. */
export function findPosts(texts: Element[]): Post[] {
  const seen = new Set<Element>();
  for (const text of texts) {
    let box = text.parentElement;
    for (let depth = 0; box?.parentElement && depth < DEPTH; box = box.parentElement, depth++) {
      if (seen.has(box.parentElement)) continue;
      seen.add(box.parentElement);
      const posts = toPosts(box, box.parentElement);
      if (posts.length >= LEAST_POSTS && new Set(posts.map(({ writer }) => writer)).size > 1) return posts;
    }
  }
  return [];
}

function toPosts({ localName, classList }: Element, parent: Element): Post[] {
  const boxes = [...parent.children].filter(
    (each) => each.localName === localName && each.classList[0] === classList[0],
  );
  if (boxes.length < LEAST_POSTS) return [];
  const posts = boxes.map((box) => ({
    box,
    writer: WRITERS.flatMap((names) => [...box.querySelectorAll(names)].map(toLine)).find(isName) ?? '',
    time: [...box.querySelectorAll('time')].map(toLine)[0] ?? '',
  }));
  return posts.filter(({ writer }) => writer);
}

function isName({ length }: string): boolean {
  return length > 0 && length <= NAME_CHARS;
}
