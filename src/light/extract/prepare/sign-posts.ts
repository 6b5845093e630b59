// Makes each post of a thread begin with who wrote it and when, and lets no post of few words be missing.
import { INLINE_ELEMENTS } from '../../text/block-elements.ts';
import { isProseRun, type ReadOutline, toSignature } from '../judgement/features/outline.ts';
import { findPosts, type Post } from '../keep/forum-posts.ts';

/** A longer line says more than who wrote a post, and when, in characters. */
const ABOUT_CHARS = 120;

/** A thread while it is gone through. */
interface Thread {
  outline: ReadOutline;
  /** Of each run whether it is shown. */
  keep: boolean[];
  /** In what kinds of boxes the words of its posts stand. */
  kinds: ReadonlySet<string>;
}

/**
 * Changes `keep` and the page the outline was read from: above the words of each post stands its writer's name, in place of what else is said
 * of the writer. Gives the texts that were added.
 */
export function signPosts(outline: ReadOutline, keep: boolean[]): Node[] {
  const chosen = outline.runs.flatMap((run, at) => (keep[at] && isProseRun(run) ? [at] : []));
  const posts = findPosts(chosen.flatMap((at) => outline.nodes[at]?.[0]?.parentElement ?? []));
  const places = findPlaces(outline, new Set(posts.map(({ box }) => box)));
  const inPosts = new Set([...places.values()].flat());
  const kinds = new Set(
    chosen.filter((at) => inPosts.has(at)).map((at) => toSignature(outline, outline.runs[at]?.box ?? 0)),
  );
  return posts.flatMap((post) => signPost(post, places.get(post.box) ?? [], { outline, keep, kinds }));
}

/** Of each of these boxes, none of which stands in another, the runs in it. */
function findPlaces({ nodes }: ReadOutline, boxes: ReadonlySet<Element>): Map<Element, number[]> {
  const places = new Map<Element, number[]>([...boxes].map((box) => [box, []]));
  nodes.forEach((texts, at) => {
    let box = texts[0]?.parentElement;
    while (box && !boxes.has(box)) box = box.parentElement;
    if (box) places.get(box)?.push(at);
  });
  return places;
}

function signPost({ writer, time }: Post, inner: number[], { outline, keep, kinds }: Thread): Node[] {
  const isOfKind = (at: number) => kinds.has(toSignature(outline, outline.runs[at]?.box ?? 0));
  if (!inner.some((at) => keep[at])) for (const at of inner.filter(isOfKind)) keep[at] = true;
  const first = inner.find((at) => keep[at] && (isOfKind(at) || isProseRun(outline.runs[at])));
  const start = first === undefined ? undefined : outline.nodes[first]?.[0];
  if (first === undefined || !start) return [];
  for (const at of inner) {
    const { text = '', box: home = 0 } = outline.runs[at] ?? {};
    const isHeading = /^h[1-6]$/.test(outline.boxes[home]?.tag ?? '');
    const isAbout = text.length <= ABOUT_CHARS && (text.includes(writer) || (at < first && !isHeading));
    if (isAbout && !isOfKind(at)) keep[at] = false;
  }
  return putAbove(start, writer, time);
}

/** The line stands above the block that a text is in, and above the quotation where that is in one. */
function putAbove(start: Text, writer: string, time: string): Node[] {
  let block: Element | null = start.parentElement;
  while (block?.parentElement && INLINE_ELEMENTS.has(block.localName)) block = block.parentElement;
  const page = start.ownerDocument;
  const line = page.createElement('p');
  const name = page.createElement('b');
  name.append(writer);
  line.append(name, ` ${time}`);
  const place = block?.closest('blockquote, ul, ol, table, pre') ?? block;
  // A box that holds more than the text it begins with is opened; a paragraph is not.
  if (place?.matches('p, blockquote, ul, ol, table, pre, h1, h2, h3, h4, h5, h6')) place.before(line);
  else place?.prepend(line);
  return [...name.childNodes, ...line.childNodes].filter(({ nodeType }) => nodeType === 3);
}
