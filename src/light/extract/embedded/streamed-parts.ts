// Does what the scripts of a streamed page would do: React sends late parts hidden at the end, and moves them to where a template stands for them.

const PART = '[hidden][id^="S:"]';
/** Parts that hold places of other parts; more levels are there to keep us busy. */
const MOST_ROUNDS = 10;
const COMMENT_NODE = 8;

/** Puts each part in its place; one whose place is not there is shown where it stands. */
export function placeStreamedParts(page: Document): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const parts = page.querySelectorAll(PART);
    if (parts.length === 0) return;
    for (const part of parts) placePart(page, part);
  }
}

function placePart(page: Document, part: Element): void {
  const number = part.id.slice(2);
  part.removeAttribute('hidden');
  const place = page.getElementById(`B:${number}`) ?? page.getElementById(`P:${number}`);
  if (place?.localName !== 'template' || part.contains(place)) return;
  if (place.id.startsWith('B:')) removeFallback(place);
  place.replaceWith(...part.childNodes);
  part.remove();
}

/** What is shown until the part has come stands between its template and the comment `/$` of the same level. */
function removeFallback(place: Element): void {
  let depth = 0;
  for (let node = place.nextSibling; node; ) {
    const next = node.nextSibling;
    const mark = node.nodeType === COMMENT_NODE ? (node.nodeValue ?? '') : '';
    if (mark === '/$' && depth === 0) return;
    if (mark === '/$') depth -= 1;
    else if (/^\$[?!~]?$/.test(mark)) depth += 1;
    node.remove();
    node = next;
  }
}
