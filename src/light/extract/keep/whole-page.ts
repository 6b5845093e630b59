// All the text of a page, for a reader who misses something in what was found of it.

/** Beside what is never part of a text: what is pressed and filled in. */
export const CONTROLS =
  'button, input, select, option, textarea, iframe, object, embed, audio, video, noscript, aside';

/** All the text of a page in order, without controls; its body is changed. */
export function extractWhole(body: Element): Element {
  const content = body.ownerDocument.createElement('div');
  for (const control of body.querySelectorAll(CONTROLS)) control.remove();
  content.append(...body.childNodes);
  return content;
}
