// Without this, each list of names would be looked for in a pass of its own through the page, which takes longer than what is done with it.

/** The elements of a page's body whose class or id is like that, in their order; of their classes alone, if that is asked. */
export type Named = (like: RegExp, attribute?: 'class') => Element[];

type Places = Map<string, [at: number, element: Element][]>;

/** Reads the names in a page, once: most of them stand there many times. */
export function readNames(page: Document): Named {
  const classes: Places = new Map();
  const ids: Places = new Map();
  const note = (places: Places, name: string, place: [number, Element]) => {
    const others = places.get(name);
    if (others) others.push(place);
    else places.set(name, [place]);
  };
  let at = 0;
  for (const element of page.body?.querySelectorAll('[class], [id]') ?? []) {
    const [name, id] = [element.getAttribute('class'), element.getAttribute('id')];
    if (name) note(classes, name, [at, element]);
    if (id) note(ids, id, [at, element]);
    at += 1;
  }
  return (like, attribute) => {
    const found = new Map<number, Element>();
    for (const places of attribute ? [classes] : [classes, ids])
      for (const [name, those] of places)
        if (like.test(name)) for (const [place, element] of those) found.set(place, element);
    return [...found].sort(([one], [other]) => one - other).map(([, element]) => element);
  };
}
