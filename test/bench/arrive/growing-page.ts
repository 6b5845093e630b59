// Lets a page grow in a document as a browser's parser would make it, from the places of its nodes in the HTML.
import type { JSDOM } from 'jsdom';

/** A node of the whole page and where in the HTML it begins. */
interface Arriving {
  node: Node;
  start: number;
}

/** A page on its way. */
export interface GrowingPage {
  page: Document;
  /** Lets all come that stands in the first so many characters of the HTML. */
  growTo(htmlChars: number): void;
}

/** The same page, empty at first. Its nodes come in the order of the tree, never before the HTML they are made from. */
export function toGrowingPage(dom: JSDOM): GrowingPage {
  const { document } = dom.window;
  const page = document.implementation.createHTMLDocument('');
  page.replaceChildren();
  const arriving = listNodes(dom);
  const copies = new Map<Node, Node>([[document, page]]);
  let next = 0;
  let open: { text: Text; copy: Text; start: number } | null = null;
  return {
    page,
    growTo(htmlChars) {
      for (let each = arriving[next]; each && each.start < htmlChars; each = arriving[next]) {
        finish(open);
        open = null;
        next += 1;
        const copy = page.importNode(each.node, false);
        const parent = each.node.parentNode && copies.get(each.node.parentNode);
        if (!parent) continue;
        parent.appendChild(copy);
        copies.set(each.node, copy);
        if (copy.nodeType === 3) open = { text: each.node as Text, copy: copy as Text, start: each.start };
      }
      // Of an open text, what is here; it may be a little less, where there are entities in it.
      if (open) open.copy.data = open.text.data.slice(0, htmlChars - open.start);
    },
  };
}

function finish(open: { text: Text; copy: Text } | null): void {
  if (open) open.copy.data = open.text.data;
}

/** What the parser adds by itself, a body for instance, comes with what stands in it first. */
function listNodes(dom: JSDOM): Arriving[] {
  const nodes: Arriving[] = [];
  const walk = (node: Node) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      nodes.push({ node: child, start: dom.nodeLocation(child)?.startOffset ?? Number.NaN });
      walk(child);
    }
  };
  walk(dom.window.document);
  let known = Number.POSITIVE_INFINITY;
  for (const each of nodes.toReversed()) {
    if (Number.isNaN(each.start)) each.start = known;
    known = each.start;
  }
  let latest = 0;
  for (const each of nodes) {
    latest = Math.max(latest, each.start);
    each.start = latest;
  }
  return nodes;
}
