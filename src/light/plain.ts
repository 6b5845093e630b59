// Without this, titles and names would hold what is meant for machines: entities and line breaks.

/** One line of text, without the entities that pages also write where none are read: in JSON, and twice over in attributes. */
export function toPlain(text: string): string {
  // A document of its own, in which nothing is asked for: and whatever looks like an element stays text.
  const plain = /&#?\w+;/.test(text)
    ? new DOMParser().parseFromString(text.replace(/</g, '&lt;'), 'text/html').body.textContent
    : text;
  return plain.replace(/\s+/g, ' ').trim();
}

/** The text of an element as one line, a line break as a space. */
export function toLine(element: Node): string {
  return toPlain(toText(element));
}

function toText(node: Node): string {
  if (node.nodeName === 'BR') return ' ';
  return node.nodeType === Node.TEXT_NODE
    ? (node.nodeValue ?? '')
    : Array.from(node.childNodes, toText).join('');
}
