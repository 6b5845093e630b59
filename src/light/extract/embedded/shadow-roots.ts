// Puts what a shadow root shows into the page: declarative ones of HTML that no browser has attached, and copies of those that were.

/** Older pages say `shadowroot`. A closed one is as readable: it is in the HTML. */
const DECLARED = 'template[shadowrootmode], template[shadowroot]';
/** Components within components; more levels are there to keep us busy. */
const MOST_ROUNDS = 10;
/** How elements that take part in no layout are assigned: those with a name to the slot of that name, text to the one without. */
const TEXT_NODE = 3;

/** Replaces the children of each host by its shadow tree, with the children in their slots, as a browser would draw it. */
export function flattenShadowRoots(page: Document): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const templates = page.querySelectorAll<HTMLTemplateElement>(DECLARED);
    if (templates.length === 0) return;
    for (const template of templates) flatten(template);
  }
}

function flatten(template: HTMLTemplateElement): void {
  const host = template.parentElement;
  template.remove();
  if (!host) return;
  const content = template.content;
  const children = [...host.childNodes];
  for (const slot of content.querySelectorAll('slot')) {
    const name = slot.getAttribute('name') ?? '';
    const assigned = children.filter((child) => toSlotName(child) === name);
    slot.replaceWith(...(assigned.length > 0 ? assigned : slot.childNodes));
  }
  host.replaceChildren(content);
}

function toSlotName(node: ChildNode): string | null {
  if (node.nodeType === TEXT_NODE) return node.nodeValue?.trim() ? '' : null;
  return node instanceof Element ? (node.getAttribute('slot') ?? '') : null;
}
