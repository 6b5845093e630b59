// Matches class names and ids against several word lists in one pass, and remembers the answers.

/** The elements of a page's body whose class or id is like that, in their order; of their classes alone, if that is asked. */
export type Named = (like: RegExp, attribute?: 'class') => Element[];

/** Reads the names in a page, once: most of them stand there many times. */
export function readNames(page: Document): Named {
  const all = [...(page.body?.querySelectorAll('[class], [id]') ?? [])];
  const [classes, ids] = [toPlaces(all, 'class'), toPlaces(all, 'id')];
  return (like, attribute) => {
    const found = new Set<Element>();
    for (const [name, places] of attribute ? classes : [...classes, ...ids])
      if (like.test(name)) for (const place of places) found.add(place);
    return all.filter((each) => found.has(each));
  };
}

function toPlaces(elements: Element[], attribute: string): Map<string, Element[]> {
  const places = new Map<string, Element[]>();
  for (const element of elements) {
    const name = element.getAttribute(attribute);
    if (!name) continue;
    const others = places.get(name);
    if (others) others.push(element);
    else places.set(name, [element]);
  }
  return places;
}
