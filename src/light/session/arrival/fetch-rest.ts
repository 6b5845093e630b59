// Asks for the HTML once more, beside the tab, to get the rest of a text; tells the rest from whatever else may come.
import { toText } from '../../../common/words/translations.ts';
import { askBeside } from '../../source/ask-beside.ts';
import { isSamePage, type ParsedHtml } from '../../source/html-copy.ts';
import { readStream } from '../../source/html-stream.ts';
import { readDocumentAddress } from '../../source/navigation.ts';
import type { View } from '../../view/view.ts';
import type { Answer } from '../state/session-state.ts';
import type { GrowingText } from './growing-text.ts';

/** What has come: the rest, something else, or nothing whole. */
export type Outcome =
  | { kind: 'whole'; html: ParsedHtml }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'failed' };

/** The same text has nearly all of what stands on the screen: sites change a word, and what stood beside the text may be another. */
const SAME_SHARE = 0.8;
/** A shorter paragraph may stand in any page, in characters. */
const TELLING_CHARS = 40;

/** Has the text grow on from where it stopped, and gives what came. */
export async function fetchRest(
  view: View,
  growing: GrowingText,
  { signal }: AbortController,
): Promise<Outcome> {
  const shown = readParagraphs(view);
  growing.tell(0, null, false);
  const response = await askBeside(readDocumentAddress(), signal);
  if (!response) return { kind: 'failed' };
  if (!response.ok) return toOther(String(response.status || toText('elsewhere')));
  const html = await readStream(response, {
    onPage: (page) => growing.follow(page, true),
    onBytes: (bytes, ofBytes, closed) => growing.tell(bytes, ofBytes, closed),
  });
  if (!html.whole) return { kind: 'failed' };
  return judge(html, shown);
}

/** A page of another title is another page. So is one without what stands on the screen, whatever it is called: a sign-in page, a wall. */
function judge(html: ParsedHtml, shown: string[]): Outcome {
  const { page } = html;
  if (!isSamePage(page)) return toOther(toName(page));
  const share = toShare(page, shown);
  if (share >= SAME_SHARE) return { kind: 'whole', html };
  return share > 0 ? { kind: 'answer', answer: { kind: 'less' } } : toOther(toName(page));
}

function toOther(words: string): Outcome {
  return { kind: 'answer', answer: { kind: 'other', words } };
}

function toName(page: Document): string {
  return (
    page.title.trim() ||
    (page.body?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 80) ||
    toText('unnamedAnswer')
  );
}

/** The share of these paragraphs that stands in a page too, 0 to 1. */
function toShare(page: Document, paragraphs: string[]): number {
  if (paragraphs.length === 0) return 1;
  const text = toWords(page.body?.textContent ?? '');
  return paragraphs.filter((each) => text.includes(each)).length / paragraphs.length;
}

/** The paragraphs on the screen, but the last one, which may be cut. */
function readParagraphs({ body }: View): string[] {
  const paragraphs = [...body.children].slice(0, -1).filter((each) => !each.querySelector('button'));
  return paragraphs
    .map((each) => toWords(each.textContent ?? ''))
    .filter((each) => each.length >= TELLING_CHARS);
}

/** Whether what stands in a block stands in a page, too. */
export function isInPage(block: Element, page: Document): boolean {
  return toWords(page.body?.textContent ?? '').includes(toWords(block.textContent ?? ''));
}

/** Without white space, which pages have between their blocks and the view has not. */
function toWords(text: string): string {
  return text.replace(/\s+/g, '');
}
