// The quiet line in the bar: what state the text is in and what it has cost, how much is left to read, and for a moment what has just been done.
import { createElement } from '../../../common/document/elements.ts';
import { toText } from '../../../common/words/translations.ts';

/** What has been done is said so long, in ms: three words are read in one second. */
const MOMENT_MS = 4000;

interface Stage {
  main: HTMLElement;
}

const moments = new WeakMap<Element, ReturnType<typeof setTimeout>>();

/** Says at the top of the text what state it is in. `missing`: not all of it is here. */
export function showStateLine({ main }: Stage, words: string, missing = false): void {
  const line = main.querySelector('.state-line');
  line?.classList.toggle('missing', missing);
  findPart(line, 'said')?.replaceChildren(words);
  findPart(line, 'cost')?.replaceChildren();
}

/** What is to be said where more has come than can be measured. */
const leastWords = new WeakMap<Element, string>();

/** Says what a text that is all here has cost, behind what it is; `least` where a picture has been loaded, too. */
export function showCost({ main }: Stage, words: string, least: string): void {
  const part = findPart(main.querySelector('.state-line'), 'cost');
  if (part) leastWords.set(part, least);
  part?.replaceChildren(main.querySelector('article img') ? least : words);
}

/** A picture has been loaded. */
export function noteMoreCost(root: ParentNode): void {
  const part = root.querySelector('.state-line .cost');
  const least = part && leastWords.get(part);
  if (least) part.replaceChildren(least);
}

/** How much is left to read, seen while the reader is in the text; '' at its beginning and where that is not known. */
export function showLeft({ main }: Stage, words: string): void {
  const line = main.querySelector('.state-line');
  const part = findPart(line, 'left');
  if (part && part.textContent !== words) part.replaceChildren(words);
  line?.classList.toggle('within', words !== '');
}

/** Says for a moment what has just been done, aloud too. */
export function showMoment({ main }: Stage, words: string): void {
  const line = main.querySelector('.state-line');
  if (!line) return;
  findPart(line, 'moment')?.replaceChildren(words);
  line.classList.add('now');
  main.querySelector('.live')?.replaceChildren(words);
  clearTimeout(moments.get(line));
  moments.set(
    line,
    setTimeout(() => line.classList.remove('now'), MOMENT_MS),
  );
}

/** The part of the line that is for that; it is made when it is first needed. */
function findPart(line: Element | null, name: string): Element | undefined {
  if (!line) return undefined;
  return line.querySelector(`.${name}`) ?? line.appendChild(createElement('span', { class: name }));
}

/** What is said of a text that is all here. */
export function showTextOnly(stage: Stage): void {
  showStateLine(stage, toText('textOnly'));
}
