// Formats metadata as plain text: entities decoded, one line.

/** Nothing that is shown on one line is longer, in characters; what is, is there to keep us busy. */
const LINE_CHARS = 1000;

/** One line of text, without the entities that pages also write where none are read: in JSON, and twice over in attributes. */
export function toPlain(given: string): string {
  const text = given.slice(0, LINE_CHARS);
  // A document of its own, in which nothing is asked for: and whatever looks like an element stays text.
  const plain = /&#?\w+;/.test(text)
    ? new DOMParser().parseFromString(text.replace(/</g, '&lt;'), 'text/html').body.textContent
    : text;
  return plain.replace(/\s+/g, ' ').trim();
}

/** The text of an element as one line, a line break as a space. */
export function toLine(element: Element): string {
  if (!element.querySelector('br')) return toPlain(element.textContent ?? '');
  const copy = element.cloneNode(true) as Element;
  for (const end of copy.querySelectorAll('br')) end.replaceWith(' ');
  return toPlain(copy.textContent ?? '');
}
