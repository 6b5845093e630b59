// What Readability chooses of a page, said of the runs of text in an untouched copy of it.
import type { ReadOutline } from './judgement/features/outline.ts';
import { findArticle } from './readability-adapter.ts';

/** Readability's choice. */
export interface Candidate {
  title: string;
  /** Of each run the share of its characters that was chosen, 0 to 1. */
  kept: Float64Array;
  /** Of each run whether it was left in the page that Readability was given. */
  offered: Uint8Array;
  /** The pictures in the untouched copy that stand in what was chosen. */
  pictures: Set<Node>;
  /** Characters that were chosen. */
  chars: number;
}

interface Source {
  /** A copy of the page's body, which stays as it is. */
  untouched: Element;
  /** Of the same copy. */
  outline: ReadOutline;
  /** Takes out of the page what Readability should not weigh; may be asked for more than once. */
  prepare(): void;
}

/** Changes the page, but not the copy. */
export function findCandidate(page: Document, { untouched, outline, prepare }: Source): Candidate {
  const root = page.body ?? page.documentElement;
  // Readability may choose in the end what it found in an earlier try: nodes of all tries are noted.
  const originals = new Map<Node, Node>();
  const note = () => pairNodes(root, untouched, originals);
  note();
  prepare();
  const left = new Set(walkNodes(root).flatMap((node) => originals.get(node) ?? []));
  const { content, title } = findArticle(page, () => {
    root.replaceChildren(...untouched.cloneNode(true).childNodes);
    note();
    prepare();
  });
  const chosen = new Set(content ? walkNodes(content).flatMap((node) => originals.get(node) ?? []) : []);
  const kept = toShares(outline, chosen);
  return {
    title,
    kept,
    offered: Uint8Array.from(outline.nodes, (nodes) => (nodes.some((node) => left.has(node)) ? 1 : 0)),
    pictures: new Set([...chosen].filter(({ nodeName }) => nodeName === 'IMG')),
    chars: outline.runs.reduce((sum, { text }, at) => sum + text.length * (kept[at] ?? 0), 0),
  };
}

function toShares({ nodes }: ReadOutline, chosen: ReadonlySet<Node>): Float64Array {
  return Float64Array.from(nodes, (texts) => {
    const all = texts.reduce((sum, text) => sum + text.data.trim().length, 0);
    const part = texts.reduce((sum, text) => sum + (chosen.has(text) ? text.data.trim().length : 0), 0);
    return part / Math.max(1, all);
  });
}

/** Notes of each text and picture of a body which one it is in a copy of the body. */
function pairNodes(body: Node, copy: Node, originals: Map<Node, Node>): void {
  const others = walkNodes(copy);
  walkNodes(body).forEach((node, at) => {
    const other = others[at];
    if (other) originals.set(node, other);
  });
}

/** Texts and pictures, in order. */
function walkNodes(root: Node): Node[] {
  const nodes: Node[] = [];
  const walker = (root.ownerDocument as Document).createTreeWalker(root, 1 + 4 /* elements and text */);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.nodeType === 3 || node.nodeName === 'IMG') nodes.push(node);
  return nodes;
}
