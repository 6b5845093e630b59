// Plays the arrival of a page without a browser: when its first and last paragraphs would be shown, and what of that goes again.
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Link } from '../../site/link.ts';
import { score, toPlainText } from '../shingles.ts';
import type { Sheet } from '../words/corpus.ts';
import { importExtract } from '../words/page.ts';
import type { Arrived } from './corpus-report.ts';
import { toGrowingPage } from './growing-page.ts';
import { type Moment, toMoments, toSeconds } from './link-time.ts';
import { findMarks, type Marks, readLetters, toLetters } from './telling-words.ts';

/** Light's own modules need a browser's globals when they are loaded. */
export async function importLight() {
  const extractReading = await importExtract();
  const { followGrowth } = await import('../../../src/light/extract/incremental/incremental-extraction.ts');
  const { toSafe } = await import('../../../src/light/sanitise/sanitise.ts');
  const { toBlocks } = await import('../../../src/light/view/text/content-blocks.ts');
  return { extractReading, followGrowth, toSafe, toBlocks };
}

export type Light = Awaited<ReturnType<typeof importLight>>;

/** A page whose gold text says where its paragraphs end; `null` where that text does not stand in it. */
export function readMarks({ page, html, gold }: Sheet): Marks | null {
  const dom = toDom(html, page.url);
  const marks = gold ? findMarks(readLetters(dom), gold) : null;
  dom.window.close();
  return marks;
}

/** Plays one page. */
export function simulate(
  { page, html }: Sheet,
  marks: Marks,
  { link, light }: { link: Link; light: Light },
): Arrived {
  const dom = toDom(html, page.url);
  const moments = toMoments(html, link);
  const grown = grow(dom, moments, light);
  const final = toWholeText(dom.window.document, light);
  dom.window.close();
  const whole = { seconds: moments.at(-1)?.seconds ?? 0, letters: toLetters(final) };
  const whenShown = (key: string) =>
    [...grown.steps, whole].find(({ letters }) => letters.includes(key))?.seconds ?? null;
  return {
    page,
    client: {
      first: toSeconds(moments, marks.first.htmlChars),
      last: toSeconds(moments, marks.last.htmlChars),
    },
    light: { first: whenShown(marks.first.key), last: whenShown(marks.last.key) },
    ...toGone(grown.text, final),
  };
}

/** The page with the places of its nodes in the HTML. Style sheets are blanked: jsdom would read them, and what it cannot read it prints. */
export function toDom(html: string, url: string): JSDOM {
  const blank = html.replace(
    /(<style\b[^>]*>)(.*?)(?=<\/style)/gis,
    (_, tag, css) => tag + ' '.repeat(css.length),
  );
  return new JSDOM(blank, { url, includeNodeLocations: true, virtualConsole: new VirtualConsole() });
}

/** How many words were shown, and how many of them do not stand in the final text. */
export function toGone(shown: string, final: string): Pick<Arrived, 'words' | 'gone'> {
  const words = shown.split(/\s+/).filter(Boolean).length;
  return { words, gone: words && Math.round(words * (1 - score(shown, final).precision)) };
}

interface Step {
  seconds: number;
  letters: string;
}

/** The text shown after each packet, as letters, and at the end of the HTML. */
function grow(dom: JSDOM, moments: readonly Moment[], light: Light): { steps: Step[]; text: string } {
  const { page, growTo } = toGrowingPage(dom);
  const growth = light.followGrowth(page);
  const steps: Step[] = [];
  const texts: string[] = [];
  let letters = '';
  for (const { seconds, htmlChars } of moments) {
    growTo(htmlChars);
    for (const piece of growth.take(false, Number.POSITIVE_INFINITY)) {
      const holder = dom.window.document.createElement('div');
      for (const node of piece) holder.append(light.toSafe(node));
      const blocks = light.toBlocks(holder).map(toText);
      texts.push(...blocks);
      letters += toLetters(blocks.join(' '));
    }
    steps.push({ seconds, letters });
  }
  return { steps, text: texts.join('\n') };
}

/** Changes the document. */
function toWholeText(document: Document, { extractReading, toBlocks }: Light): string {
  const direction = document.body.dir || document.documentElement.dir;
  const { hostname } = document.location;
  const reading = extractReading(document, { hostname, direction, plainText: false });
  if (!reading) return '';
  return toBlocks(reading.body).map(toText).join('\n');
}

/** Lines of code stand in boxes of their own. */
const toText = (block: Element): string => toPlainText(block.outerHTML);
