// Says of the parts of a page in which running text stands how near they are to each other, and whether they are of one kind.
import { isForm, toParent } from './page-nodes.ts';

/** A part of the page with running text in it. */
export interface Region {
  /** Holds all of it. */
  root: Element;
  /** The elements in which paragraphs stand, and their kinds. */
  parents: Set<Element>;
  kinds: Set<string>;
  /** How many paragraphs have come, and how long they are together, in characters. */
  proses: number;
  chars: number;
}

/** So many names from the inside make the kind of a box. */
const KIND_NAMES = 3;

export function createRegion(root: Element): Region {
  return { root, parents: new Set(), kinds: new Set(), proses: 0, chars: 0 };
}

/** How far an element is from a region: so many levels the region would have to rise to hold it, and so many levels below that it stands. */
export function measureDistance({ root }: Region, element: Element): { rise: number; depth: number } {
  const { common, rise } = findCommon(root, element);
  let depth = 0;
  for (let each: Element | null = element; each && each !== common; each = toParentElement(each)) depth += 1;
  return { rise, depth };
}

/** Takes a paragraph into the region. */
export function addProse(region: Region, parent: Element, chars: number): void {
  region.root = findCommon(region.root, parent).common;
  region.parents.add(parent);
  region.kinds.add(toKind(parent));
  region.proses += 1;
  region.chars += chars;
}

export function hasKind({ kinds }: Region, element: Element): boolean {
  return kinds.has(toKind(element));
}

/** The innermost element that holds both. */
function findCommon(root: Element, element: Element): { common: Element; rise: number } {
  let common = root;
  let rise = 0;
  while (!Node.prototype.contains.call(common, element)) {
    const above = toParentElement(common);
    // Torn out of the page by a script.
    if (!above) break;
    common = above;
    rise += 1;
  }
  return { common, rise };
}

/** What kind of box it is, by its name, its first class, and those of the two boxes around it. */
function toKind(element: Element): string {
  const names: string[] = [];
  for (let each: Element | null = element; each && names.length < KIND_NAMES; each = toParentElement(each))
    names.push(toName(each));
  return names.join('<');
}

/** A form answers with its fields. */
function toName(element: Element): string {
  if (isForm(element)) return 'form';
  return `${element.localName}.${element.getAttribute('class')?.trim().split(/\s/, 1)[0] ?? ''}`;
}

function toParentElement(element: Element): Element | null {
  const parent = toParent(element);
  return parent instanceof Element || parent?.nodeType === 1 ? (parent as Element) : null;
}
